import { text } from '../text.js';
import type { DocumentRef } from './envelope.js';
import type { EventInfo } from './codec.js';
import type { LogIdentity } from './founding.js';
import type { Json } from './json.js';

/** What a correction may touch: never who acted, when it was recorded, or an id. A JSON merge patch (RFC 7396) over the data. */
export interface Patch {
  readonly data?: Readonly<Record<string, Json>>;
  readonly document?: Partial<DocumentRef>;
  readonly occurredAt?: string;
  readonly effectiveFrom?: string;
}

/**
 * The one correction of an entry that every lifecycle has: our slip, requested by one person and approved by another (the actor).
 * Known from its own place in the log, true from the corrected event on.
 */
export interface EntryRectified {
  readonly type: 'EntryRectified';
  readonly data: {
    /** The event that was wrong. */
    readonly corrects: string;
    readonly patch: Patch;
    /** The subject who asked for it; never the one who approves. */
    readonly requestedBy: string;
  };
}

/** The first event of every log: what the log is. */
export interface LogFounded {
  readonly type: 'LogFounded';
  readonly data: LogIdentity;
}

/** Events that belong to no lifecycle. */
export type KernelEvent = EntryRectified | LogFounded;

/** How they are written and shown. */
export const kernelEvents: { readonly [K in KernelEvent['type']]: EventInfo } = {
  LogFounded: { label: text('Lập sổ sự kiện', 'Log founded'), kind: 'note', classification: 'PUBLIC' },
  EntryRectified: { label: text('Sửa sai sót khi nhập', 'Entry rectified'), kind: 'note' },
};
