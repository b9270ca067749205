import { describe, expect, it } from '@jest/globals';
import type { DecideReplication, ProposeReplication } from './commands.js';
import type { ReplicationEvent } from './events.js';
import {
  adopting,
  accepted,
  calling,
  decided,
  declined,
  evaluation,
  fine,
  guide,
  halted,
  invited,
  inviting,
  model,
  ORIGIN,
  proposed,
  replication,
  unit,
  YEAR,
} from './spec-support/examples.js';
import { adoptionOf, spreadOf, type Replication } from './state.js';

const id = 'replication-1';
const propose = (patch: Partial<ProposeReplication> = {}): ProposeReplication => ({
  type: 'ProposeReplication',
  campaign: 'campaign-1',
  model: 'model-1',
  unit: ORIGIN,
  year: YEAR,
  ...patch,
});
const decide = (patch: Partial<DecideReplication> = {}): DecideReplication => ({
  type: 'DecideReplication',
  id,
  scope: 'CITY_WIDE',
  mandatory: false,
  units: [],
  ...patch,
});
const invite = (...units: readonly string[]) => ({ type: 'InviteUnits', id, units }) as const;
const codeOf = (
  past: readonly ReplicationEvent[],
  command: Parameters<ReturnType<typeof replication>['when']>[0],
  around = fine(),
): string | undefined => replication(past).when(command, around).refusal?.code;

describe('Đề xuất nhân rộng', () => {
  it('waits for the decider', () => {
    const { events, status } = replication([]).when(propose(), fine());
    expect(status).toBe('proposed');
    expect(events[0]).toMatchObject({
      data: { model: 'model-1', unit: ORIGIN, year: YEAR, restricted: false, dueAt: '2026-12-11T17:00:00.000Z' },
    });
  });

  it.each([
    ['MODEL_NOT_REPLICABLE', { evaluation: evaluation({ verdict: 'NOT_EFFECTIVE' }) }],
    ['MODEL_NOT_REPLICABLE', { evaluation: evaluation({ maintained: false }) }],
    ['MODEL_NOT_REPLICABLE', { model: { ...model(), state: { ...model().state, status: 'notMaintained' } } }],
    ['REPLICATED_MODEL_DIFFERS', { model: model({ unit: 'ward-9' }) }],
    ['REPLICATED_MODEL_DIFFERS', { model: model({ campaign: 'campaign-9' }) }],
    ['REPLICATION_UNDER_WAY', { others: [{ id: 'replication-0', year: YEAR }] }],
  ])('refuses with %s', (code, reads) => {
    expect(codeOf([], propose(), fine({ reads }))).toBe(code);
  });

  it('may be withdrawn until it is decided', () => {
    expect(replication([proposed]).when({ type: 'WithdrawReplication', id }, fine()).status).toBe('withdrawn');
    expect(codeOf(calling, { type: 'WithdrawReplication', id })).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Quyết định nhân rộng', () => {
  it('is for the whole city or for chosen units', () => {
    expect(replication([proposed]).when(decide(), fine()).status).toBe('decided');
    const selected = decide({ scope: 'SELECTED', units: ['ward-2'], mandatory: true });
    expect(
      replication([proposed]).when(selected, fine({ reads: { units: [unit('ward-2')] } })).events[0],
    ).toMatchObject({ data: { scope: 'SELECTED', mandatory: true, year: YEAR } });
  });

  it.each([
    ['SELECTION_MISSING', decide({ scope: 'SELECTED' }), {}],
    ['SELECTION_MISSING', decide({ units: ['ward-2'] }), {}],
    ['ORIGIN_CANNOT_ADOPT', decide({ scope: 'SELECTED', units: [ORIGIN] }), { units: [unit(ORIGIN)] }],
    ['REPLICATION_UNIT_TWICE', decide({ scope: 'SELECTED', units: ['ward-2', 'ward-2'] }), {}],
    [
      'REPLICATION_UNIT_NOT_ACTIVE',
      decide({ scope: 'SELECTED', units: ['ward-2'] }),
      { units: [unit('ward-2', 'merged')] },
    ],
    ['MODEL_NOT_REPLICABLE', decide(), { evaluation: evaluation({ maintained: false }) }],
  ])('refuses with %s', (code, command, reads) => {
    expect(codeOf([proposed], command, fine({ reads }))).toBe(code);
  });

  it('rests on a cycle that is this year’s or the last one’s', () => {
    expect(codeOf([proposed], decide(), fine({ now: '2027-12-31T10:00:00.000Z' }))).toBeUndefined();
    expect(codeOf([proposed], decide(), fine({ now: '2028-01-01T02:00:00.000Z' }))).toBe('REPLICATION_OUTDATED');
  });

  it('may be refused instead, and is taken once', () => {
    expect(replication([proposed]).when({ type: 'RefuseReplication', id }, fine()).status).toBe('refused');
    expect(codeOf(calling, decide())).toBe('TRANSITION_NOT_ALLOWED');
    expect(codeOf(calling, { type: 'RefuseReplication', id })).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Hướng dẫn và mời đơn vị', () => {
  it('calls with a guide, then invites with a time to answer', () => {
    expect(
      replication([proposed, decided()]).when({ type: 'PublishReplicationGuide', id, guide: 'Hướng dẫn' }, fine())
        .status,
    ).toBe('calling');
    const { events } = replication(calling).when(
      invite('ward-2', 'ward-3'),
      fine({ reads: { units: [unit('ward-2'), unit('ward-3')] } }),
    );
    expect(events).toEqual([invited('ward-2'), invited('ward-3')]);
    expect(codeOf([proposed], { type: 'PublishReplicationGuide', id, guide: 'x' })).toBe('TRANSITION_NOT_ALLOWED');
    expect(codeOf([proposed, decided()], invite('ward-2'))).toBe('TRANSITION_NOT_ALLOWED');
  });

  it.each<[string, readonly ReplicationEvent[], ReturnType<typeof invite>]>([
    ['REPLICATION_UNITS_MISSING', calling, invite()],
    ['ORIGIN_CANNOT_ADOPT', calling, invite(ORIGIN)],
    ['REPLICATION_UNIT_TWICE', calling, invite('ward-2', 'ward-2')],
    ['UNIT_ALREADY_INVITED', inviting, invite('ward-2')],
    ['UNIT_NOT_SELECTED', [proposed, decided(['ward-2']), guide], invite('ward-3')],
  ])('refuses with %s', (code, past, command) => {
    expect(codeOf(past, command)).toBe(code);
  });

  it('refuses a unit that no longer works', () => {
    expect(codeOf(calling, invite('ward-2'), fine({ reads: { units: [unit('ward-2', 'merged')] } }))).toBe(
      'REPLICATION_UNIT_NOT_ACTIVE',
    );
  });

  it('may ask again whoever declined', () => {
    const past = [...inviting, declined('ward-2')];
    const { events } = replication(past).when(invite('ward-2'), fine());
    const { adoptions } = replication([...past, ...events]).state as Replication;
    expect(adoptions.map(({ unit: it, status }) => [it, status])).toEqual([
      ['ward-2', 'INVITED'],
      ['ward-3', 'INVITED'],
    ]);
  });
});

describe('Dừng và kết thúc nhân rộng', () => {
  it('halts without ending the adopters’ own models (A4)', () => {
    const { events, status } = replication(adopting).when({ type: 'HaltReplication', id }, fine());
    expect(status).toBe('halted');
    const after = replication([...adopting, ...events]).state as Replication;
    expect(adoptionOf(after, 'ward-2')).toMatchObject({ status: 'ADOPTING', model: 'model-of-ward-2' });
    expect(codeOf([...adopting, halted], { type: 'HaltReplication', id })).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('closes when every adoption is settled, and says how far the model has spread', () => {
    expect(codeOf(adopting, { type: 'CloseReplication', id })).toBe('ADOPTIONS_STILL_OPEN');
    const settled: readonly ReplicationEvent[] = [
      ...adopting,
      { type: 'AdoptionConfirmed', data: { unit: 'ward-2' } },
      declined('ward-3'),
    ];
    const { events, status } = replication(settled).when({ type: 'CloseReplication', id }, fine());
    expect(status).toBe('closed');
    expect(events).toEqual([{ type: 'ReplicationClosed', data: { spread: 1 } }]);
    expect(codeOf([proposed], { type: 'CloseReplication', id })).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('waits for nobody after a halt', () => {
    expect(replication([...inviting, halted]).when({ type: 'CloseReplication', id }, fine()).status).toBe('closed');
  });

  it('counts those who run the model as their own', () => {
    expect(spreadOf(replication([...adopting, accepted('ward-3')]).state as Replication)).toBe(1);
  });
});
