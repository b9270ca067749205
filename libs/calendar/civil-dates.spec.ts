import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addWorkingDays, isLocalDate, localDateOf, startOf } from './index.js';

describe('the civil date of an instant in Viet Nam', () => {
  it.each([
    ['2026-06-14T16:59:59.999Z', '2026-06-14'],
    ['2026-06-14T17:00:00.000Z', '2026-06-15'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['2026-06-15T00:00:00+07:00', '2026-06-15'],
  ])('%s is %s', (instant, date) => expect(localDateOf(instant)).toBe(date));
});

describe('“trước ngày 15/6”', () => {
  const deadline = startOf('2026-06-15');

  it('is the first instant of that day, excluded', () => {
    expect(deadline).toBe(new Date('2026-06-15T00:00:00+07:00').toISOString());
  });

  it.each([
    ['2026-06-14T23:59:59+07:00', true],
    ['2026-06-15T00:00:00+07:00', false],
    ['2026-06-15T00:00:01+07:00', false],
  ])('is met by %s: %p', (at, onTime) => expect(new Date(at).toISOString() < deadline).toBe(onTime));
});

const day = fc
  .date({ min: new Date('1950-01-01T00:00:00.000Z'), max: new Date('2150-01-01T00:00:00.000Z'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));

describe('civil dates', () => {
  it('begin at their first instant and not before', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(localDateOf(startOf(date))).toBe(date);
        expect(localDateOf(new Date(Date.parse(startOf(date)) - 1).toISOString())).toBe(addDays(date, -1));
      }),
    );
  });

  it('go forward and back by days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) =>
        expect(addDays(addDays(date, days), -days)).toBe(date),
      ),
    );
    expect([addDays('2026-02-28', 1), addDays('2028-02-28', 1), addDays('2026-12-31', 1)]).toEqual([
      '2026-03-01',
      '2028-02-29',
      '2027-01-01',
    ]);
  });

  it('go forward by working days: over weekends and holidays, never onto one', () => {
    expect([0, 1, 5, 10].map((days) => addWorkingDays('2026-09-04', days))).toEqual([
      '2026-09-04',
      '2026-09-07',
      '2026-09-11',
      '2026-09-18',
    ]);
    expect(addWorkingDays('2026-09-01', 2, ['2026-09-02', '2026-09-05'])).toBe('2026-09-04');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), fc.array(day, { maxLength: 5 }), (date, days, holidays) => {
        const last = addWorkingDays(date, days, holidays);
        const between = Array.from({ length: (Date.parse(last) - Date.parse(date)) / 86_400_000 }, (_, i) =>
          addDays(date, i + 1),
        );
        const worked = between.filter((it) => ![0, 6].includes(new Date(it).getUTCDay()) && !holidays.includes(it));
        expect([worked.length, worked.at(-1)]).toEqual([days, last]);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-06-31',
    '2026-6-1',
    '15/06/2026',
    '2026-06-15T00:00',
    '',
    ' 2026-06-15',
  ])('%p is none', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  it('are what the calendar has', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    fc.assert(fc.property(day, (date) => expect(isLocalDate(date)).toBe(true)));
  });
});
