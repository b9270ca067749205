import { activityScenes } from './activities.js';
import { castOf, type Cast, type ModelPart, type RegistrationFate } from './cast.js';
import { closingScenes } from './closing.js';
import { commendationScenes } from './commendations.js';
import { evaluationScenes } from './evaluations.js';
import { nextPlanScenes, planScenes } from './plans.js';
import { registrationScenes } from './registrations.js';
import { replicationScenes } from './replication.js';
import type { Scene } from './scene.js';

/** What is played, and by whom. */
export interface Script {
  readonly cast: Cast;
  /** In the order of their days; on one day as the chapters tell it. */
  readonly scenes: readonly Scene[];
}

const NOTHING: readonly RegistrationFate[] = ['MERGED', 'REJECTED', 'CANCELLED'];

/** The models that begin. */
export const begunIn = ({ models }: Cast): readonly ModelPart[] => models.filter(({ fate }) => !NOTHING.includes(fate));

/**
 * Writes the year. The same seed and count give the same scenes.
 * @param count how many units take part
 */
export function scriptOf(seed: string, count: number): Script {
  const cast = castOf(seed, count);
  const begun = begunIn(cast);
  const scenes = [
    ...planScenes(seed, cast.units),
    ...registrationScenes(cast.models),
    ...activityScenes(seed, begun),
    ...evaluationScenes(seed, begun, cast.replicated),
    ...commendationScenes(seed, cast.commended, cast.praised),
    ...replicationScenes(cast.replicated, cast.invited),
    ...closingScenes(cast),
    ...nextPlanScenes(seed, cast.units),
  ];
  return { cast, scenes: scenes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
}
