import { describe, expect, it } from '@jest/globals';
import { given, loaded, type Past } from '#testing';
import { unitFold, type UnitState } from '#lifecycles/unit';
import type { CollectiveCommand } from './commands.js';
import type { CollectiveEvent } from './events.js';
import { collectiveLifecycle } from './lifecycle.js';
import { collectiveNameOn, type Collective, type CollectiveState } from './state.js';

const WARD = 'ward-1';
const id = 'dossier-1';
const collective = (past: readonly Past<CollectiveEvent>[]) =>
  given<CollectiveState, CollectiveCommand, CollectiveEvent, unknown>(collectiveLifecycle, past);
const unit = (status: 'active' | 'dissolved') => loaded(unitFold, WARD, { status } as UnitState);
const fine = (reads = {}) => ({ reads: { unit: unit('active'), namesakes: [], units: [], ...reads } });

const register: CollectiveCommand = { type: 'RegisterCollective', unit: WARD, name: 'Tổ dân phố 3' };
const rename: CollectiveCommand = { type: 'RenameCollective', id, name: 'Tổ dân phố số 3' };
const registered: readonly Past<CollectiveEvent>[] = [
  { type: 'CollectiveRegistered', data: { unit: WARD } },
  {
    event: { type: 'CollectiveNamed', data: { name: 'Tổ dân phố 3' } },
    meta: { occurredAt: '2026-03-01T02:00:00.000Z' },
  },
];

describe('Đăng ký tập thể', () => {
  it('gives it an identity that follows from the command, and its first name', () => {
    const { events } = collective([]).when(register, fine());
    expect(events).toEqual([
      { type: 'CollectiveRegistered', data: { unit: WARD } },
      { type: 'CollectiveNamed', data: { name: 'Tổ dân phố 3' } },
    ]);
    const idOf = (commandId: string): string => collectiveLifecycle.identify(register, commandId);
    expect(idOf('command-1')).toBe(idOf('command-1'));
    expect(idOf('command-1')).not.toBe(idOf('command-2'));
  });

  it('asks for its name in one spelling, within its unit', () => {
    const { reads } = collectiveLifecycle.commands.RegisterCollective;
    const asked = { ...register, name: '  tổ  DÂN phố 3 '.normalize('NFD') };
    expect(reads['namesakes']).toMatchObject({ kind: 'ask' });
    expect((reads['namesakes'] as { params(...it: unknown[]): unknown }).params({ status: 'none' }, asked)).toEqual({
      unit: WARD,
      plain: 'tổ dân phố 3',
    });
  });

  it.each([
    ['COLLECTIVE_KNOWN', { namesakes: [{ collective: 'collective-2' }] }],
    ['COLLECTIVE_IS_UNIT', { units: [{ unit: WARD }] }],
    ['UNIT_NOT_IN_OPERATION', { unit: unit('dissolved') }],
  ])('refuses with %s', (code, reads) => {
    expect(collective([]).when(register, fine(reads)).refusal?.code).toBe(code);
  });
});

describe('Sửa tên tập thể', () => {
  it('is a dated fact with its reason: the collective stays who it is', () => {
    const { events, rules } = collective(registered).when(rename, fine({ namesakes: [{ collective: id }] }));
    expect(events).toEqual([{ type: 'CollectiveNamed', data: { name: 'Tổ dân phố số 3' } }]);
    expect(rules).toEqual(expect.arrayContaining(['nameIsFree', 'isNoUnit', 'followsName', 'bringsWhatIsNeeded']));
    const renamed = { event: events[0] as CollectiveEvent, meta: { effectiveFrom: '2026-07-01T00:00:00.000Z' } };
    const { state } = collective([...registered, renamed]);
    const on = (day: string): string => collectiveNameOn(state as Collective, day);
    expect([on('2025-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      'Tổ dân phố 3',
      'Tổ dân phố 3',
      'Tổ dân phố số 3',
    ]);
  });

  it('says nothing when it has the name already', () => {
    expect(collective(registered).when({ ...rename, name: 'Tổ dân phố 3' }, fine()).events).toEqual([]);
  });

  it.each([
    ['COLLECTIVE_KNOWN', fine({ namesakes: [{ collective: id }, { collective: 'collective-2' }] })],
    ['COLLECTIVE_IS_UNIT', fine({ units: [{ unit: 'ward-2' }] })],
    ['REASON_REQUIRED', { ...fine(), reason: '' }],
    ['DATED_BEFORE_WHAT_IT_REPLACES', { ...fine(), effectiveFrom: '2026-02-28T00:00:00.000Z' }],
  ])('refuses with %s', (code, around) => {
    expect(collective(registered).when(rename, around).refusal?.code).toBe(code);
  });
});
