import type { Prose } from '../personal/particulars.js';
import type { Json } from './json.js';
import type { Position } from '../store.js';

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
  /** -1 where there was no such stream. */
  readonly revision: number;
  /** The running digest of its stored bytes up to that revision, lower-case hex. */
  readonly digest: string;
}

/** A question that was asked of the views, and what they answered. */
export interface SeenAnswer {
  /** `lifecycle.question` of the lifecycle that answers. */
  readonly question: string;
  readonly params: Readonly<Record<string, Json>>;
  /** Identifiers, codes and counts. */
  readonly rows: readonly Readonly<Record<string, Json>>[];
  /** The id of the last event that the answering views had applied; absent before the first. */
  readonly asOf?: string;
}

/** A condition that could have refused, and the facts that it looked at. */
export interface Condition {
  readonly rule: string;
  readonly facts: Readonly<Record<string, Json>>;
}

/** What stands behind a decision, kept beside its outcome. */
export interface DecisionRecord {
  readonly legalBasis: readonly string[];
  readonly policyVersion?: string;
  /** Every condition that could have refused the decision, in the order in which they were looked at. */
  readonly guards: readonly Condition[];
  readonly saw: {
    readonly streams: readonly SeenStream[];
    readonly answers: readonly SeenAnswer[];
    /** SHA-256 over streams and answers: see `evidenceDigest`. */
    readonly evidence: string;
  };
}

/** Everything about an event but its own data. */
export interface EventMeta {
  readonly eventId: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  /** From when a dated fact holds; steps have none. */
  readonly effectiveFrom?: string;
  readonly recordedAt: string;
  readonly actor: ActorRecord;
  /** Why: free text, sealed under the key of the dossier's text. */
  readonly reason?: Prose;
  readonly document?: DocumentRef;
  readonly policyVersion?: string;
  readonly commandId: string;
  readonly commandType: string;
  /** Digest of the command's payload without what particulars say: tells a repetition from a re-used id. */
  readonly commandHash: string;
  readonly causationId: string;
  readonly correlationId: string;
  readonly classification: Classification;
  readonly decision?: DecisionRecord;
  /** 16 random bytes in base64: they keep the hash of the stored bytes from telling what they say. */
  readonly salt: string;
}

/** An event as a fold sees it: what happened, where, and everything around it, lifted to its current schema version. */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly stream: string;
  /** The instance's own id: the second part of the stream's name. */
  readonly id: string;
  readonly revision: number;
  readonly event: E;
  readonly meta: EventMeta;
}

/** An event as the log returns it. */
export interface Logged<E extends DomainEvent = DomainEvent> extends Recorded<E> {
  readonly position: Position;
  /** The hash of its stored bytes, lower-case hex: see `leafHash`. */
  readonly leaf: string;
}
