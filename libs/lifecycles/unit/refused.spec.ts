import { describe, expect, it } from '@jest/globals';
import { startOf } from '#calendar';
import type { Past } from '#testing';
import type { UnitCommand } from './commands.js';
import type { UnitEvent } from './events.js';
import {
  active,
  appointed,
  dated,
  enrolled,
  givenUnit,
  head,
  left,
  pasts,
  removed,
  unit,
} from './spec-support/examples.js';

const id = 'unit-1';
const FROM = '2026-07-01';
const listed = [...active, enrolled(true, '2026-01-01')];
const reads = { successors: [unit('unit-2'), unit('unit-3')] };

const rename: UnitCommand = { type: 'RenameUnit', id, name: 'Phường Mới' };
const code: UnitCommand = { type: 'AssignUnitCode', id, code: '20000' };
const enrol: UnitCommand = { type: 'EnrolUnit', id, obligated: false, basis: 'Kế hoạch', certainty: 'HIGH' };
const exempt = { type: 'ExemptUnit', id } as const;
const remove: UnitCommand = { type: 'RemoveUnitFromRoster', id };
const appoint: UnitCommand = { type: 'AppointHead', id, name: head, acting: true };
const end: UnitCommand = { type: 'EndHead', id, appointment: 'head-1' };
const merge: UnitCommand = { type: 'MergeUnit', id, into: 'unit-2' };
const split: UnitCommand = { type: 'SplitUnit', id, into: ['unit-2', 'unit-3'] };
const dissolve: UnitCommand = { type: 'DissolveUnit', id };

type Case = [
  what: string,
  past: readonly Past<UnitEvent>[],
  command: UnitCommand,
  code: string,
  path: string | undefined,
  from?: string,
];

describe('a refused command', () => {
  const named = [...active, dated({ type: 'UnitNamed', data: { name: 'Tên khác' } }, '2026-06-01')];
  it.each<Case>([
    [
      'a name from before the present one',
      named,
      rename,
      'DATED_BEFORE_WHAT_IT_REPLACES',
      'effectiveFrom',
      '2026-05-31',
    ],
    ['a code from before the unit', active, code, 'DATED_BEFORE_WHAT_IT_REPLACES', 'effectiveFrom', '2025-06-30'],
    [
      'a standing from before the present one',
      listed,
      enrol,
      'DATED_BEFORE_WHAT_IT_REPLACES',
      'effectiveFrom',
      '2025-12-31',
    ],
    ['exempting a unit that was never listed', active, exempt, 'UNIT_NOT_ON_ROSTER', undefined],
    ['exempting it before it was listed', listed, exempt, 'UNIT_NOT_ON_ROSTER', 'effectiveFrom', '2025-12-31'],
    [
      'exempting a unit that was removed',
      [...listed, removed('2026-06-01')],
      exempt,
      'UNIT_NOT_ON_ROSTER',
      'effectiveFrom',
    ],
    ['an exemption for no day', listed, { ...exempt, to: FROM }, 'EXEMPTION_REVERSED', 'to'],
    ['an exemption that ends before it begins', listed, { ...exempt, to: '2026-06-30' }, 'EXEMPTION_REVERSED', 'to'],
    ['removing a unit that was never listed', active, remove, 'UNIT_NOT_ON_ROSTER', undefined],
    ['a second head', [...active, appointed('head-1', '2026-01-01')], appoint, 'HEAD_IN_OFFICE', undefined],
    [
      'a head before the former one has left',
      [...active, appointed('head-1', '2026-01-01'), left('head-1', '2026-07-02')],
      appoint,
      'DATED_BEFORE_WHAT_IT_REPLACES',
      'effectiveFrom',
    ],
    ['the end of a head where there is none', active, end, 'NO_HEAD_IN_OFFICE', undefined],
    ['the end of another head', [...active, appointed('head-2', FROM)], end, 'HEAD_NOT_FOUND', 'appointment'],
    [
      'the end of a head that has left',
      [...active, appointed('head-1', '2026-01-01'), left('head-1', FROM)],
      end,
      'NO_HEAD_IN_OFFICE',
      undefined,
    ],
    [
      'the end of a head before the beginning',
      [...active, appointed('head-1', '2026-08-02')],
      end,
      'DATED_BEFORE_WHAT_IT_REPLACES',
      'effectiveFrom',
    ],
    ['a merger before the unit began', active, merge, 'DATED_BEFORE_WHAT_IT_REPLACES', 'effectiveFrom', '2025-06-30'],
    ['a split that is still to come', active, split, 'NOT_YET_EFFECTIVE', 'effectiveFrom', '2026-09-02'],
    ['an end that is still to come', active, dissolve, 'NOT_YET_EFFECTIVE', 'effectiveFrom', '2026-09-02'],
  ])('is %s', (_, past, command, expected, path, from = FROM) => {
    const { events, refusal } = givenUnit(past).when(command, { reads, effectiveFrom: startOf(from) });
    expect([events, refusal?.code, refusal?.path?.join('.')]).toEqual([[], expected, path]);
  });

  it.each([merge, split])('is a unit that would be its own successor: $type', (command) => {
    const self = { successors: [unit('unit-2'), unit('dossier-1')] };
    expect(givenUnit(active).when(command, { reads: self }).refusal).toMatchObject({
      code: 'SUCCESSOR_IS_ITSELF',
      path: ['into'],
    });
  });

  it.each(Object.entries(pasts).filter(([name]) => name !== 'active'))('is a successor that is %s', (_, past) => {
    const gone = { successors: [unit('unit-2'), unit('unit-3', past)] };
    for (const command of [merge, split]) {
      expect(givenUnit(active).when(command, { reads: gone }).refusal).toMatchObject({
        code: 'SUCCESSOR_NOT_ACTIVE',
        facts: { successor: 'unit-3' },
        path: ['into'],
      });
    }
  });
});
