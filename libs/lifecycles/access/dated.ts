import { startOf } from '#calendar';
import type { DecideContext, DocumentRef, EventMeta } from '#kernel';

interface Dated {
  readonly effectiveFrom?: string | undefined;
  readonly document?: DocumentRef | undefined;
}

/**
 * When a power begins or is revoked: when that was recorded, or earlier where it was asked for and the paper behind it was
 * signed by then. A paper proves competence from its day on; nothing proves it before.
 */
function beginning({ effectiveFrom, document }: Dated, recorded: string): string {
  if (effectiveFrom === undefined || effectiveFrom >= recorded) return effectiveFrom ?? recorded;
  const proved = document ? startOf(document.signedOn) : recorded;
  return effectiveFrom > proved ? effectiveFrom : proved;
}

/** When a power that was granted or revoked begins or ends. */
export const begins = (meta: EventMeta): string => beginning(meta, meta.recordedAt);

/** When a role ends: an office that was left may be told of later. */
export const ends = ({ effectiveFrom, occurredAt }: EventMeta): string => effectiveFrom ?? occurredAt;

/** When a power that is being granted or revoked would begin or end. */
export const beginsAsked = (context: DecideContext<unknown>): string => beginning(context, context.now);

/** When a role that is being ended would end. */
export const endsAsked = ({ effectiveFrom, occurredAt }: DecideContext<unknown>): string => effectiveFrom ?? occurredAt;
