import {
  isRefusal,
  rowOf,
  unborn,
  type ActorRecord,
  type CommandShape,
  type DocumentRef,
  type DomainEvent,
  type Lifecycle,
  type Loaded,
  type Moment,
  type Refusal,
  type StateShape,
} from '#kernel';

/** What a specification may fix of a decision's surroundings; the rest has plain defaults. */
export interface Surroundings {
  readonly now?: string;
  readonly occurredAt?: string;
  readonly actor?: Partial<ActorRecord>;
  readonly policy?: unknown;
  readonly reason?: string;
  readonly document?: DocumentRef;
  /** Loaded streams and answers, by the names the row gives them. */
  readonly reads?: Readonly<Record<string, unknown>>;
}

/** What came out: the events, or the refusal. */
export interface Result<E extends DomainEvent> {
  readonly events: readonly E[];
  readonly refusal: Refusal | undefined;
  /** The status after the events. */
  readonly status: string;
}

const ACTOR: ActorRecord = { subject: 'subject-1', role: 'UNIT_CLERK', unit: 'unit-1', grant: 'grant-1' };
const NOW = '2026-09-01T02:00:00.000Z';

/** A stream in a given state, as guards and deciders find it among their reads. */
export function loaded<S extends StateShape>(
  fold: Pick<Lifecycle, 'name'> & { initial: S },
  id: string,
  state: S,
  extra: Partial<Loaded<S>> = {},
): Loaded<S> {
  return { ...unborn(fold as never, id), state, revision: state.status === 'none' ? -1 : 0, ...extra } as Loaded<S>;
}

/**
 * Given past events, when a command comes, then these events or this refusal. Takes the row's states, guards and decider; who
 * may send the command is the authorization matrix's matter.
 */
export function given<S extends StateShape, C extends CommandShape, E extends DomainEvent, P>(
  lifecycle: Lifecycle<S, C, E, P>,
  past: readonly E[],
) {
  const state = past.reduce<S>((before, event) => lifecycle.evolve(before, event), lifecycle.initial);
  return {
    state,
    when: (command: C, around: Surroundings = {}): Result<E> => decideOn(lifecycle, state, command, around),
  };
}

function decideOn<S extends StateShape, C extends CommandShape, E extends DomainEvent, P>(
  lifecycle: Lifecycle<S, C, E, P>,
  state: S,
  command: C,
  around: Surroundings,
): Result<E> {
  const row = rowOf(lifecycle as Lifecycle, command.type);
  if (!row) throw new Error(`${lifecycle.name} has no ${command.type}`);
  const refused = (refusal: Refusal): Result<E> => ({ events: [], refusal, status: state.status });
  if (!row.from.includes(state.status))
    return refused({ refused: true, code: 'TRANSITION_NOT_ALLOWED', facts: {}, message: { vi: '', en: '' } });
  const now = around.now ?? NOW;
  const moment: Moment = { now, occurredAt: around.occurredAt ?? now, actor: { ...ACTOR, ...around.actor } };
  const reads = (around.reads ?? {}) as never;
  for (const guard of row.guards as readonly { check(state: S, reads: never, at: Moment): unknown }[]) {
    const found = guard.check(state, reads, moment);
    if (isRefusal(found)) return refused(found);
  }
  const context = {
    ...moment,
    policy: around.policy,
    policyVersion: undefined,
    reason: around.reason,
    document: around.document,
    newId: (label: string) => `${label}-new`,
  };
  const decided = row.decide(command, state, context, reads);
  if (isRefusal(decided)) return refused(decided);
  const events = ('type' in decided ? [decided] : decided) as readonly E[];
  const after = events.reduce<S>((before, event) => lifecycle.evolve(before, event), state);
  if (!row.to.includes(after.status))
    throw new Error(`${command.type} led to ${after.status}, its row says ${row.to.join(', ')}`);
  return { events, refusal: undefined, status: after.status };
}
