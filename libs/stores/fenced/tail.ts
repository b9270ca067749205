import { StoreFault, type ActualRevision, type EventStore, type StoredEvent } from '#kernel';

/** Events read at once. */
const PAGE = 500;

/** The part of a store that is read here. */
export type Readable = Pick<EventStore, 'readStream'>;

/**
 * A stream from a revision that must be there to its end; the whole stream from `noStream`.
 * @throws StoreFault when the stream begins later or ends before: what is gone is not taken for what never was
 */
export async function tailOf(store: Readable, stream: string, from: ActualRevision): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of pagesOf(store, stream, from)) events.push(...page);
  return events;
}

/** The same, page by page. */
export async function* pagesOf(
  store: Readable,
  stream: string,
  from: ActualRevision,
): AsyncGenerator<readonly StoredEvent[]> {
  let next = from === 'noStream' ? 0 : from;
  for (;;) {
    const page = await store.readStream(stream, next, PAGE);
    requireWhole(stream, next, page[0], next === from);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    next += page.length;
  }
}

/**
 * Refuses a stream that lost events.
 * @param first what was read first from `next` on
 * @param isKnown true when the event at `next` has been there
 * @throws StoreFault when it is not there
 */
export function requireWhole(stream: string, next: number, first: StoredEvent | undefined, isKnown: boolean): void {
  if (first ? first.revision === next : !isKnown) return;
  throw new StoreFault(
    `Chuỗi ${stream} thiếu sự kiện ${next}: chuỗi chốt và chuỗi hồ sơ không được cắt ngắn; hãy khôi phục từ bản sao lưu. ` +
      `The stream ${stream} has lost its event ${next}: fences and dossiers must not be truncated; restore from a backup.`,
  );
}
