import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { activeUnit, unitIsActive, unitIsObligated } from './guards.js';
import { on, since, timeline, type Since } from './dated.js';
import { active, dated, enrolled, exempted, folded, pasts, unit } from './spec-support/examples.js';
import { nameOn, standingOn } from './state.js';

const day = fc.integer({ min: 0, max: 40 }).map((it) => new Date(Date.UTC(2026, 0, 1 + it)).toISOString().slice(0, 10));
const history = fc.array(fc.record({ value: fc.integer(), from: day }), { maxLength: 12 });

/** Day by day: each record, in the order of recording, holds from its day on unless one with a later day holds there. */
function naive(records: readonly Since<number>[], date: string): number | undefined {
  const sorted = records
    .map((it, at) => ({ ...it, at }))
    .sort((a, b) => (a.from === b.from ? a.at - b.at : a.from < b.from ? -1 : 1));
  let value: number | undefined;
  for (const it of sorted) if (it.from <= date) value = it.value;
  return value;
}

describe('what held on a day', () => {
  it('is what a naive model says, for any record and any day', () => {
    fc.assert(
      fc.property(history, day, (records, date) => expect(on(records, date)).toBe(naive(records, date))),
      { numRuns: 500 },
    );
  });

  it('reads the same from the order of the days as from that of recording, and from the days of change alone', () => {
    fc.assert(
      fc.property(history, day, (records, date) => {
        const ordered = records.reduce<readonly Since<number>[]>((it, fact) => since(it, fact), []);
        expect(on(ordered, date)).toBe(on(records, date));
        expect(on(timeline(ordered), date)).toBe(on(records, date));
      }),
    );
  });

  it('does not change in the past when something is recorded for later', () => {
    fc.assert(
      fc.property(history, day, fc.integer(), (records, from, value) => {
        const before = records.map((it) => it.from).filter((it) => it < from);
        for (const date of before) expect(on([...records, { value, from }], date)).toBe(on(records, date));
      }),
    );
  });
});

describe('the roster over time', () => {
  const released = folded(...active, enrolled(true, '2026-01-01'), exempted('2026-03-01', '2026-06-01'));

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'OBLIGATED'],
    ['2026-02-28', 'OBLIGATED'],
    ['2026-03-01', 'EXEMPT'],
    ['2026-05-31', 'EXEMPT'],
    ['2026-06-01', 'OBLIGATED'],
  ])('an exempted unit on %s is %s', (date, standing) => expect(standingOn(released, date)).toBe(standing));

  it('has an exemption without an end stand until something else does', () => {
    const state = folded(...active, enrolled(false, '2026-01-01'), exempted('2026-03-01'));
    expect([standingOn(state, '2029-12-31'), standingOn(state, '2026-02-01')]).toEqual(['EXEMPT', 'ENROLLED']);
  });

  it('gives back what the unit was, not more', () => {
    const state = folded(...active, enrolled(false, '2026-01-01'), exempted('2026-03-01', '2026-04-01'));
    expect(standingOn(state, '2026-04-01')).toBe('ENROLLED');
  });

  it('gives back what is known by then, though it was recorded after the exemption', () => {
    const state = folded(
      ...active,
      enrolled(false, '2026-01-01'),
      exempted('2026-03-01', '2026-06-01'),
      enrolled(true, '2026-02-01'),
    );
    expect(['2026-02-15', '2026-05-31', '2026-06-01'].map((date) => standingOn(state, date))).toEqual([
      'OBLIGATED',
      'EXEMPT',
      'OBLIGATED',
    ]);
  });

  it('does not know a unit that is none', () => expect(standingOn({ status: 'none' }, '2026-01-01')).toBeUndefined());
});

describe('a unit’s name', () => {
  it('is the one it had on the day; the first one before that', () => {
    const renamed = dated({ type: 'UnitNamed', data: { name: 'Phường Mới' } }, '2026-07-01');
    const state = folded(...active, renamed);
    if (state.status === 'none') throw new Error('There is no unit');
    expect(['2020-01-01', '2026-06-30', '2026-07-01'].map((date) => nameOn(state, date))).toEqual([
      'Phường Thuận Hóa',
      'Phường Thuận Hóa',
      'Phường Mới',
    ]);
  });
});

describe('the guards on a unit', () => {
  const at = (occurredAt: string) => ({
    now: '2027-01-01T00:00:00.000Z',
    occurredAt,
    actor: { subject: 's', role: 'r', unit: 'u', grant: 'g' },
    policy: undefined,
  });
  const obligated = { unit: unit('unit-1', [...active, enrolled(true, '2026-07-01')]) };

  it.each([
    ['2026-06-30T16:59:59.999Z', { code: 'UNIT_NOT_OBLIGATED', facts: { date: '2026-06-30' } }],
    ['2026-06-30T17:00:00.000Z', { unit: 'unit-1', date: '2026-07-01' }],
  ])('hold the obligation to the local day of the act: %s', (occurredAt, found) =>
    expect(unitIsObligated.check(undefined, obligated, at(occurredAt))).toMatchObject(found),
  );

  it('refuse a unit that is enrolled, exempt, removed or unknown', () => {
    const others = [[enrolled(false, '2026-01-01')], [enrolled(true, '2026-01-01'), exempted('2026-02-01')], []];
    for (const past of others)
      expect(
        unitIsObligated.check(undefined, { unit: unit('u', [...active, ...past]) }, at('2026-09-01T00:00:00.000Z')),
      ).toMatchObject({ code: 'UNIT_NOT_OBLIGATED' });
  });

  it('refuse whatever does not operate', () => {
    const codes = Object.entries(pasts).map(([name, past]) => [name, 'refused' in activeUnit(unit('unit-1', past))]);
    expect(codes).toEqual([
      ['none', true],
      ['active', false],
      ['merged', true],
      ['split', true],
      ['dissolved', true],
    ]);
    expect(unitIsActive.check(undefined, { unit: unit('unit-1') }, at('2026-09-01T00:00:00.000Z'))).toEqual({
      unit: 'unit-1',
    });
  });
});
