import { describe, expect, it } from '@jest/globals';
import type { UnitCommand } from './commands.js';
import type { UnitEvent } from './events.js';
import { unitId, unitLifecycle } from './lifecycle.js';
import { active, appointed, enrolled, givenUnit, head, pasts, unit } from './spec-support/examples.js';

const id = 'unit-1';
const from = '2026-07-01';
const commands: { readonly [K in UnitCommand['type']]: Extract<UnitCommand, { type: K }> } = {
  RegisterUnit: {
    type: 'RegisterUnit',
    key: 'SNV',
    name: 'Sở Nội vụ',
    kind: 'DEPARTMENT',
    from,
    aliases: [],
    predecessors: [],
  },
  RenameUnit: { type: 'RenameUnit', id, name: 'Phường Mới', from },
  AssignUnitCode: { type: 'AssignUnitCode', id, code: '20000', from },
  EnrolUnit: { type: 'EnrolUnit', id, obligated: true, from, basis: 'Kế hoạch', certainty: 'HIGH' },
  ExemptUnit: { type: 'ExemptUnit', id, from, to: '2026-09-01' },
  RemoveUnitFromRoster: { type: 'RemoveUnitFromRoster', id, from },
  AppointHead: { type: 'AppointHead', id, name: head, acting: true, from },
  EndHead: { type: 'EndHead', id, appointment: 'head-1', at: '2026-08-01' },
  MergeUnit: { type: 'MergeUnit', id, into: 'unit-2', from },
  SplitUnit: { type: 'SplitUnit', id, into: ['unit-2', 'unit-3'], from },
  DissolveUnit: { type: 'DissolveUnit', id, from },
};
const listed = [...active, enrolled(true, '2026-01-01')];
const successors = { successors: [unit('unit-2'), unit('unit-3')] };

describe('every command of a unit', () => {
  const { type: _register, ...registered } = commands.RegisterUnit;
  it.each<[keyof typeof commands, readonly UnitEvent[], UnitEvent, string]>([
    ['RegisterUnit', pasts.none, { type: 'UnitRegistered', data: registered }, 'active'],
    ['RenameUnit', active, { type: 'UnitRenamed', data: { name: 'Phường Mới', from } }, 'active'],
    ['AssignUnitCode', active, { type: 'UnitCodeAssigned', data: { code: '20000', from } }, 'active'],
    ['EnrolUnit', active, enrolled(true, from), 'active'],
    ['ExemptUnit', listed, { type: 'UnitExempted', data: { from, to: '2026-09-01' } }, 'active'],
    ['RemoveUnitFromRoster', listed, { type: 'UnitRemovedFromRoster', data: { from } }, 'active'],
    [
      'AppointHead',
      active,
      { type: 'HeadAppointed', data: { appointment: 'head-new', name: head, acting: true, from } },
      'active',
    ],
    [
      'EndHead',
      [...active, appointed('head-1', from)],
      { type: 'HeadEnded', data: { appointment: 'head-1', at: '2026-08-01' } },
      'active',
    ],
    ['MergeUnit', active, { type: 'UnitMerged', data: { into: 'unit-2', from } }, 'merged'],
    ['SplitUnit', active, { type: 'UnitSplit', data: { into: ['unit-2', 'unit-3'], from } }, 'split'],
    ['DissolveUnit', active, { type: 'UnitDissolved', data: { from } }, 'dissolved'],
  ])('%s is carried out', (type, past, event, status) => {
    expect(givenUnit(past).when(commands[type], { reads: successors })).toEqual({
      events: [event],
      refusal: undefined,
      status,
    });
  });

  const wrong = Object.values(commands).flatMap((command) =>
    Object.entries(pasts).flatMap(([name, past]) =>
      (unitLifecycle.commands[command.type].from as readonly string[]).includes(name)
        ? []
        : [[command.type, name, command, past] as const],
    ),
  );
  it.each(wrong)('%s does not start from %s', (_type, _name, command, past) => {
    expect(givenUnit(past).when(command)).toMatchObject({ events: [], refusal: { code: 'TRANSITION_NOT_ALLOWED' } });
  });
});

describe('a refused command', () => {
  const { EnrolUnit, ExemptUnit, RemoveUnitFromRoster, AppointHead, EndHead, MergeUnit, SplitUnit } = commands;
  it.each<[string, readonly UnitEvent[], UnitCommand, string, readonly string[] | undefined]>([
    ['an obligation that stands', listed, EnrolUnit, 'ROSTER_UNCHANGED', ['from']],
    [
      'an enrolment that stands',
      [...active, enrolled(false, from)],
      { ...EnrolUnit, obligated: false },
      'ROSTER_UNCHANGED',
      ['from'],
    ],
    ['exempting a unit that is not listed', active, ExemptUnit, 'UNIT_NOT_ON_ROSTER', ['from']],
    [
      'exempting it before it was listed',
      listed,
      { ...ExemptUnit, from: '2025-12-31' },
      'UNIT_NOT_ON_ROSTER',
      ['from'],
    ],
    [
      'exempting a unit that was removed',
      [...listed, { type: 'UnitRemovedFromRoster', data: { from: '2026-06-01' } }],
      ExemptUnit,
      'UNIT_NOT_ON_ROSTER',
      ['from'],
    ],
    ['an exemption for no day', listed, { ...ExemptUnit, to: from }, 'EXEMPTION_REVERSED', ['to']],
    [
      'an exemption that ends before it begins',
      listed,
      { ...ExemptUnit, to: '2026-06-30' },
      'EXEMPTION_REVERSED',
      ['to'],
    ],
    ['removing a unit that is not listed', active, RemoveUnitFromRoster, 'UNIT_NOT_ON_ROSTER', ['from']],
    ['a second head', [...active, appointed('head-1', '2026-01-01')], AppointHead, 'HEAD_IN_OFFICE', undefined],
    [
      'a head before the former one has left',
      [
        ...active,
        appointed('head-1', '2026-01-01'),
        { type: 'HeadEnded', data: { appointment: 'head-1', at: '2026-07-02' } },
      ],
      AppointHead,
      'HEAD_IN_OFFICE',
      undefined,
    ],
    ['the end of a head that is none', active, EndHead, 'HEAD_NOT_FOUND', ['appointment']],
    [
      'the end of a head that has left',
      [...active, appointed('head-1', from), { type: 'HeadEnded', data: { appointment: 'head-1', at: from } }],
      EndHead,
      'HEAD_NOT_FOUND',
      ['appointment'],
    ],
    [
      'the end of a head before the beginning',
      [...active, appointed('head-1', '2026-08-02')],
      EndHead,
      'HEAD_NOT_FOUND',
      ['appointment'],
    ],
    ['merging a unit into itself', active, { ...MergeUnit, id: 'unit-2' }, 'SUCCESSOR_IS_ITSELF', ['into']],
    ['splitting a unit into itself', active, { ...SplitUnit, id: 'unit-3' }, 'SUCCESSOR_IS_ITSELF', ['into']],
  ])('is %s', (_, past, command, code, path) => {
    const { events, refusal } = givenUnit(past).when(command, { reads: successors });
    expect([events, refusal?.code, refusal?.path]).toEqual([[], code, path]);
  });

  it.each(Object.entries(pasts).filter(([name]) => name !== 'active'))('is a successor that is %s', (_, past) => {
    const reads = { successors: [unit('unit-2'), unit('unit-3', past)] };
    for (const command of [MergeUnit, SplitUnit]) {
      expect(givenUnit(active).when(command, { reads }).refusal).toMatchObject({
        code: 'SUCCESSOR_NOT_ACTIVE',
        facts: { successor: 'unit-3' },
        path: ['into'],
      });
    }
  });
});

describe('a unit', () => {
  it('is known by our key, whatever it is called', () => {
    expect(unitLifecycle.identify(commands.RegisterUnit, 'command')).toBe(unitId('SNV'));
    expect(unitLifecycle.identify({ ...commands.RegisterUnit, name: 'Khác', code: 'x' }, 'other')).toBe(unitId('SNV'));
  });

  it('may have a head from the day on which the former one left', () => {
    const past = [
      ...active,
      appointed('head-1', '2026-01-01'),
      { type: 'HeadEnded', data: { appointment: 'head-1', at: from } } as const,
    ];
    expect(givenUnit(past).when(commands.AppointHead).refusal).toBeUndefined();
  });

  it.each(['merged', 'split', 'dissolved'] as const)('that is %s leaves the roster on that day', (name) => {
    const past = [...listed, ...pasts[name].slice(1)];
    expect(givenUnit(past).state).toMatchObject({
      standings: [{ value: 'OBLIGATED' }, { value: 'REMOVED', from: '2027-01-01' }],
    });
  });

  it('is registered once: a second registration begins nothing anew', () => {
    expect(givenUnit(active).when({ ...commands.RegisterUnit, key: '19789' }).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});
