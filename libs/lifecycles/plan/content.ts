import { localDateOf } from '#calendar';
import { isRefusal, refusals, type Loaded, type Refusal } from '#kernel';
import { campaignRefusals, type CampaignState } from '#lifecycles/campaign';
import { activeUnit, type UnitState } from '#lifecycles/unit';
import type { PlanContent } from './events.js';
import { planRefusals } from './refusals.js';

/** What the content of a plan is held against. */
export interface ContentReads {
  readonly campaign: Loaded<CampaignState>;
  readonly coordination: readonly Loaded<UnitState>[];
}

const at = (...path: string[]): readonly string[] => ['content', ...path];

/**
 * What is wrong with a plan's content, whatever its state: the mode and its host document, fields, coordinating units, tasks.
 * @param unit whose plan it is
 * @param now the instant of recording: no document is signed later
 */
export function contentRefusal(
  content: PlanContent,
  unit: string,
  { campaign, coordination }: ContentReads,
  now: string,
): Refusal | undefined {
  return (
    hostRefusal(content, now) ?? coordinationRefusal(unit, coordination) ?? charterRefusal(content, campaign.state)
  );
}

function hostRefusal({ mode, host }: PlanContent, now: string): Refusal | undefined {
  if (mode === 'INTEGRATED' && !host) return planRefusals.hostMissing({}, at('host'));
  if (mode === 'STANDALONE' && host) return planRefusals.hostUnexpected({}, at('host'));
  if (!host || host.document.signedOn <= localDateOf(now)) return undefined;
  return refusals.dateInFuture({ date: host.document.signedOn }, at('host', 'document', 'signedOn'));
}

function coordinationRefusal(unit: string, coordination: readonly Loaded<UnitState>[]): Refusal | undefined {
  if (coordination.some(({ id }) => id === unit)) return planRefusals.coordinatesWithItself({}, at('coordination'));
  const inactive = coordination.map((it) => activeUnit(it)).find(isRefusal);
  return inactive && { ...inactive, path: at('coordination') };
}

/** The fields are the campaign's own, and every task falls into its period. */
function charterRefusal({ fields, tasks }: PlanContent, campaign: CampaignState): Refusal | undefined {
  if (campaign.status === 'none') return undefined;
  const known = campaign.fields.map(({ key }) => key);
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown !== undefined) return campaignRefusals.fieldUnknown({ field: unknown }, at('fields'));
  const [from, to] = [`${campaign.fromYear}-01-01`, `${campaign.toYear}-12-31`];
  const outside = tasks.findIndex(({ due }) => due < from || due > to);
  const date = tasks[outside]?.due;
  return date === undefined
    ? undefined
    : refusals.dateOutsidePeriod({ date, from, to }, at('tasks', String(outside), 'due'));
}
