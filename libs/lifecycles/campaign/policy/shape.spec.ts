import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDateOf } from '#calendar';
import { deadlineAt, isSound, type DeadlineRule } from './shape.js';

const at = (rule: DeadlineRule, after: string, year = 2026): string => deadlineAt(rule, after, year, localDateOf);

describe('a deadline in days', () => {
  it.each([
    ['2026-09-01T10:00:00.000Z', 5, '2026-09-06T17:00:00.000Z'],
    ['2026-09-01T16:59:59.999Z', 5, '2026-09-06T17:00:00.000Z'],
    ['2026-09-01T17:00:00.000Z', 5, '2026-09-07T17:00:00.000Z'],
    ['2026-12-30T03:00:00.000Z', 3, '2027-01-02T17:00:00.000Z'],
    ['2026-09-01T10:00:00.000Z', 0, '2026-09-01T17:00:00.000Z'],
  ])('after a step at %s gives %i whole days: until %s', (after, days, deadline) =>
    expect(at({ kind: 'days', days }, after)).toBe(deadline),
  );

  it('never ends before that many times 24 hours, nor a day later', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.nat({ max: 400 }), (after, days) => {
        const given = (Date.parse(at({ kind: 'days', days }, after.toISOString())) - after.getTime()) / 86_400_000;
        expect(given).toBeGreaterThan(days);
        expect(given).toBeLessThanOrEqual(days + 1);
      }),
    );
  });
});

describe('a deadline in working days', () => {
  it.each([
    ['ten from a Tuesday', '2026-09-01T02:00:00.000Z', 10, [], '2026-09-15T17:00:00.000Z'],
    ['one from a Friday: the whole Monday', '2026-09-04T02:00:00.000Z', 1, [], '2026-09-07T17:00:00.000Z'],
    ['one over the National Day', '2026-09-01T02:00:00.000Z', 1, ['2026-09-02'], '2026-09-03T17:00:00.000Z'],
  ])('%s', (_, after, days, holidays, deadline) =>
    expect(at({ kind: 'workingDays', days, holidays }, after)).toBe(deadline),
  );
});

describe('a deadline before a day', () => {
  it.each([
    [0, '2026-06-14T17:00:00.000Z'],
    [1, '2027-06-14T17:00:00.000Z'],
    [-1, '2025-06-14T17:00:00.000Z'],
  ])('excludes the day, %i years from the cycle’s', (year, deadline) =>
    expect(at({ kind: 'before', monthDay: '06-15', year }, '2026-09-01T00:00:00.000Z')).toBe(deadline),
  );
});

describe('a sound rule', () => {
  it('has what its kind needs', () => {
    expect(isSound({ kind: 'days', days: 0 })).toBe(true);
    expect(isSound({ kind: 'before', monthDay: '02-29', year: 0 })).toBe(true);
    expect(isSound(undefined)).toBe(false);
  });
});
