import type { ActualRevision, AppendResult, FailedCheck, StoredEvent } from '#kernel';
import { judge, type Append } from '../append-rules.js';
import type { Entries } from './entries.js';
import type { Fences, Passing } from './fences.js';
import { requireWhole, tailOf, type Readable } from './tail.js';

/**
 * Looks at the target before any fence is entered: a repeat is answered, and a belief that is wrong enters nothing, so that no
 * entry waits for a revision that the target may never reach.
 * @returns the answer to a repeat; or that the target stands where it is believed to, or elsewhere
 * @throws StoreFault when the target has lost events
 */
export async function lookedAt(store: Readable, append: Append): Promise<AppendResult | 'here' | 'elsewhere'> {
  const { stream, expected, events } = append;
  const from = typeof expected === 'number' ? expected : 0;
  const found = await store.readStream(stream, from, events.length + 1);
  requireWhole(stream, from, found[0], false);
  const verdict = judge<StoredEvent>(
    { stream, expected, events },
    {
      last: () => found.at(-1)?.revision ?? 'noStream',
      eventAt: (_, revision) => found[revision - from],
    },
  );
  switch (verdict.kind) {
    case 'append':
      return 'here';
    case 'repeat':
      return { outcome: 'appended', revision: verdict.revision, position: verdict.last.position };
    case 'conflict':
      return 'elsewhere';
  }
}

/** All that does not stand as the writer believes, each with what was found. */
export async function failedChecks(
  store: Readable,
  { stream, expected }: Append,
  { exclusive, shared }: Fences,
  entries: Entries,
): Promise<readonly FailedCheck[]> {
  const target = await endOf(store, stream, expected === 'any' ? 'noStream' : expected);
  const failed: FailedCheck[] = target === expected ? [] : [{ stream, expected, actual: target }];
  const told = async ({ stream: fence, at }: Passing): Promise<FailedCheck> => ({
    stream: fence,
    expected: at,
    actual: await endOf(store, fence, at),
  });
  for (const each of shared) if (await entries.isCrossed(each)) failed.push(await told(each));
  for (const each of exclusive) if (await isTaken(store, each)) failed.push(await told(each));
  return failed;
}

/** True when another entry than ours stands where the fence was looked at; a fence that ends before stands elsewhere, too. */
async function isTaken(store: Readable, { stream, at, entry }: Passing): Promise<boolean> {
  const next = at === 'noStream' ? 0 : at + 1;
  const [standing] = await store.readStream(stream, next, 1);
  if (standing) return standing.eventId !== entry.eventId;
  return at !== 'noStream' && (await store.readStream(stream, at, 1)).length === 0;
}

/** The last revision of a stream, read from where it was believed to be: it may have grown since, or never have been there. */
async function endOf(store: Readable, stream: string, believed: ActualRevision): Promise<ActualRevision> {
  const isThere = believed === 'noStream' || (await store.readStream(stream, believed, 1)).length > 0;
  const events = await tailOf(store, stream, isThere ? believed : 'noStream');
  return events.at(-1)?.revision ?? 'noStream';
}
