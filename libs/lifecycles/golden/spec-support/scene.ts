import { unitId } from '#lifecycles/unit';
import { HUE_UNITS, hueCampaignId } from '#seed';

const [ward, neighbour] = HUE_UNITS.filter((it) => it.obligated && it.code !== undefined);
if (!ward || !neighbour) throw new Error('The seed has no two wards');

/** Whom and what the story is about. */
export const scene = {
  campaign: hueCampaignId,
  year: 2026,
  ward: ward.key,
  unit: unitId(ward.key),
  neighbour: neighbour.key,
  other: unitId(neighbour.key),
} as const;
export type Scene = typeof scene;
