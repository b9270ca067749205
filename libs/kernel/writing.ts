import type { Decidable, Carried } from './carry-out.js';
import { seenIn } from './case.js';
import { encode, REASON_PATH } from './record/codec.js';
import { MOST_EVENT_BYTES } from './record/canonical-form.js';
import type { DecisionRecord, DomainEvent, EventMeta, Recorded } from './record/envelope.js';
import { eventIdOf } from './record/ids.js';
import { evolveWith, infoOf } from './fold/refold.js';
import type { StateShape } from './fold/fold.js';
import type { KeyRing, OwnerKey } from './personal/key-ring.js';
import { keysToSeal, prose, seal, type Prose } from './personal/particulars.js';
import type { Randomness } from './sources.js';
import type { EventToAppend } from './store.js';

/** What was decided, and what it is written with. */
export interface Writing {
  readonly by: Decidable;
  readonly carried: Carried;
  /** The digest of the request. */
  readonly hash: string;
  readonly keys: KeyRing;
  readonly random: Randomness;
}

/** What is appended, and the status it leads to. */
export interface Written {
  readonly events: readonly EventToAppend[];
  readonly status: string;
}

/**
 * Turns what was decided into what is appended: sealed, salted, classified, under derived ids, with the record of the decision.
 * Keys are made only here, once nothing but the size of what is to be written can refuse the command any more.
 */
export async function writingOf(writing: Writing): Promise<Written> {
  const { by, carried, keys } = writing;
  const { target } = by.it;
  const reason = by.request.reason === undefined ? undefined : prose(by.request.reason);
  const owned = await keysToSeal([carried.events.map(({ data }) => data), reason], target.stream, keys);
  const { events, state } = recordedBy(writing, (recorded, after) =>
    sealed(recorded, by.matter.lifecycle.classify?.(after), writing, owned),
  );
  return { events, status: state.status };
}

/**
 * What was decided, event by event as the fold will see it, in the clear.
 * @param each what to make of an event and the state after it
 */
export function recordedBy<T>(
  writing: Omit<Writing, 'keys' | 'random'>,
  each: (recorded: Recorded<DomainEvent>, after: StateShape) => T,
): { readonly events: readonly T[]; readonly state: StateShape } {
  const { by, carried } = writing;
  const { target } = by.it;
  const reason = by.request.reason === undefined ? undefined : prose(by.request.reason);
  const decision = decisionOf(writing);
  let state: StateShape = target.state;
  const events = carried.events.map((event, index) => {
    const meta = { ...metaOf(writing, index, event), ...(decision && { decision }), ...(reason && { reason }) };
    const recorded = { stream: target.stream, id: target.id, revision: target.revision + 1 + index, event, meta };
    state = evolveWith(by.matter.lifecycle, state, recorded);
    return each(recorded, state);
  });
  return { events, state };
}

/** True when an event's bytes would be more than any log takes. */
export const isTooLarge = ({ data, metadata, type }: EventToAppend): boolean =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata) + Buffer.byteLength(type) > MOST_EVENT_BYTES - ENVELOPE_BYTES;

/** The canonical form's own words: log id, stream, ids, names, braces. */
const ENVELOPE_BYTES = 512;

function sealed(
  { stream, revision, event, meta }: Recorded<DomainEvent>,
  classification: EventMeta['classification'] | undefined,
  { by, random }: Writing,
  keys: ReadonlyMap<string, OwnerKey>,
): EventToAppend {
  const info = infoOf(by.matter.lifecycle, event.type);
  const data = seal(event.data, stream, revision, keys, random);
  const { reason, ...rest } = meta;
  const sealedReason =
    reason && (seal({ [REASON_PATH]: reason }, stream, revision, keys, random) as unknown as Record<string, Prose>);
  return encode(
    event.type,
    data,
    {
      ...rest,
      ...(sealedReason?.[REASON_PATH] && { reason: sealedReason[REASON_PATH] }),
      salt: random.bytes(16).toString('base64'),
      classification: classification ?? info?.classification ?? 'INTERNAL',
    },
    info,
  );
}

function decisionOf({
  by: { matter, it, policy },
  carried,
}: Pick<Writing, 'by' | 'carried'>): DecisionRecord | undefined {
  if (!matter.row.decision) return undefined;
  return {
    legalBasis: matter.row.decision.legalBasis ?? [],
    ...(policy && { policyVersion: policy.hash }),
    guards: carried.conditions,
    saw: seenIn(it),
  };
}

function metaOf({ by, hash }: Pick<Writing, 'by' | 'hash'>, index: number, { type }: DomainEvent): EventMeta {
  const { request, policy, now, actor, it } = by;
  const { commandId, command, occurredAt, effectiveFrom, document } = request;
  const isDated = infoOf(by.matter.lifecycle, type)?.kind === 'datedFact';
  return {
    eventId: eventIdOf(it.target.stream, commandId, index),
    schemaVersion: 0,
    salt: '',
    classification: 'INTERNAL',
    commandId,
    commandType: command.type,
    commandHash: hash,
    occurredAt: occurredAt ?? now,
    recordedAt: now,
    actor,
    causationId: request.causationId ?? commandId,
    correlationId: request.correlationId ?? commandId,
    ...(effectiveFrom && isDated && { effectiveFrom }),
    ...(document && { document }),
    ...(policy && { policyVersion: policy.hash }),
  };
}
