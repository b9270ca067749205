import type { DocumentRef } from './record/envelope.js';
import type { Loaded } from './fold/fold.js';
import type { CommandShape } from './lifecycle.js';
import type { Position } from './store.js';
import type { Facts, Refusal } from './refusal.js';

/** A command on its way through the engine. */
export interface CommandRequest<C extends CommandShape = CommandShape> {
  /** Chosen by the client, once for each intention: repeating it repeats nothing. */
  readonly commandId: string;
  readonly lifecycle: string;
  readonly command: C;
  /** Who sends it: all that a token says. */
  readonly subject: string;
  /** Acts under this delegation. */
  readonly delegation?: string;
  /** The revision the sender decided on; without it the engine decides on what is there. */
  readonly expectedRevision?: number;
  /** The digest of the evidence that the sender looked at: see `evidenceDigest`. */
  readonly expectedEvidence?: string;
  /** When the act happened, RFC 3339 in UTC with milliseconds; now unless given. */
  readonly occurredAt?: string;
  readonly effectiveFrom?: string;
  readonly reason?: string;
  readonly document?: DocumentRef;
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** What became of a command that was carried out, now or when it was first sent. */
export interface Accepted {
  readonly accepted: true;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  /** Empty when it was so already: nothing was written, and the command is decided anew when it is sent again. */
  readonly eventIds: readonly string[];
  /** The dossier as it stands after the command. */
  readonly after: Loaded;
  /** True when the command had been carried out before and this is its first result again. */
  readonly repeated: boolean;
}

/** How a command ended. */
export type Outcome = Accepted | Refusal;

/** A refused attempt at a decision, kept for auditors outside the streams. */
export interface RefusedAttempt {
  readonly at: string;
  readonly commandId: string;
  readonly lifecycle: string;
  readonly id: string;
  readonly command: string;
  readonly subject: string;
  readonly delegation?: string;
  readonly code: string;
  readonly facts: Facts;
}

/** Where refused attempts are written down; durable when `record` resolves. */
export interface AttemptLog {
  record(attempt: RefusedAttempt): Promise<void>;
}

/** The answer to «may I, and if not, why». */
export interface ActionAnswer {
  readonly command: string;
  readonly refusal?: Refusal;
  /** What the command still has to bring when it is allowed; whatever it says beside that is held against the rules then. */
  readonly needs: readonly ('reason' | 'document')[];
  /** For a decision: the digest to send back as `expectedEvidence`. */
  readonly evidence?: string;
}
