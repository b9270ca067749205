import { describe, expect, it } from '@jest/globals';
import { startOf } from '#calendar';
import { derivedId } from '#kernel';
import type { Past } from '#testing';
import type { UnitCommand } from './commands.js';
import type { UnitEvent } from './events.js';
import { unitId, unitLifecycle } from './lifecycle.js';
import { active, appointed, enrolled, enrolment, givenUnit, head, left, pasts, unit } from './spec-support/examples.js';

const id = 'unit-1';
const from = '2026-07-01';
const commands: { readonly [K in UnitCommand['type']]: Extract<UnitCommand, { type: K }> } = {
  RegisterUnit: {
    type: 'RegisterUnit',
    key: 'SNV',
    name: 'Sở Nội vụ',
    kind: 'DEPARTMENT',
    code: '01',
    aliases: [],
    predecessors: [],
  },
  RenameUnit: { type: 'RenameUnit', id, name: 'Phường Mới' },
  AssignUnitCode: { type: 'AssignUnitCode', id, code: '20000' },
  EnrolUnit: { type: 'EnrolUnit', id, obligated: true, basis: 'Kế hoạch', certainty: 'HIGH' },
  ExemptUnit: { type: 'ExemptUnit', id, to: '2026-09-01' },
  RemoveUnitFromRoster: { type: 'RemoveUnitFromRoster', id },
  AppointHead: { type: 'AppointHead', id, name: head, acting: true },
  EndHead: { type: 'EndHead', id, appointment: 'head-1' },
  MergeUnit: { type: 'MergeUnit', id, into: 'unit-2' },
  SplitUnit: { type: 'SplitUnit', id, into: ['unit-2', 'unit-3'] },
  DissolveUnit: { type: 'DissolveUnit', id },
};
const listed = [...active, enrolled(true, '2026-01-01')];
const reads = { successors: [unit('unit-2'), unit('unit-3')] };
const around = { reads, effectiveFrom: startOf(from) };
const ceased: UnitEvent = { type: 'UnitCeased', data: {} };

type Case = [keyof typeof commands, readonly Past<UnitEvent>[], readonly UnitEvent[], string, readonly string[]];

describe('every command of a unit', () => {
  it.each<Case>([
    [
      'RegisterUnit',
      pasts.none,
      [
        { type: 'UnitRegistered', data: { key: 'SNV', kind: 'DEPARTMENT', aliases: [], predecessors: [] } },
        { type: 'UnitNamed', data: { name: 'Sở Nội vụ' } },
        { type: 'UnitCodeAssigned', data: { code: '01' } },
      ],
      'active',
      [],
    ],
    ['RenameUnit', active, [{ type: 'UnitNamed', data: { name: 'Phường Mới' } }], 'active', ['followsName']],
    ['AssignUnitCode', active, [{ type: 'UnitCodeAssigned', data: { code: '20000' } }], 'active', ['followsCode']],
    ['EnrolUnit', active, [enrolment(true)], 'active', ['followsStanding']],
    [
      'ExemptUnit',
      listed,
      [{ type: 'UnitExempted', data: { to: '2026-09-01' } }],
      'active',
      ['wasListed', 'isListedThen', 'endsAfterItBegins'],
    ],
    [
      'RemoveUnitFromRoster',
      listed,
      [{ type: 'UnitRemovedFromRoster', data: {} }],
      'active',
      ['wasListed', 'isListedThen', 'followsStanding'],
    ],
    [
      'AppointHead',
      active,
      [
        {
          type: 'HeadAppointed',
          data: { appointment: derivedId('unit-dossier-1', 'command-1', 'head'), name: head, acting: true },
        },
      ],
      'active',
      ['noHeadInOffice', 'followsFormerHead'],
    ],
    [
      'EndHead',
      [...active, appointed('head-1', from)],
      [{ type: 'HeadEnded', data: { appointment: 'head-1' } }],
      'active',
      ['hasHead', 'endsAppointment'],
    ],
    [
      'MergeUnit',
      active,
      [{ type: 'UnitMerged', data: { into: 'unit-2' } }, ceased],
      'merged',
      ['followsBeginning', 'takesEffectByNow', 'successorsOperate'],
    ],
    [
      'SplitUnit',
      active,
      [{ type: 'UnitSplit', data: { into: ['unit-2', 'unit-3'] } }, ceased],
      'split',
      ['followsBeginning', 'takesEffectByNow', 'successorsOperate'],
    ],
    [
      'DissolveUnit',
      active,
      [{ type: 'UnitDissolved', data: {} }, ceased],
      'dissolved',
      ['followsBeginning', 'takesEffectByNow'],
    ],
  ])('%s is carried out, and tells what it looked at', (type, past, events, status, rules) => {
    const result = givenUnit(past).when(commands[type], around);
    expect(result).toMatchObject({ events, refusal: undefined, status });
    expect(result.rules).toEqual(expect.arrayContaining([...rules]));
  });

  const wrong = Object.values(commands).flatMap((command) =>
    Object.entries(pasts).flatMap(([name, past]) =>
      (unitLifecycle.commands[command.type].from as readonly string[]).includes(name)
        ? []
        : [[command.type, name, command, past] as const],
    ),
  );
  it.each(wrong)('%s does not start from %s', (_type, _name, command, past) => {
    const code = past.length === 0 ? 'NOT_FOUND' : 'TRANSITION_NOT_ALLOWED';
    expect(givenUnit(past).when(command)).toMatchObject({ events: [], refusal: { code } });
  });

  it.each<[keyof typeof commands, readonly Past<UnitEvent>[]]>([
    ['RenameUnit', [...active, { event: { type: 'UnitNamed', data: { name: 'Phường Mới' } }, meta: {} }]],
    ['AssignUnitCode', [...active, { event: { type: 'UnitCodeAssigned', data: { code: '20000' } }, meta: {} }]],
    ['EnrolUnit', listed],
  ])('%s says nothing when it is so already', (type, past) => {
    expect(givenUnit(past).when(commands[type], { reads })).toMatchObject({ events: [], refusal: undefined });
  });

  it('is dated by a law that may be older than our registering the unit', () => {
    const registered: UnitEvent = {
      type: 'UnitRegistered',
      data: { key: 'k', kind: 'WARD', aliases: [], predecessors: [] },
    };
    const meta = { commandType: 'RegisterUnit', occurredAt: '2026-08-01T00:00:00.000Z' };
    const document = { issuer: 'Quốc hội', type: 'NQ', number: '1', year: 2026, signedOn: '2026-06-16' };
    const past = [{ event: registered, meta }, ...active.slice(1)];
    expect(givenUnit(past).when(commands.DissolveUnit, { ...around, document }).refusal).toBeUndefined();
  });
});

describe('a unit', () => {
  it('is known by our key, whatever it is called', () => {
    expect(unitLifecycle.identify(commands.RegisterUnit, 'command')).toBe(unitId('SNV'));
    expect(unitLifecycle.identify({ ...commands.RegisterUnit, name: 'Khác', code: 'x' }, 'other')).toBe(unitId('SNV'));
  });

  it('may have a head from the day on which the former one left', () => {
    const past = [...active, appointed('head-1', '2026-01-01'), left('head-1', from)];
    expect(givenUnit(past).when(commands.AppointHead, around).refusal).toBeUndefined();
  });

  it.each(['merged', 'split', 'dissolved'] as const)('that is %s leaves the roster on that day, for ever', (name) => {
    const past = [...listed, enrolled(false, '2028-01-01'), ...pasts[name].slice(active.length)];
    expect(givenUnit(past).state).toMatchObject({
      to: '2027-01-01',
      standings: [{ value: 'OBLIGATED' }, { value: 'REMOVED', from: '2027-01-01' }],
    });
  });

  it('is registered once: a second registration begins nothing anew', () => {
    expect(givenUnit(active).when({ ...commands.RegisterUnit, key: '19789' }).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });

  it('moves by steps alone; whatever holds from a day on is a dated fact', () => {
    const steps = Object.entries(unitLifecycle.events).filter(([, { kind }]) => kind !== 'datedFact');
    expect(steps.map(([type, { kind }]) => [type, kind])).toEqual([
      ['UnitRegistered', 'step'],
      ['UnitMerged', 'step'],
      ['UnitSplit', 'step'],
      ['UnitDissolved', 'step'],
    ]);
  });
});
