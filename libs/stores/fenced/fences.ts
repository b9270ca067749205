import {
  attemptOf,
  entryIn,
  fenceEntry,
  isFence,
  StoreFault,
  type EventToAppend,
  type StreamCheck,
  type StreamWrite,
} from '#kernel';
import { lastRevision, writesInOrder, type Append } from '../append-rules.js';

/** A fence that a try passes: where it was looked at, and what it enters there. */
export interface Passing {
  readonly stream: string;
  readonly at: StreamCheck['at'];
  readonly entry: EventToAppend;
}

/** The fences of an append, each kind in the order of their names. */
export interface Fences {
  readonly attempt: string;
  readonly exclusive: readonly Passing[];
  readonly shared: readonly Passing[];
}

/**
 * The fences beside an append: those written are passed alone, those checked together with others.
 * @param append as `requireAppend` let it pass, with something beside it
 * @throws StoreFault for anything beside it that only a store of many streams can keep
 */
export function fencesOf(append: Append): Fences {
  const { stream: target, expected, events, beside } = append;
  const [first] = events;
  const at = expected === 'any' ? NaN : lastRevision(expected) + 1;
  if (!first) throw new RangeError(`An append to ${target} carries no events`);
  const checks = (beside?.checks ?? []).toSorted((one, other) => (one.stream < other.stream ? -1 : 1));
  for (const { stream } of checks) if (!isFence(stream)) throw lacking(stream);
  const attempt = attemptOf(first);
  return {
    attempt,
    exclusive: writesInOrder(beside).map((write) => exclusive(write, { target, at, attempt })),
    shared: checks.map(({ stream, at: looked }) => ({
      stream,
      at: looked,
      entry: fenceEntry({ fence: stream, use: 'shared', target, at, first }),
    })),
  };
}

function exclusive(
  { stream, at, events }: StreamWrite,
  of: { readonly target: string; readonly at: number; readonly attempt: string },
): Passing {
  const [entry] = events;
  const said = entry && events.length === 1 && isFence(stream) ? entryIn(entry) : undefined;
  const isOurs = said?.use === 'exclusive' && said.target === of.target && said.at === of.at;
  if (!entry || !isOurs || said.attempt !== of.attempt) throw lacking(stream);
  return { stream, at, entry };
}

const lacking = (stream: string): StoreFault =>
  new StoreFault(
    `Kho này chỉ giữ được chốt bên cạnh một lần ghi, không giữ được ${stream}; hãy dùng kho ghi nhiều chuỗi trong một bước. ` +
      `This store keeps fences beside an append, and each by its entry: it cannot keep ${stream}; use a store that writes streams in one step.`,
  );
