import {
  canonical,
  fenceEntry,
  gateOf,
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type FenceGate,
  type FenceUse,
  type Json,
  type Looked,
} from '#kernel';
import { event } from './samples.js';

/** A fence that a try passes, where it was looked at. */
export interface Passed {
  readonly fence: Pick<Looked, 'stream' | 'at'>;
  readonly use: FenceUse;
  readonly fact?: Json;
}

/** One try to append to a new stream: its salt tells it from others under the same ids. */
export interface Try {
  readonly target: string;
  readonly salt: string;
  readonly passes: readonly Passed[];
}

/** The first event of a try. */
export const firstOf = ({ target, salt }: Pick<Try, 'target' | 'salt'>): EventToAppend =>
  event(`of-${target}`, { metadata: canonical({ salt }) });

/** Appends as an engine does: what is shared is checked, what is exclusive is written. */
export function append(store: EventStore, { target, salt, passes }: Try): Promise<AppendResult> {
  const first = firstOf({ target, salt });
  const of = (wanted: FenceUse) => passes.filter(({ use }) => use === wanted);
  return store.append(target, 'noStream', [first], {
    checks: of('shared').map(({ fence }) => fence),
    writes: of('exclusive').map(({ fence: { stream, at }, use, fact }) => ({
      stream,
      at,
      events: [fenceEntry({ fence: stream, use, target, at: 0, first, ...(fact !== undefined && { fact }) })],
    })),
  });
}

/** How a fence stands, by the gate of its store. */
export async function look(store: EventStore, stream: string, use: FenceUse): Promise<Looked> {
  const looked = await gateOf(store as EventStore & FenceGate).look(stream, use);
  if (looked === 'busy') throw new Error(`${stream} is busy`);
  return looked;
}
