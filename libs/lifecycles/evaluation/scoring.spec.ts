import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prose } from '#kernel';
import { averageInHundredths, averageReaches, byCriterion, pointsRefusal, tally } from './scoring.js';
import { CRITERIA, given, points } from './spec-support/examples.js';
import type { Score } from './parts.js';

const score = (subject: string, effect: number, spread: number, evidence: number): Score => ({
  subject,
  round: 1,
  rubric: 'rubric-1',
  points: points(effect, spread, evidence),
  comment: prose('Tốt'),
});

describe('Điểm của một phiếu', () => {
  const full = given(points(60, 0, 15));

  it('follows the rubric when every criterion has whole points within its bounds', () => {
    expect(pointsRefusal(CRITERIA, full, 'points')).toBeUndefined();
    expect(byCriterion(full)).toEqual({ effect: 60, spread: 0, evidence: 15 });
  });

  it.each([
    ['a criterion without points', full.slice(1), 'CRITERION_NOT_SCORED', ['points']],
    [
      'a criterion that the rubric does not have',
      [...full, { criterion: 'beauty', points: 3 }],
      'CRITERION_UNKNOWN',
      ['points', '3', 'criterion'],
    ],
    ['a criterion scored twice', [...full, { criterion: 'effect', points: 3 }], 'CRITERION_TWICE', ['points', '3']],
    [
      'more than the criterion’s points',
      given(points(61, 1, 1)),
      'POINTS_OUTSIDE_CRITERION',
      ['points', '0', 'points'],
    ],
    ['less than nothing', given(points(1, -1, 1)), 'POINTS_OUTSIDE_CRITERION', ['points', '1', 'points']],
    ['a fraction of a point', given(points(1, 1.5, 1)), 'POINTS_OUTSIDE_CRITERION', ['points', '1', 'points']],
  ])('is refused with %s', (_what, list, code, path) => {
    expect(pointsRefusal(CRITERIA, list, 'points')).toMatchObject({ code, path });
  });
});

describe('Kết quả của một lần chấm', () => {
  it('is the average of the totals in hundredths, half a hundredth rounded up', () => {
    const of = (members: number, total: number): number => averageInHundredths({ members, total, gatesPassed: true });
    expect([of(3, 200), of(3, 199), of(8, 561), of(0, 0)]).toEqual([6667, 6633, 7013, 0]);
  });

  it('is not effective a hair below the threshold, although it shows as the threshold', () => {
    const sums = { members: 300, total: 20_999, gatesPassed: true };
    expect(averageInHundredths(sums)).toBe(7000);
    expect(averageReaches(sums, 70)).toBe(false);
    expect(averageReaches({ ...sums, total: 21_000 }, 70)).toBe(true);
  });

  it('passes a gate at exactly half of its points on average, and not one point below', () => {
    const at = (spread: number): boolean =>
      tally(CRITERIA, [score('a', 60, 12, 15), score('b', 60, spread, 15)], []).gatesPassed;
    expect([at(13), at(12)]).toEqual([true, false]);
  });

  it('does not stand or fall with a criterion that is no gate', () => {
    expect(tally(CRITERIA, [score('a', 60, 25, 0)], []).gatesPassed).toBe(true);
  });

  it('counts an adjusted criterion as adjusted and the others as given', () => {
    const adjustments = [{ subject: 'a', criterion: 'effect', points: 40 }];
    expect(tally(CRITERIA, [score('a', 60, 20, 10), score('b', 60, 20, 10)], adjustments)).toEqual({
      members: 2,
      total: 160,
      gatesPassed: true,
    });
  });

  it('passes no gate when nobody has scored', () => {
    expect(tally(CRITERIA, [], [])).toEqual({ members: 0, total: 0, gatesPassed: false });
  });

  it('always lies within half a hundredth of the exact average', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 5000 }), (members, total) => {
        const shown = averageInHundredths({ members, total, gatesPassed: true });
        expect(2 * Math.abs(shown * members - 100 * total)).toBeLessThanOrEqual(members);
      }),
    );
  });
});
