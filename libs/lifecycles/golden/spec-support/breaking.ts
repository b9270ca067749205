import {
  evolveWith,
  fencesOf,
  isRefusal,
  streamName,
  unborn,
  type EventMeta,
  type Fold,
  type Loaded,
  type Refusal,
  type StateShape,
} from '#kernel';
import type { CarriedOut, Given } from './witness.js';

/** A step that makes another refused by what it does to a dossier that the other reads. */
export interface Break {
  readonly breaker: CarriedOut;
  readonly user: CarriedOut;
  /** The dossier in between. */
  readonly over: Loaded;
  readonly refusal: Refusal;
}

/** Every break of one carried out step, by the steps of others that could have come before it. */
export function* breaksOf(user: CarriedOut, others: readonly CarriedOut[]): Generator<Break> {
  for (const over of streamsIn(user.reads)) {
    for (const breaker of others) {
      if (breaker.lifecycle.name !== over.name || !breaker.row.from.includes(over.state.status)) continue;
      const refusal = refusalOf(user, replaced(user.reads, over, after(over, breaker, user.context.now)));
      if (refusal) yield { breaker, user, over, refusal };
    }
  }
}

/** True when both pass a fence that one of them passes alone. */
export function areFenced({ breaker, user, over }: Break): boolean {
  const passed = fencesOf(user.row, targetOf(user, user.state, user.context.id), user.command);
  const broken = fencesOf(breaker.row, targetOf(breaker, over.state, over.id), breaker.command);
  return [...broken].some(([fence, use]) => use === 'exclusive' && passed.has(fence));
}

const targetOf = ({ lifecycle }: CarriedOut, state: StateShape, id: string): Loaded => ({
  ...unborn(lifecycle as Fold, id),
  state,
});

const streamsIn = (reads: Given): readonly Loaded[] =>
  Object.values(reads)
    .flat()
    .filter((it): it is Loaded => 'stream' in it && 'revision' in it && it.id !== '');

/** The dossier once the step has been taken there, a moment ago. */
function after(over: Loaded, { lifecycle, events, context, type }: CarriedOut, now: string): Loaded {
  const { actor, document, effectiveFrom } = context;
  const meta = { actor, document, effectiveFrom, occurredAt: now, recordedAt: now, commandType: type } as EventMeta;
  const stream = streamName(over.name, over.id);
  const state = events.reduce<StateShape>(
    (before, event, index) =>
      evolveWith(lifecycle as Fold, before, { stream, id: over.id, revision: over.revision + 1 + index, event, meta }),
    over.state,
  );
  return { ...over, state, revision: over.revision + events.length };
}

const replaced = (reads: Given, over: Loaded, by: Loaded): Given =>
  Object.fromEntries(
    Object.entries(reads).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((it) => (it === over ? by : it)) : value === over ? by : value,
    ]),
  );

/** The first guard that says no. */
function refusalOf({ row, command, state, context }: CarriedOut, reads: Given): Refusal | undefined {
  for (const guard of row.guards) {
    const found =
      'check' in guard
        ? guard.check(state as never, reads as never, context)
        : guard.checkContent(command, state as never, reads as never, context);
    if (isRefusal(found)) return found;
  }
  return undefined;
}
