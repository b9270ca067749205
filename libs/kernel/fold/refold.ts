import { SYSTEM_SUBJECT } from '../sources.js';
import { runningDigest } from '../record/canonical-form.js';
import { decode, type EventInfo } from '../record/codec.js';
import type { DomainEvent, Logged, Recorded } from '../record/envelope.js';
import { LogFault } from '../record/faults.js';
import { kernelEvents, type AttemptVoided } from '../record/kernel-events.js';
import type { StoredEvent } from '../store.js';
import { unborn, type ActTrace, type CommandTrace, type Fold, type Loaded, type StateShape } from './fold.js';
import { isRectification, rectified } from './rectified.js';

/** Where a fold ends: at a revision, or at what had been recorded by an instant; both inclusive. */
export interface Cut {
  readonly revision?: number;
  readonly recordedAt?: string;
}

/** How an event type is written and shown, whoseever it is. */
export function infoOf(fold: Pick<Fold, 'events'>, type: string): EventInfo | undefined {
  if (Object.hasOwn(fold.events, type)) return fold.events[type];
  return Object.hasOwn(kernelEvents, type) ? kernelEvents[type as keyof typeof kernelEvents] : undefined;
}

/**
 * Decodes an event by the formats of its lifecycle.
 * @param log the log's id
 * @throws LogFault when its type or version is not known
 */
export function decodeWith(log: string, fold: Pick<Fold, 'events'>, stored: StoredEvent): Logged {
  const info = infoOf(fold, stored.type);
  if (info) return decode(log, stored, info);
  const { type, stream, revision } = stored;
  throw new LogFault(
    'UNKNOWN_EVENT_TYPE',
    `${type} at ${stream}@${revision} is of a type that this program does not know`,
  );
}

/** True when an event only stands where another was to stand: nothing has happened. */
export const isVoid = ({ event }: Recorded): boolean =>
  event.type === ('AttemptVoided' satisfies AttemptVoided['type']);

/** The state after one more event. Events of the kernel's own leave it as it is. */
export const evolveWith = <S extends StateShape>(fold: Fold<S>, state: S, recorded: Recorded): S =>
  Object.hasOwn(fold.events, recorded.event.type) ? fold.evolve(state, recorded) : state;

/**
 * Folds a whole stream, corrections applied, up to a cut.
 * @param events from the first one on, oldest first
 */
export function refold<S extends StateShape>(
  fold: Fold<S>,
  id: string,
  events: readonly Logged[],
  cut: Cut = {},
): Loaded<S> {
  const known = events.filter(
    ({ revision, meta }) =>
      revision <= (cut.revision ?? revision) && meta.recordedAt <= (cut.recordedAt ?? meta.recordedAt),
  );
  return onward(unborn(fold, id), fold, rectified(known));
}

/**
 * Folds further events into what is loaded already.
 * @returns undefined when one of them corrects an earlier event: then the whole stream is to be folded anew
 */
export function advance<S extends StateShape>(
  loaded: Loaded<S>,
  fold: Fold<S>,
  events: readonly Logged[],
): Loaded<S> | undefined {
  if (events.length === 0) return loaded;
  if (events.some(isRectification)) return loaded.revision < 0 ? refold(fold, loaded.id, events) : undefined;
  return onward(loaded, fold, events);
}

function onward<S extends StateShape>(before: Loaded<S>, fold: Fold<S>, events: readonly Logged[]): Loaded<S> {
  const participants = new Map(before.participants);
  const commands = new Map(before.commands);
  const acts = new Map(before.acts);
  let { state, digest } = before;
  let { policyVersion } = before;
  for (const each of events) {
    digest = runningDigest(digest, each.leaf);
    if (isVoid(each)) continue;
    if (commands.size === 0) policyVersion = each.meta.policyVersion;
    state = evolveWith(fold, state, each);
    note(participants, each);
    commands.set(each.meta.commandId, traceOf(commands.get(each.meta.commandId), each));
    noteAct(acts, fold, each);
  }
  const last = events.at(-1);
  return {
    ...before,
    state,
    digest,
    participants,
    commands,
    acts,
    revision: last?.revision ?? before.revision,
    ...(policyVersion && { policyVersion }),
    ...(last && { recordedAt: last.meta.recordedAt }),
  };
}

function note(participants: Map<string, ReadonlySet<string>>, { meta }: Recorded): void {
  const { subject, onBehalfOf } = meta.actor;
  const persons = [...(participants.get(meta.commandType) ?? []), subject, ...(onBehalfOf ? [onBehalfOf] : [])];
  participants.set(meta.commandType, new Set(persons));
}

function traceOf(before: CommandTrace | undefined, { meta, revision, position }: Logged): CommandTrace {
  const eventIds = [...(before?.eventIds ?? []), meta.eventId];
  return { hash: meta.commandHash, from: before?.from ?? revision, to: revision, eventIds, position };
}

function actOf(fold: Pick<Fold, 'events'>, { event, meta }: Recorded<DomainEvent>): ActTrace | undefined {
  const kind = infoOf(fold, event.type)?.kind;
  if (meta.actor.subject === SYSTEM_SUBJECT || (kind !== 'step' && kind !== 'draft')) return undefined;
  const signedOn = meta.document?.signedOn;
  return { occurredAt: meta.occurredAt, draft: kind === 'draft', ...(signedOn !== undefined && { signedOn }) };
}

/** Adds an act of a person to those by its command; those that it outdates in every respect are dropped, so that their number does not grow with the dossier. */
function noteAct(
  acts: Map<string, readonly ActTrace[]>,
  fold: Pick<Fold, 'events'>,
  recorded: Recorded<DomainEvent>,
): void {
  const act = actOf(fold, recorded);
  if (!act) return;
  const { commandType } = recorded.meta;
  acts.set(commandType, [...(acts.get(commandType) ?? []).filter((it) => !outdates(act, it)), act]);
}

/** True when whatever may follow the later act may also follow the earlier one. */
const outdates = (later: ActTrace, earlier: ActTrace): boolean =>
  later.occurredAt >= earlier.occurredAt && (earlier.draft || (!later.draft && isSignedNoEarlier(later, earlier)));

/** An act without a paper is true on its own day, which depends on the place: only like is compared with like. */
const isSignedNoEarlier = ({ signedOn: later }: ActTrace, { signedOn: earlier }: ActTrace): boolean =>
  later === undefined || earlier === undefined ? later === earlier : later >= earlier;
