import type { Viewer } from '#identity';
import type { StateShape } from '#kernel';
import type { EntityView } from '#views';
import type { HistoryStep } from './bus.js';

/**
 * Which steps of a dossier's history a viewer may read, given that he may read the dossier: its parties all of them, those
 * who handle dossiers all but what is restricted and not for them, everybody else what is public.
 */
export function readableBy<S extends StateShape>(
  view: EntityView<S>,
  state: S,
  viewer: Viewer,
): (step: HistoryStep) => boolean {
  const { units, subjects = [] } = view.parties(state);
  const party = units.some((unit) => viewer.units.includes(unit)) || subjects.includes(viewer.subject);
  const handles = viewer.audiences.includes('AUTHORITIES') || viewer.audiences.includes('STEWARDS');
  return ({ recorded: { meta } }) => {
    if (party) return true;
    if (meta.classification === 'PUBLIC') return true;
    return handles && (meta.classification !== 'RESTRICTED' || viewer.seesRestricted);
  };
}
