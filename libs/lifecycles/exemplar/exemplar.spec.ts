import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given, type Past } from '#testing';
import type { CampaignPolicy } from '#lifecycles/campaign';
import {
  asProposed,
  evaluation,
  fine as around,
  held,
  ineffective,
  model,
  person,
  team,
  unit,
  WARD,
  YEAR,
} from '../commendation/spec-support/examples.js';
import type { ExemplarCommand, RecogniseExemplar } from './commands.js';
import type { ExemplarEvent } from './events.js';
import { exemplarLifecycle } from './lifecycle.js';
import type { Exemplar, ExemplarState } from './state.js';

const id = 'exemplar-1';
const exemplar = (past: readonly Past<ExemplarEvent>[]) =>
  given<ExemplarState, ExemplarCommand, ExemplarEvent, CampaignPolicy>(exemplarLifecycle, past);
const recognise = (patch: Partial<RecogniseExemplar> = {}): RecogniseExemplar => ({
  type: 'RecogniseExemplar',
  campaign: 'campaign-1',
  unit: WARD,
  year: YEAR,
  model: 'model-1',
  recipient: person('person-b'),
  ...patch,
});
const fine = (reads: Readonly<Record<string, unknown>> = {}, actor = {}) =>
  around({ actor, reads: { model: model(), evaluation: evaluation(), ...reads } });
const { type: _type, ...named } = recognise();
const title = { ...named, recipient: person('person-b') };
const recognised: ExemplarEvent = { type: 'ExemplarRecognised', data: { ...title, restricted: false } };
const withdrawn: ExemplarEvent = { type: 'ExemplarStatusWithdrawn', data: {} };
const withdrawnInMarch = { event: withdrawn, meta: { occurredAt: '2027-03-01T02:00:00.000Z' } };

describe('Công nhận điển hình', () => {
  it('holds up a collective or a person for a model that works', () => {
    expect(exemplar([]).when(recognise(), fine()).events).toEqual([recognised]);
    expect(exemplar([]).when(recognise({ recipient: asProposed(team) }), fine()).status).toBe('recognised');
  });

  it.each([
    ['MODEL_NOT_EFFECTIVE', recognise(), { evaluation: ineffective }, {}],
    ['MODEL_NOT_OF_UNIT', recognise(), { model: model({ unit: 'ward-2' }) }, {}],
    ['RECIPIENT_UNSOUND', recognise({ recipient: { kind: 'INDIVIDUAL' } }), {}, {}],
    ['UNIT_NOT_IN_OPERATION', recognise(), { unit: unit(WARD, 'dissolved') }, {}],
    ['OWN_DOSSIER', recognise(), {}, { subject: 'person-b' }],
    ['RECIPIENT_NOT_REGISTERED', recognise({ recipient: asProposed(team) }), { collectives: [] }, {}],
    ['RECIPIENT_HELD', recognise(), { holds: [held(person('person-b'))] }, {}],
  ])('refuses with %s', (code, command, reads, actor) => {
    expect(exemplar([]).when(command, fine(reads, actor)).refusal?.code).toBe(code);
  });

  it('has one identity for each recipient, model and cycle', () => {
    const of = (command: ExemplarCommand): string => exemplarLifecycle.identify(command, 'command-1');
    expect(of(recognise())).toBe(of(recognise()));
    expect(of(recognise({ year: 2027 }))).not.toBe(of(recognise()));
    expect(exemplar([recognised]).when(recognise(), fine()).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Rút và khôi phục danh hiệu (A4)', () => {
  const withdraw = { type: 'WithdrawExemplarStatus', id } as const;
  const restore = { type: 'RestoreExemplar', id } as const;

  it('ends the title, and gives it back when the model works again', () => {
    expect(exemplar([recognised]).when(withdraw, fine()).status).toBe('withdrawn');
    expect(exemplar([recognised, withdrawn]).when(restore, fine()).status).toBe('recognised');
    expect((exemplar([recognised, withdrawnInMarch]).state as Exemplar).withdrawnOn).toBe('2027-03-01');
  });

  it.each<[string, readonly ExemplarEvent[], ExemplarCommand, object, object]>([
    ['TRANSITION_NOT_ALLOWED', [recognised, withdrawn], withdraw, {}, {}],
    ['TRANSITION_NOT_ALLOWED', [recognised], restore, {}, {}],
    ['OWN_DOSSIER', [recognised], withdraw, {}, { subject: 'person-b' }],
    ['OWN_DOSSIER', [recognised, withdrawn], restore, {}, { onBehalfOf: 'person-b' }],
    ['MODEL_NOT_EFFECTIVE', [recognised, withdrawn], restore, { evaluation: ineffective }, {}],
    ['RECIPIENT_HELD', [recognised, withdrawn], restore, { holds: [held(person('person-b'))] }, {}],
  ])('refuses with %s', (code, past, command, reads, actor) => {
    expect(exemplar(past).when(command, fine(reads as Readonly<Record<string, unknown>>, actor)).refusal?.code).toBe(
      code,
    );
  });

  it('never loses whom and what the title was for, whatever is sent', () => {
    const command = fc.constantFrom<ExemplarCommand>(recognise(), withdraw, restore);
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        const past = commands.reduce<readonly ExemplarEvent[]>(
          (before, next) => [...before, ...exemplar(before).when(next, fine()).events],
          [recognised],
        );
        const state = exemplar(past).state as Exemplar;
        expect(state).toMatchObject(title);
        expect(state.withdrawnOn !== undefined).toBe(state.status === 'withdrawn');
      }),
    );
  });
});
