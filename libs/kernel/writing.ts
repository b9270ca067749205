import type { Admission } from './admit.js';
import { evidenceOf, type Case } from './case.js';
import { encode } from './codec.js';
import type { CommandRequest } from './command.js';
import type { DecisionRecord, DomainEvent, EventMeta } from './envelope.js';
import type { RequestDigest } from './idempotency.js';
import type { Lifecycle, Transition } from './lifecycle.js';
import { seal, type KeyRing } from './personal.js';
import type { PolicyVersion } from './policy.js';
import { derivedId, type Randomness } from './sources.js';
import type { EventToAppend, Position } from './store.js';

/** Everything around the events of one decision. */
export interface Decided {
  readonly lifecycle: Lifecycle;
  readonly transition: Transition;
  readonly it: Case;
  readonly request: CommandRequest;
  /** The digest of the request. */
  readonly hash: RequestDigest;
  readonly admission: Admission;
  readonly policy: PolicyVersion | undefined;
  readonly now: string;
  /** The head of the log before anything was read. */
  readonly head: Position;
}

/**
 * Turns what was decided into what is appended: sealed, classified, under derived ids, with the record of the decision.
 * @param events in the order in which they happened
 */
export function encodeDecided(
  events: readonly DomainEvent[],
  by: Decided,
  keys: KeyRing,
  random: Randomness,
): readonly EventToAppend[] {
  const { lifecycle, it } = by;
  const decision = decisionOf(by);
  let state = it.target.state;
  return events.map((event, index) => {
    state = lifecycle.evolve(state, event);
    const data = seal(event.data, it.target.stream, it.target.revision + 1 + index, keys, random);
    const meta = metaOf(by, derivedId(by.request.commandId, index));
    const classification = lifecycle.classify?.(state) ?? lifecycle.events[event.type]?.classification ?? 'INTERNAL';
    return encode(
      event.type,
      data,
      { ...meta, classification, ...(decision && { decision }) },
      lifecycle.events[event.type],
    );
  });
}

function decisionOf({ transition, it, admission, policy, head }: Decided): DecisionRecord | undefined {
  if (!transition.decision) return undefined;
  return {
    legalBasis: transition.decision.legalBasis ?? [],
    ...(policy && { policyVersion: policy.hash }),
    guards: admission.guards,
    saw: { ...evidenceOf(it), position: head },
  };
}

function metaOf(
  { request, hash, admission, policy, now }: Decided,
  eventId: string,
): Omit<EventMeta, 'schemaVersion' | 'classification'> {
  const { commandId, command, occurredAt, effectiveFrom, reason, document } = request;
  return {
    eventId,
    commandId,
    commandType: command.type,
    commandHash: hash(),
    occurredAt: occurredAt ?? now,
    recordedAt: now,
    actor: admission.actor,
    causationId: request.causationId ?? commandId,
    correlationId: request.correlationId ?? commandId,
    ...(effectiveFrom && { effectiveFrom }),
    ...(reason && { reason }),
    ...(document && { document }),
    ...(policy && { policyVersion: policy.hash }),
  };
}
