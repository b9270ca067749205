import { describe, expect, it } from '@jest/globals';
import type { AdoptionCommand } from './commands.js';
import type { ReplicationEvent } from './events.js';
import {
  accepted,
  adopting,
  as,
  calling,
  decided,
  fine,
  guide,
  halted,
  invited,
  inviting,
  measured,
  model,
  ORIGIN,
  proposed,
  replication,
  started,
} from './spec-support/examples.js';
import { adoptionOf, type Replication } from './state.js';

const id = 'replication-1';
const on = (type: 'AcceptAdoption' | 'DeclineAdoption' | 'ConfirmAdoption' | 'FailAdoption', unit = 'ward-2') =>
  ({ type, id, unit }) as AdoptionCommand;
const start = (unit = 'ward-2') => ({ type: 'StartAdoption', id, unit, model: `model-of-${unit}` }) as const;
const measure = (patch: { measures?: readonly { name: string; after: number }[]; on?: string } = {}) =>
  ({
    type: 'MeasureAdoption',
    id,
    unit: 'ward-2',
    on: '2026-11-30',
    measures: [{ name: 'Số ngày', after: 1 }],
    ...patch,
  }) as const;
const adopted = model({ unit: 'ward-2', derivedFrom: 'model-1' }, 'model-of-ward-2');
const statusOf = (past: readonly ReplicationEvent[], unit = 'ward-2'): string | undefined =>
  adoptionOf(replication(past).state as Replication, unit)?.status;
const codeOf = (
  past: readonly ReplicationEvent[],
  command: AdoptionCommand,
  around = as('ward-2'),
): string | undefined => replication(past).when(command, around).refusal?.code;

describe('Đơn vị tiếp nhận', () => {
  it('accepts or declines for itself', () => {
    expect(statusOf([...inviting, ...replication(inviting).when(on('AcceptAdoption'), as('ward-2')).events])).toBe(
      'ACCEPTED',
    );
    expect(statusOf([...inviting, ...replication(inviting).when(on('DeclineAdoption'), as('ward-2')).events])).toBe(
      'DECLINED',
    );
  });

  it.each<[string, readonly ReplicationEvent[], AdoptionCommand, string]>([
    ['ADOPTION_NOT_THERE', inviting, on('AcceptAdoption', ORIGIN), ORIGIN],
    ['ADOPTION_NOT_THERE', calling, on('AcceptAdoption'), 'ward-2'],
    ['ADOPTION_NOT_THERE', [...inviting, accepted('ward-2')], on('DeclineAdoption'), 'ward-2'],
    ['ADOPTION_OF_OTHER_UNIT', inviting, on('AcceptAdoption', 'ward-3'), 'ward-2'],
    ['ADOPTION_OF_OTHER_UNIT', inviting, on('DeclineAdoption', 'ward-3'), 'ward-2'],
    [
      'ADOPTION_MANDATORY',
      [proposed, decided(['ward-2'], true), guide, invited('ward-2')],
      on('DeclineAdoption'),
      'ward-2',
    ],
    ['TRANSITION_NOT_ALLOWED', [...inviting, halted], on('AcceptAdoption'), 'ward-2'],
  ])('refuses with %s', (code, past, command, unit) => {
    expect(codeOf(past, command, as(unit))).toBe(code);
  });

  const ready = [...inviting, accepted('ward-2')];
  it('starts with a model of its own that says where it comes from', () => {
    const { events } = replication(ready).when(start(), as('ward-2', { reads: { adopted } }));
    expect(adoptionOf(replication([...ready, ...events]).state as Replication, 'ward-2')).toMatchObject({
      status: 'ADOPTING',
      model: 'model-of-ward-2',
    });
  });

  it.each([
    ['ADOPTED_MODEL_NOT_DERIVED', model({ unit: 'ward-2' }, 'model-of-ward-2')],
    ['ADOPTED_MODEL_NOT_DERIVED', model({ unit: ORIGIN, derivedFrom: 'model-1' }, 'model-of-ward-2')],
    ['ADOPTED_MODEL_NOT_DERIVED', { ...adopted, state: { status: 'none' } }],
  ])('refuses another model with %s', (code, read) => {
    expect(codeOf(ready, start(), as('ward-2', { reads: { adopted: read } }))).toBe(code);
  });

  it('refuses a start for others, before acceptance, or with a model already in use', () => {
    expect(codeOf(ready, start('ward-3'), as('ward-2', { reads: { adopted } }))).toBe('ADOPTION_OF_OTHER_UNIT');
    expect(codeOf(inviting, start(), as('ward-2', { reads: { adopted } }))).toBe('ADOPTION_NOT_THERE');
    const again = [...adopting, { type: 'AdoptionAccepted', data: { unit: 'ward-3' } } as const];
    const command = { type: 'StartAdoption', id, unit: 'ward-3', model: 'model-of-ward-2' } as const;
    expect(
      codeOf(
        again,
        command,
        as('ward-3', { reads: { adopted: model({ unit: 'ward-3', derivedFrom: 'model-1' }, 'model-of-ward-2') } }),
      ),
    ).toBe('ADOPTED_MODEL_IN_USE');
  });

  it('measures what changed, also after a halt', () => {
    expect(replication(adopting).when(measure(), as('ward-2')).events).toHaveLength(1);
    expect(replication([...adopting, halted]).when(measure(), as('ward-2')).status).toBe('halted');
  });

  it.each<[string, readonly ReplicationEvent[], AdoptionCommand]>([
    ['NOTHING_MEASURED', adopting, measure({ measures: [] })],
    ['DATE_IN_FUTURE', adopting, measure({ on: '2027-01-01' })],
    ['ADOPTION_NOT_THERE', inviting, measure()],
    ['ADOPTION_OF_OTHER_UNIT', adopting, { ...measure(), unit: 'ward-3' }],
  ])('refuses to measure with %s', (code, past, command) => {
    expect(codeOf(past, command)).toBe(code);
  });
});

describe('Kết luận về việc tiếp nhận', () => {
  const twoAdopting = [...adopting, accepted('ward-3'), started('ward-3')];
  const official = fine({ actor: { subject: 'officer-1', role: 'SNV_OFFICER', unit: 'home-affairs' } });

  it('confirms what the unit has shown, or finds it failed', () => {
    const shown = [...adopting, measured('ward-2')];
    expect(statusOf([...shown, ...replication(shown).when(on('ConfirmAdoption'), official).events])).toBe('CONFIRMED');
    expect(statusOf([...adopting, ...replication(adopting).when(on('FailAdoption'), official).events])).toBe('FAILED');
  });

  it('is still given after a halt: what a unit has done is not lost', () => {
    const stopped = [...adopting, measured('ward-2'), halted];
    expect(replication(stopped).when(on('ConfirmAdoption'), official).status).toBe('halted');
    expect(statusOf([...stopped, ...replication(stopped).when(on('FailAdoption'), official).events])).toBe('FAILED');
  });

  it.each<[string, readonly ReplicationEvent[], AdoptionCommand]>([
    ['NO_ADOPTION_MEASURED', adopting, on('ConfirmAdoption')],
    ['ADOPTION_NOT_MEASURED', [...twoAdopting, measured('ward-3')], on('ConfirmAdoption')],
    ['ADOPTION_NOT_THERE', [...adopting, measured('ward-2')], on('ConfirmAdoption', 'ward-3')],
    ['ADOPTION_NOT_THERE', adopting, on('FailAdoption', 'ward-3')],
    ['NO_ADOPTION_THERE', inviting, on('ConfirmAdoption')],
    ['NO_ADOPTION_THERE', inviting, on('FailAdoption')],
    [
      'TRANSITION_NOT_ALLOWED',
      [...adopting, halted, { type: 'ReplicationClosed', data: { spread: 1 } }],
      on('ConfirmAdoption'),
    ],
  ])('refuses with %s', (code, past, command) => {
    expect(codeOf(past, command, official)).toBe(code);
  });
});
