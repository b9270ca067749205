import type {
  Classification,
  DecisionRecord,
  DocumentRef,
  DomainEvent,
  EventMeta,
  Recorded,
  SignatureCapacity,
} from './envelope.js';
import { canonical, type Json } from './json.js';
import { withPlaces } from './personal.js';
import type { EventToAppend, StoredEvent } from './store.js';
import type { Text } from './text.js';

/** Lifts the data of an event from one schema version to the next. Pure; kept for ever. */
export type Upcaster = (data: Json) => Json;

/** How one event type is written, shown and classified. */
export interface EventInfo {
  readonly label: Text;
  /** `INTERNAL` unless said otherwise. */
  readonly classification?: Classification;
  /** Its present schema version is one more than the number of these. */
  readonly upcasters?: readonly Upcaster[];
}

/** The part that reading and writing need. */
export type EventFormat = Pick<EventInfo, 'upcasters'>;

const schemaVersionOf = (format: EventFormat | undefined): number => (format?.upcasters?.length ?? 0) + 1;

/** The event as a store takes it. Metadata becomes a flat string-to-string map, as newer servers require. */
export function encode(
  type: string,
  data: Json,
  meta: Omit<EventMeta, 'schemaVersion'>,
  format?: EventFormat,
): EventToAppend {
  const { actor, document, decision, ...plain } = meta;
  const metadata: Record<string, string> = { schemaVersion: String(schemaVersionOf(format)) };
  for (const [key, value] of Object.entries(plain)) if (value !== undefined) metadata[key] = String(value);
  for (const [key, value] of Object.entries(actor)) if (value !== undefined) metadata[`actor.${key}`] = value;
  if (document) metadata['document'] = canonical(document);
  if (decision) metadata['decision'] = canonical(decision);
  return {
    eventId: meta.eventId,
    type,
    commandId: meta.commandId,
    data: canonical(data),
    metadata: canonical(metadata),
  };
}

/**
 * The event as the domain sees it, lifted to its present schema version.
 * @throws Error when the stored version is newer than this program knows
 */
export function decode<E extends DomainEvent>(stored: StoredEvent, format?: EventFormat): Recorded<E> {
  const meta = readMeta(JSON.parse(stored.metadata) as Record<string, string>);
  const data = lift(stored, meta.schemaVersion, format);
  return {
    stream: stored.stream,
    revision: stored.revision,
    position: stored.position,
    event: {
      type: stored.type,
      data: stored.data.includes('"keyId"') ? withPlaces(data, stored.stream, stored.revision) : data,
    } as E,
    meta,
  };
}

function lift(stored: StoredEvent, version: number, format?: EventFormat): Json {
  const current = schemaVersionOf(format);
  if (version > current) {
    throw new Error(
      `${stored.type} at ${stored.stream}@${stored.revision} has schema version ${version}; this program knows ${current}`,
    );
  }
  const missing = format?.upcasters?.slice(version - 1) ?? [];
  return missing.reduce<Json>((data, upcast) => upcast(data), JSON.parse(stored.data) as Json);
}

function required(metadata: Record<string, string>, key: string): string {
  const value = metadata[key];
  if (value === undefined) throw new Error(`The stored metadata has no ${key}`);
  return value;
}

function readMeta(metadata: Record<string, string>): EventMeta {
  const need = (key: string): string => required(metadata, key);
  const optional = <K extends string>(key: K, from: string = key): { readonly [P in K]?: string } =>
    metadata[from] === undefined ? {} : ({ [key]: metadata[from] } as { readonly [P in K]?: string });
  return {
    eventId: need('eventId'),
    schemaVersion: Number(need('schemaVersion')),
    occurredAt: need('occurredAt'),
    recordedAt: need('recordedAt'),
    ...optional('effectiveFrom'),
    ...optional('reason'),
    ...optional('policyVersion'),
    commandId: need('commandId'),
    commandType: need('commandType'),
    commandHash: need('commandHash'),
    causationId: need('causationId'),
    correlationId: need('correlationId'),
    classification: need('classification') as Classification,
    actor: {
      subject: need('actor.subject'),
      role: need('actor.role'),
      unit: need('actor.unit'),
      grant: need('actor.grant'),
      ...optional('onBehalfOf', 'actor.onBehalfOf'),
      ...optional('delegation', 'actor.delegation'),
      ...(optional('capacity', 'actor.capacity') as { capacity?: SignatureCapacity }),
    },
    ...(metadata['document'] && { document: JSON.parse(metadata['document']) as DocumentRef }),
    ...(metadata['decision'] && { decision: JSON.parse(metadata['decision']) as DecisionRecord }),
  };
}
