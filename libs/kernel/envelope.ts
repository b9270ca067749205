import type { Position } from './store.js';

/** What a lifecycle's events are: a discriminated union by `type`. The names are the stored format and never change. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** Who may see an event outside its dossier. */
export type Classification = 'PUBLIC' | 'INTERNAL' | 'RESTRICTED';

/** In which capacity a document was signed (NĐ 30/2020/NĐ-CP, Art. 13). */
export const SIGNATURE_CAPACITIES = ['TM', 'KT', 'Q', 'TL', 'TUQ', 'HEAD'] as const;
/** One of these capacities. */
export type SignatureCapacity = (typeof SIGNATURE_CAPACITIES)[number];

/** The paper behind an act (NĐ 30/2020/NĐ-CP): natural key issuer, type, number, year. No signer's name: the office only. */
export interface DocumentRef {
  readonly issuer: string;
  /** The type's abbreviation: KH, QĐ, TTr, BB, BC, CV … */
  readonly type: string;
  readonly number: string;
  readonly year: number;
  /** `YYYY-MM-DD`. */
  readonly signedOn: string;
  readonly capacity?: SignatureCapacity;
  readonly office?: string;
  /** SHA-256 of the file, lower-case hex. */
  readonly hash?: string;
}

/** Who acted, as what, at that time. */
export interface ActorRecord {
  readonly subject: string;
  readonly role: string;
  readonly unit: string;
  readonly grant: string;
  readonly onBehalfOf?: string;
  readonly delegation?: string;
  readonly capacity?: SignatureCapacity;
}

/** A stream as it stood when it was read. */
export interface SeenStream {
  readonly stream: string;
  readonly revision: number;
}

/** What stands behind a decision, kept beside its outcome. */
export interface DecisionRecord {
  readonly legalBasis: readonly string[];
  readonly policyVersion?: string;
  readonly rubricVersion?: string;
  /** Every guard that let the decision through, with the facts it looked at. */
  readonly guards: readonly { readonly rule: string; readonly facts: Readonly<Record<string, unknown>> }[];
  readonly saw: {
    readonly streams: readonly SeenStream[];
    /** The head of the log when the streams were read. */
    readonly position: Position;
    /** SHA-256 over the canonical form of every state that was read. */
    readonly evidence: string;
  };
}

/** Everything about an event but its own data. */
export interface EventMeta {
  readonly eventId: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly effectiveFrom?: string;
  readonly recordedAt: string;
  readonly actor: ActorRecord;
  readonly reason?: string;
  readonly document?: DocumentRef;
  readonly policyVersion?: string;
  readonly commandId: string;
  readonly commandType: string;
  /** Digest of the command's payload: tells a repetition from a re-used id. */
  readonly commandHash: string;
  readonly causationId: string;
  readonly correlationId: string;
  readonly classification: Classification;
  readonly decision?: DecisionRecord;
}

/** An event as the log returns it, lifted to its current schema version. */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly event: E;
  readonly meta: EventMeta;
}
