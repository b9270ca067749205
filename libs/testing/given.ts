import {
  assertKeepsTable,
  carryOut,
  caseOf,
  isRefusal,
  recordedBy,
  refold,
  rowOf,
  stateRefusal,
  streamName,
  unborn,
  type ActorRecord,
  type CommandShape,
  type Decidable,
  type DocumentRef,
  type DomainEvent,
  type EventMeta,
  type Fold,
  type Grant,
  type Lifecycle,
  type Loaded,
  type Logged,
  type PolicyVersion,
  type Recorded,
  type Refusal,
  type StateShape,
} from '#kernel';

/** What a specification may fix of a decision's surroundings; the rest has plain defaults. */
export interface Surroundings {
  readonly now?: string;
  readonly occurredAt?: string;
  readonly effectiveFrom?: string;
  readonly actor?: Partial<ActorRecord>;
  readonly policy?: unknown;
  readonly reason?: string;
  readonly document?: DocumentRef;
  /** Loaded streams and answers, by the names the row gives them. */
  readonly reads?: Readonly<Record<string, unknown>>;
}

/** A past event, with whatever of its envelope the specification is about. */
export type Past<E extends DomainEvent> = E | { readonly event: E; readonly meta: Partial<EventMeta> };

/** What came out: the events, or the refusal. */
export interface Result<E extends DomainEvent> {
  readonly events: readonly E[];
  readonly refusal: Refusal | undefined;
  /** The status after the events. */
  readonly status: string;
  /** The rules that were looked at and let the command through. */
  readonly rules: readonly string[];
}

const ACTOR: ActorRecord = { subject: 'subject-1', role: 'UNIT_CLERK', unit: 'unit-1', grant: 'grant-1' };
const NOW = '2026-09-01T02:00:00.000Z';
/** The dossier that every specification is about. */
export const DOSSIER = 'dossier-1';

const META: EventMeta = {
  eventId: 'event',
  schemaVersion: 1,
  occurredAt: NOW,
  recordedAt: NOW,
  actor: ACTOR,
  commandId: 'past',
  commandType: 'Past',
  commandHash: '',
  causationId: 'past',
  correlationId: 'past',
  classification: 'INTERNAL',
  salt: '',
};

/** A stream in a given state, as guards and deciders find it among their reads. */
export function loaded<S extends StateShape>(
  fold: Pick<Lifecycle, 'name'> & { initial: S },
  id: string,
  state: S,
  extra: Partial<Loaded<S>> = {},
): Loaded<S> {
  return { ...unborn(fold as never, id), state, revision: state.status === 'none' ? -1 : 0, ...extra } as Loaded<S>;
}

/** An event as a fold sees it, its envelope filled in where the specification is silent. */
export function recorded<E extends DomainEvent>(
  name: string,
  past: Past<E>,
  revision = 0,
  id: string = DOSSIER,
): Recorded<E> {
  const { event, meta } = 'event' in past ? past : { event: past, meta: {} };
  return {
    stream: streamName(name, id),
    id,
    revision,
    event,
    meta: { ...META, eventId: `event-${revision}`, ...meta },
  };
}

const logged = <E extends DomainEvent>(name: string, past: readonly Past<E>[], id: string): readonly Logged<E>[] =>
  past.map((each, revision) => ({ ...recorded(name, each, revision, id), position: '', leaf: '' }));

/** The state after some events. */
export const stateAfter = <S extends StateShape, E extends DomainEvent>(
  fold: Pick<Lifecycle<S, CommandShape, E>, 'name' | 'initial' | 'evolve' | 'events'>,
  past: readonly Past<E>[],
  id: string = DOSSIER,
): S => refold(fold as unknown as Fold<S>, id, logged(fold.name, past, id)).state;

/**
 * Given past events, when a command comes, then these events or this refusal. Goes the kernel's own way, from the row's states
 * on; who may send the command is the authorization matrix's matter. A reason or a document that the row asks for is brought
 * unless the specification says otherwise (`reason: ''`, `document: undefined`).
 */
export function given<S extends StateShape, C extends CommandShape, E extends DomainEvent, P>(
  lifecycle: Lifecycle<S, C, E, P>,
  past: readonly Past<E>[],
) {
  const target = targetOf(lifecycle as never, past);
  return {
    state: target.state as S,
    when: (command: C, around: Surroundings = {}): Result<E> => decideOn(lifecycle as never, target, command, around),
  };
}

/** The stream as the loader would have it; who took part and which acts there were, as far as the past tells by which command. */
function targetOf(lifecycle: Lifecycle, past: readonly Past<DomainEvent>[]): Loaded {
  const events = logged(lifecycle.name, past, DOSSIER);
  const { acts, participants } = refold(
    lifecycle,
    DOSSIER,
    events.filter(({ meta }) => meta.commandType !== META.commandType),
  );
  return { ...refold(lifecycle, DOSSIER, events), acts, participants };
}

function decideOn<E extends DomainEvent>(
  lifecycle: Lifecycle,
  target: Loaded,
  command: CommandShape,
  around: Surroundings,
): Result<E> {
  const row = rowOf(lifecycle, command.type);
  if (!row) throw new Error(`${lifecycle.name} has no ${command.type}`);
  const refused = (refusal: Refusal): Result<E> => ({ events: [], refusal, status: target.state.status, rules: [] });
  const matter = { lifecycle, type: command.type, row };
  const state = stateRefusal(matter, target);
  if (state) return refused(state);
  const it = caseOf(row, target, command, around.reads ?? {});
  if (isRefusal(it)) return refused(it);
  const by: Decidable = { matter, it, ...surroundings(row, command, around) };
  const carried = carryOut(by);
  if (isRefusal(carried)) return refused(carried);
  const after = recordedBy({ by, carried, hash: '' }, ({ event }) => event);
  assertKeepsTable(matter, target, after.state.status, carried.events.length);
  const rules = carried.conditions.map(({ rule }) => rule);
  return { events: after.events as readonly E[], refusal: undefined, status: after.state.status, rules };
}

type Around = Pick<Decidable, 'request' | 'actor' | 'grants' | 'policy' | 'now' | 'localDate'>;

/** The request, the person and the policy around a command, plain where the specification is silent. */
export function surroundings(
  row: { readonly decision: { readonly needs?: readonly string[] } | undefined },
  command: CommandShape,
  around: Surroundings,
): Around {
  const { now = NOW } = around;
  const actor = { ...ACTOR, ...around.actor };
  const needs = row.decision?.needs ?? [];
  const brought = {
    ...(needs.includes('reason') && { reason: 'a reason' }),
    ...(needs.includes('document') && { document: paperOf(now) }),
  };
  const { occurredAt, effectiveFrom, reason, document } = { ...brought, ...around };
  const grant: Grant = {
    id: actor.grant,
    role: actor.role,
    unit: actor.unit,
    from: '',
    ...(actor.onBehalfOf && { onBehalfOf: actor.onBehalfOf }),
  };
  return {
    request: {
      commandId: 'command-1',
      lifecycle: '',
      command,
      subject: actor.subject,
      ...(occurredAt && { occurredAt }),
      ...(effectiveFrom && { effectiveFrom }),
      ...(reason !== undefined && { reason }),
      ...(document && { document }),
    },
    actor,
    grants: [{ ...grant, from: '1970-01-01T00:00:00.000Z' }],
    policy: policyOf(around.policy),
    now,
    localDate,
  };
}

const policyOf = (content: unknown): PolicyVersion | undefined =>
  content === undefined ? undefined : { hash: 'policy', content, period: { from: '2026-01-01', to: '2030-12-31' } };

/** A paper of the day, where a specification is not about it. */
const paperOf = (now: string): DocumentRef => ({
  issuer: 'UBND',
  type: 'QĐ',
  number: '1',
  year: Number(localDate(now).slice(0, 4)),
  signedOn: localDate(now),
});

/** The civil date in Asia/Ho_Chi_Minh, which has no summer time. */
const localDate = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
