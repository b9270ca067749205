import type { DocumentRef, DomainEvent, EventMeta, Recorded } from '../record/envelope.js';
import type { Json } from '../record/json.js';
import type { EntryRectified, Patch } from '../record/kernel-events.js';

/** True when an event corrects an earlier one of its stream. */
export const isRectification = (recorded: Recorded): recorded is Recorded<EntryRectified> =>
  recorded.event.type === 'EntryRectified';

/**
 * A stream as it reads once its corrections are known: each corrected event stands in its own place with the right values.
 * @param events of one stream, oldest first; corrections among them
 */
export function rectified<R extends Recorded>(events: readonly R[]): readonly R[] {
  const patches = new Map<string, Patch[]>();
  for (const each of events) {
    if (!isRectification(each)) continue;
    const { corrects, patch } = each.event.data;
    patches.set(corrects, [...(patches.get(corrects) ?? []), patch]);
  }
  if (patches.size === 0) return events;
  return events.map((each) => (patches.get(each.meta.eventId) ?? []).reduce(patched, each));
}

function patched<R extends Recorded>(recorded: R, patch: Patch): R {
  const { event, meta } = recorded;
  const data = patch.data ? (merged(event.data as Json, patch.data) as object) : event.data;
  return { ...recorded, event: { ...event, data } as DomainEvent, meta: patchedMeta(meta, patch) };
}

function patchedMeta(meta: EventMeta, { document, occurredAt, effectiveFrom }: Patch): EventMeta {
  return {
    ...meta,
    ...(document && { document: { ...meta.document, ...document } as DocumentRef }),
    ...(occurredAt && { occurredAt }),
    ...(effectiveFrom && { effectiveFrom }),
  };
}

/** JSON merge patch (RFC 7396 §2). */
function merged(target: Json, patch: Json): Json {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const before = typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {};
  const result = new Map<string, Json>(Object.entries(before));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, merged(result.get(key) ?? null, value));
  }
  return Object.fromEntries(result);
}
