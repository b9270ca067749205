import { text } from '../text.js';
import type { FenceEntered } from '../fence/entry.js';
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

/**
 * Stands in a stream where a try to write it had not come in time: what was entered in its fences counts no more. Folds to nothing.
 * Only where a store cannot write a stream and its fences in one step.
 */
export interface AttemptVoided {
  readonly type: 'AttemptVoided';
  readonly data: { readonly attempt: string };
}

/** Stands in a fence and says of tries that were entered there what became of them. It only saves looking. */
export interface FenceSettled {
  readonly type: 'FenceSettled';
  readonly data: { readonly committed: readonly string[]; readonly aborted: readonly string[] };
}

/** Events that belong to no lifecycle. */
export type KernelEvent = EntryRectified | LogFounded | FenceEntered | FenceSettled | AttemptVoided;

/** How they are written and shown. */
export const kernelEvents: { readonly [K in KernelEvent['type']]: EventInfo } = {
  LogFounded: { label: text('Lập sổ sự kiện', 'Log founded'), kind: 'note', classification: 'PUBLIC' },
  FenceEntered: { label: text('Đi qua chốt', 'Fence passed'), kind: 'note', classification: 'RESTRICTED' },
  FenceSettled: { label: text('Chốt đã rõ kết quả', 'Fence settled'), kind: 'note', classification: 'RESTRICTED' },
  AttemptVoided: { label: text('Lượt ghi bị bỏ', 'Attempt voided'), kind: 'note', classification: 'RESTRICTED' },
  EntryRectified: { label: text('Sửa sai sót khi nhập', 'Entry rectified'), kind: 'note' },
};
