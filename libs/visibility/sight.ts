import type { Classification } from '#kernel';
import type { Exposure, Onlooker } from './exposure.js';
import { HANDLES, holds, IS_PARTY, sees } from './rule.js';

/**
 * How a viewer stands to an instance that the viewer may see: it is the viewer's own; it is the viewer's to handle or to
 * supervise; or it is open to the viewer as to many others.
 */
export type Sight = 'party' | 'handler' | 'reader';

/** How a viewer stands to an instance; undefined when the viewer may not see it. Whoever is a party is no handler. */
export function sightOf(viewer: Onlooker, instance: Exposure): Sight | undefined {
  if (holds(IS_PARTY, viewer, instance)) return 'party';
  if (holds(HANDLES, viewer, instance)) return 'handler';
  return sees(viewer, instance) ? 'reader' : undefined;
}

/** What a sight opens of an instance. */
interface Insight {
  /** The classifications of the history's steps; of those in `whenCleared` only for viewers who are cleared. */
  readonly steps: readonly Classification[];
  readonly whenCleared: readonly Classification[];
  /** Names of persons, and prose about them. */
  readonly particulars: boolean;
  /** Who handles it, by name, and the scores that are not released yet. */
  readonly handling: boolean;
}

const INSIGHT: Readonly<Record<Sight, Insight>> = {
  party: { steps: ['PUBLIC', 'INTERNAL', 'RESTRICTED'], whenCleared: [], particulars: true, handling: false },
  handler: { steps: ['PUBLIC', 'INTERNAL'], whenCleared: ['RESTRICTED'], particulars: true, handling: true },
  reader: { steps: ['PUBLIC'], whenCleared: [], particulars: false, handling: false },
};

/** True when somebody of this sight reads names of persons and prose about them. */
export const readsParticulars = (sight: Sight): boolean => INSIGHT[sight].particulars;

/** True when somebody of this sight reads who handles it, by name, and scores before there is a result. */
export const readsHandling = (sight: Sight): boolean => INSIGHT[sight].handling;

/** True when a viewer of this sight reads a step of the history. */
export function readsStep(
  sight: Sight,
  viewer: Pick<Onlooker, 'seesRestricted'>,
  classification: Classification,
): boolean {
  const { steps, whenCleared } = INSIGHT[sight];
  return steps.includes(classification) || (viewer.seesRestricted && whenCleared.includes(classification));
}
