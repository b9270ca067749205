import { unitId } from '#lifecycles/unit';
import { HUE_UNITS, hueCampaignId } from '#seed';

const communes = HUE_UNITS.filter((it) => it.obligated && it.code !== undefined);

/** The unit at a place of the roster. */
function at(place: number): { readonly key: string; readonly name: string; readonly id: string } {
  const found = communes[place];
  if (!found) throw new Error(`The seed has no ${place + 1} communes`);
  return { key: found.key, name: found.name, id: unitId(found.key) };
}
const [ward, neighbour] = [at(0), at(1)];

/** Whom and what the story is about. */
export const scene = {
  campaign: hueCampaignId,
  year: 2026,
  ward: ward.key,
  wardName: ward.name,
  unit: ward.id,
  neighbour: neighbour.key,
  other: neighbour.id,
  /** Goes up in its heir, with all that it runs. */
  merging: at(2),
  heir: at(3),
  /** Falls into two that are there already. */
  splitting: at(4),
  parts: [at(5), at(6)],
  dissolved: at(7),
  exempt: at(8),
  removed: at(9),
  /** Does not want what others see in it, nor what others have. */
  unwilling: at(10),
  /** Registers one thing twice, and gives up what it has begun. */
  hasty: at(11),
  /** Has no plan in time, and then none at all. */
  slow: at(12),
} as const;
export type Scene = typeof scene;
