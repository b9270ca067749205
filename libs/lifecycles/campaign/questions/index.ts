import { question } from '#kernel';

/**
 * What the overviews count of a year, over several lifecycles at once: asked by the campaign, which may not know how they do it.
 * `asOf` is the civil day whose roster counts; `plan` and `registration` are the readings that the policy takes.
 */
const ofCycle = { campaign: 'text', year: 'integer', asOf: 'text' } as const;
const byReading = { ...ofCycle, plan: 'text', registration: 'text' } as const;

/** Every reading of every target that can be counted. */
export const targetFigures = question('overview.targetFigures', {
  asks: ofCycle,
  answers: { key: 'text', reading: 'text', numerator: 'integer', denominator: 'integer' },
});

/** For each duty, how many units owe it and have neither done it nor been declared to have missed it; all duties, in one order. */
export const dutiesWithoutEnd = question('overview.dutiesWithoutEnd', {
  asks: byReading,
  answers: { duty: 'text', open: 'integer' },
});

/** Those of the named units that owe a duty and have not done it; `underWay` is 1 where the authorities are still to settle it. */
export const unitsOwing = question('overview.unitsOwing', {
  asks: { ...byReading, duty: 'text', units: 'ids' },
  answers: { unit: 'text', underWay: 'integer' },
});
