import { toGlobalId } from '#graphql';
import { unitId } from '#lifecycles/unit';
import { hueCampaignId, PERSONAS, type RosterUnit } from '#seed';
import { LEAD } from './cast.js';
import type { Chapter, Scene } from './scene.js';

/** The cycle that is played. */
export const YEAR = 2026;

export const campaignRef = toGlobalId('Campaign', hueCampaignId);
export const unitRef = (key: string): string => toGlobalId('Unit', unitId(key));

/** A persona as a dossier names one for the first time: an invented name and the office. */
export function personOf(sub: string): { readonly name: string; readonly position: string } {
  const persona = PERSONAS.find((each) => each.sub === sub);
  return { name: persona?.name ?? sub, position: persona?.label.vi ?? sub };
}

/** The officials who handle a unit's dossiers: the Office stands in for Home Affairs where the dossier is Home Affairs' own. */
export const officialsFor = (
  unit: RosterUnit,
): { readonly officer: string; readonly leader: string; readonly secondLeader: string } =>
  unit === LEAD
    ? { officer: 'vpub', leader: 'vpub', secondLeader: 'vpub' }
    : { officer: 'snv.officer', leader: 'snv.leader', secondLeader: 'snv.leader2' };

/** Writes the scenes of one chapter about one kind of dossier. */
export const writer =
  (chapter: Chapter, on: Scene['on']) =>
  (
    day: string,
    as: string,
    command: string,
    input: Scene['input'],
    more: Pick<Scene, 'reason' | 'paper' | 'occurredAt' | 'delegation' | 'saves' | 'select'> = {},
  ): Scene => ({
    day,
    chapter,
    as,
    on,
    command,
    input,
    ...more,
  });
