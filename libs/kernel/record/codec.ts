import type {
  Classification,
  DecisionRecord,
  DocumentRef,
  DomainEvent,
  EventMeta,
  Logged,
  SignatureCapacity,
} from './envelope.js';
import { canonicalForm, leafHash } from './canonical-form.js';
import { LogFault } from './faults.js';
import { canonical, type Json } from './json.js';
import { isSealedParticular, withPlaces, type Prose } from '../personal/particulars.js';
import type { EventToAppend, StoredEvent } from '../store.js';
import type { Text } from '../text.js';

/** Lifts the data of an event from one schema version to the next. Pure; kept for ever. */
export type Upcaster = (data: Json) => Json;

/**
 * What an event is to a dossier, declared and not guessed:
 * - `step` moves it: true from its act, its signing or its proof;
 * - `draft` prepares what is signed later: a paper may be older than it, an act may not;
 * - `datedFact` says what holds from a day on (names, codes, roles, delegations): its `effectiveFrom` counts;
 * - `note` neither moves it nor dates anything (findings, notes, the system's own).
 */
export type EventKind = 'step' | 'draft' | 'datedFact' | 'note';

/** How one event type is written, shown, dated and classified. */
export interface EventInfo {
  readonly label: Text;
  readonly kind: EventKind;
  /** `INTERNAL` unless said otherwise. */
  readonly classification?: Classification;
  /** Its present schema version is one more than the number of these. */
  readonly upcasters?: readonly Upcaster[];
}

/** The part that reading and writing need. */
export type EventFormat = Pick<EventInfo, 'upcasters'>;

const schemaVersionOf = (format: EventFormat): number => (format.upcasters?.length ?? 0) + 1;

/** The event as a store takes it. Metadata becomes a flat string-to-string map, as newer servers require. */
export function encode(
  type: string,
  data: Json,
  meta: Omit<EventMeta, 'schemaVersion'>,
  format: EventFormat = {},
): EventToAppend {
  const { eventId, actor, document, decision, reason, ...plain } = meta as EventMeta;
  const metadata: Record<string, string> = { schemaVersion: String(schemaVersionOf(format)) };
  for (const [key, value] of Object.entries(plain)) {
    if (value !== undefined && key !== 'schemaVersion') metadata[key] = String(value);
  }
  for (const [key, value] of Object.entries(actor)) if (value !== undefined) metadata[`actor.${key}`] = value;
  if (reason) metadata['reason'] = canonical(reason);
  if (document) metadata['document'] = canonical(document);
  if (decision) metadata['decision'] = canonical(decision);
  return { eventId, type, data: canonical(data), metadata: canonical(metadata) };
}

/**
 * The event as the domain sees it, lifted to its present schema version.
 * @param log the log's id
 * @throws LogFault when the stored bytes are no event, or their schema version is not known
 */
export function decode<E extends DomainEvent>(log: string, stored: StoredEvent, format: EventFormat): Logged<E> {
  const { stream, revision, position, eventId } = stored;
  const meta = readMeta(eventId, objectIn(stored, 'metadata') as Record<string, string>, stored);
  const data = lift(stored, meta.schemaVersion, format);
  return {
    stream,
    id: stream.slice(stream.indexOf('-') + 1),
    revision,
    position,
    event: {
      type: stored.type,
      data: stored.data.includes('"keyId"') ? withPlaces(data, stream, revision) : data,
    } as E,
    meta,
    leaf: leafHash(canonicalForm(log, stored)),
  };
}

/** Where an event stands, for a fault's sentence. */
const placeIn = ({ type, stream, revision }: StoredEvent): string => `${type} at ${stream}@${revision}`;

function objectIn(stored: StoredEvent, part: 'data' | 'metadata'): Record<string, Json> {
  const value = parsed(stored, stored[part], part);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, Json>;
  throw new LogFault('MALFORMED_EVENT', `The ${part} of ${placeIn(stored)} are no JSON object`);
}

function parsed(stored: StoredEvent, text: string, part: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new LogFault('MALFORMED_EVENT', `The ${part} of ${placeIn(stored)} are no JSON`);
  }
}

function lift(stored: StoredEvent, version: number, format: EventFormat): Json {
  const current = schemaVersionOf(format);
  if (!Number.isInteger(version) || version < 1 || version > current) {
    throw new LogFault(
      'UNKNOWN_SCHEMA_VERSION',
      `${placeIn(stored)} has schema version ${version}; this program knows 1 to ${current}`,
    );
  }
  const missing = format.upcasters?.slice(version - 1) ?? [];
  return missing.reduce<Json>((data, upcast) => upcast(data), objectIn(stored, 'data'));
}

function readMeta(eventId: string, metadata: Record<string, string>, stored: StoredEvent): EventMeta {
  const need = (key: string): string => {
    const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
    if (typeof value === 'string') return value;
    throw new LogFault('MALFORMED_EVENT', `The metadata of ${placeIn(stored)} have no ${key}`);
  };
  const has = (key: string): boolean => Object.hasOwn(metadata, key);
  const optional = <K extends string>(key: K, from: string = key): { readonly [P in K]?: string } =>
    has(from) ? ({ [key]: need(from) } as { readonly [P in K]?: string }) : {};
  const json = (key: string): Json => parsed(stored, need(key), key);
  return {
    eventId,
    schemaVersion: Number(need('schemaVersion')),
    occurredAt: need('occurredAt'),
    recordedAt: need('recordedAt'),
    ...optional('effectiveFrom'),
    ...optional('policyVersion'),
    commandId: need('commandId'),
    commandType: need('commandType'),
    commandHash: need('commandHash'),
    causationId: need('causationId'),
    correlationId: need('correlationId'),
    classification: need('classification') as Classification,
    salt: need('salt'),
    actor: {
      subject: need('actor.subject'),
      role: need('actor.role'),
      unit: need('actor.unit'),
      grant: need('actor.grant'),
      ...optional('onBehalfOf', 'actor.onBehalfOf'),
      ...optional('delegation', 'actor.delegation'),
      ...(optional('capacity', 'actor.capacity') as { capacity?: SignatureCapacity }),
    },
    ...(has('reason') && { reason: reasonIn(json('reason'), stored) }),
    ...(has('document') && { document: json('document') as unknown as DocumentRef }),
    ...(has('decision') && { decision: json('decision') as unknown as DecisionRecord }),
  };
}

/** The path by which a reason is bound to its place: it stands in the metadata. */
export const REASON_PATH = 'reason';

function reasonIn(value: Json, stored: StoredEvent): Prose {
  if (!isSealedParticular(value))
    throw new LogFault('MALFORMED_EVENT', `The reason of ${placeIn(stored)} is not sealed`);
  const placed = withPlaces({ [REASON_PATH]: value as unknown as Json }, stored.stream, stored.revision);
  return (placed as unknown as Record<string, Prose>)[REASON_PATH] ?? value;
}
