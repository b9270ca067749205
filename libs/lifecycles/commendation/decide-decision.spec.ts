import { describe, expect, it } from '@jest/globals';
import { prose } from '#kernel';
import type { Past } from '#testing';
import type { DecideCommendation, EnterDecision, ItemDecision } from './commands.js';
import type { CommendationEvent } from './events.js';
import type { Recipient } from './items.js';
import type { Dossier } from './state.js';
import {
  dossier,
  draft,
  evaluation,
  fine,
  held,
  ineffective,
  item,
  ITEMS,
  joined,
  person,
  POLICY,
  prepared,
  QD,
  released,
  sentToDecider,
  takenBack,
  team,
  TTR,
  unit,
  UNIT_QD,
  untilDecided,
  untilDecision,
  untilVoted,
  ward,
  WARD,
} from './spec-support/examples.js';

const id = 'dossier-1';
const yes = (it: string): ItemDecision => ({ item: it, outcome: 'GRANTED' });
const no = (it: string, outcome: 'REFUSED' | 'RETURNED' = 'REFUSED', reason?: string): ItemDecision => ({
  item: it,
  outcome,
  ...(reason !== undefined && { reason: prose(reason) }),
});
const decide = (...decisions: readonly ItemDecision[]): DecideCommendation => ({
  type: 'DecideCommendation',
  id,
  decisions,
});
const DECIDER = { subject: 'decider-1', role: 'UBND_DECIDER' };
const deciding = (patch: Parameters<typeof fine>[0] = {}) => fine({ document: QD, actor: DECIDER, ...patch });
/** Somebody is on hold. */
const holdOn = (who: Recipient) => ({ holds: [held(who)] });
const outcomes = (past: readonly CommendationEvent[]): readonly string[] =>
  (dossier(past).state as Dossier).items.map((it) => it.outcome);

describe('Quyết định khen thưởng', () => {
  it('grants, refuses and returns item by item', () => {
    const { events, status } = dossier(untilDecision).when(
      decide(yes('a'), no('b', 'REFUSED', 'Chưa đủ'), no('c', 'RETURNED', 'Bổ sung')),
      deciding(),
    );
    expect(events.map((it) => it.type)).toEqual([
      'CommendationGranted',
      'CommendationRefused',
      'DossierReturnedByDecider',
    ]);
    expect(status).toBe('returnedByDecider');
    expect(outcomes([...untilDecision, ...events])).toEqual(['GRANTED', 'REFUSED', 'RETURNED']);
    expect(events[0]).toMatchObject({
      data: { year: 2026, level: 'CITY', items: [{ item: 'a', form: 'CERTIFICATE_OF_MERIT' }] },
    });
    expect(dossier([...untilDecision, ...events]).state).toMatchObject({ dueAt: '2026-12-11T17:00:00.000Z' });
  });

  it('is over when nothing goes back', () => {
    expect(
      dossier(untilDecision).when(decide(yes('a'), yes('b'), no('c', 'REFUSED', 'Chưa đủ')), deciding()).status,
    ).toBe('decided');
  });

  it.each([
    ['DOSSIER_ITEMS_MISSING', decide(yes('a'))],
    ['DOSSIER_ITEM_TWICE', decide(yes('a'), yes('a'), yes('b'), yes('c'))],
    ['DOSSIER_ITEM_NOT_FOUND', decide(yes('a'), yes('b'), yes('c'), yes('z'))],
    ['ITEM_REASON_MISSING', decide(yes('a'), yes('b'), no('c'))],
    ['ITEM_REASON_MISSING', decide(yes('a'), yes('b'), no('c', 'RETURNED'))],
  ])('refuses with %s', (code, command) => {
    expect(dossier(untilDecision).when(command, deciding()).refusal?.code).toBe(code);
  });

  const grantAll = decide(yes('a'), yes('b'), yes('c'));
  it.each([
    ['DOCUMENT_TYPE_WRONG', { document: TTR }],
    ['DOCUMENT_ISSUER_WRONG', { document: UNIT_QD }],
    ['RECIPIENT_HELD', { reads: holdOn(person('person-b')) }],
    ['RECIPIENT_IS_DOUBLE', { reads: { doubles: [joined('person-b')] } }],
    [
      'FORM_NOT_COMPETENT',
      { policy: { ...POLICY, competentFor: { ...POLICY.competentFor, CERTIFICATE_OF_MERIT: [] } } },
    ],
    ['MODEL_NOT_EFFECTIVE', { reads: { evaluations: [ineffective] } }],
    ['SELF_EVALUATION_MISSING', { reads: { evaluations: [evaluation({ selfEvaluation: undefined })] } }],
    ['ACHIEVEMENT_TAKEN', { reads: { taken: [{ fingerprint: ITEMS[1]?.fingerprint, dossier: 'dossier-2' }] } }],
    ['OWN_DOSSIER', { actor: { ...DECIDER, subject: 'person-b' } }],
  ])('does not grant: %s', (code, around) => {
    expect(dossier(untilDecision).when(grantAll, deciding(around)).refusal?.code).toBe(code);
  });

  it('does not grant what is on hold (A14), but may return it', () => {
    const around = deciding({ reads: holdOn(person('person-b')) });
    expect(dossier(untilDecision).when(grantAll, around).refusal?.code).toBe('RECIPIENT_HELD');
    const apart = decide(yes('a'), no('b', 'RETURNED', 'Chờ kết luận'), yes('c'));
    expect(dossier(untilDecision).when(apart, around).status).toBe('returnedByDecider');
  });

  it('grants what is on hold no more', () => {
    const reads = { holds: [released(person('person-b')), held(person('person-z'))] };
    expect(dossier(untilDecision).when(grantAll, deciding({ reads })).status).toBe('decided');
  });

  it('comes after the submission, and once', () => {
    expect(dossier(untilVoted).when(grantAll, deciding()).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
    expect(dossier(untilDecided).when(grantAll, deciding()).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Nhập quyết định ký trên giấy', () => {
  const enter = (...decisions: readonly ItemDecision[]): EnterDecision => ({
    type: 'EnterDecision',
    id,
    decisions,
    decidedBy: 'Chủ tịch UBND thành phố',
  });
  const all = enter(yes('a'), yes('b'), yes('c'));
  const entering = (patch: Parameters<typeof fine>[0] = {}) =>
    fine({ document: QD, actor: { subject: 'officer-2', role: 'SNV_OFFICER' }, ...patch });

  it('says which office decided; who entered it stands in the envelope', () => {
    const { events, status } = dossier(untilDecision).when(all, entering());
    expect(status).toBe('decided');
    expect(events[0]).toMatchObject({
      data: { decidedBy: 'Chủ tịch UBND thành phố', level: 'CITY' },
    });
  });

  it.each([
    ['DOCUMENT_ISSUER_WRONG', { document: { ...QD, issuer: 'Sở Nội vụ' } }],
    ['DOCUMENT_ISSUER_WRONG', { document: { ...QD, issuer: 'UBND phường Phú Xuân' } }],
    ['DOCUMENT_ISSUER_WRONG', { document: { ...QD, issuer: 'UBND thành phố Huế và các phường' } }],
    ['DOCUMENT_ISSUER_WRONG', { reads: { deciders: [] } }],
    ['ACHIEVEMENT_TAKEN', { reads: { taken: [{ fingerprint: ITEMS[1]?.fingerprint, dossier: 'dossier-2' }] } }],
    ['RECIPIENT_HELD', { reads: holdOn(person('person-b')) }],
    ['RECIPIENT_IS_DOUBLE', { reads: { doubles: [joined('person-b')] } }],
    ['DOCUMENT_TYPE_WRONG', { document: TTR }],
    ['DOCUMENT_REQUIRED', { document: undefined }],
    [
      'FORM_NOT_COMPETENT',
      { policy: { ...POLICY, competentFor: { ...POLICY.competentFor, CERTIFICATE_OF_MERIT: ['SNV_OFFICER'] } } },
    ],
    ['OWN_DOSSIER', { actor: { subject: 'person-c', role: 'SNV_OFFICER' } }],
    ['MODEL_NOT_EFFECTIVE', { reads: { evaluations: [ineffective] } }],
    ['MODEL_NOT_EFFECTIVE', { reads: { evaluations: [takenBack('2026-11-01T02:00:00.000Z')] } }],
  ])('refuses with %s', (code, around) => {
    expect(dossier(untilDecision).when(all, entering(around)).refusal?.code).toBe(code);
  });

  it('writes down what the city signed before a result was taken back', () => {
    const around = entering({ reads: { evaluations: [takenBack('2026-12-15T02:00:00.000Z')] } });
    expect(dossier(untilDecision).when(all, around)).toMatchObject({ refusal: undefined, status: 'decided' });
  });

  it('answers each item, with reasons, and grants nothing that is on hold', () => {
    expect(dossier(untilDecision).when(enter(yes('a')), entering()).refusal?.code).toBe('DOSSIER_ITEMS_MISSING');
    expect(dossier(untilDecision).when(enter(yes('a'), yes('b'), no('c')), entering()).refusal?.code).toBe(
      'ITEM_REASON_MISSING',
    );
    expect(dossier(untilDecision).when(all, entering({ reads: holdOn(team) })).refusal?.code).toBe('RECIPIENT_HELD');
  });

  it('knows the city by its registered names, in any case and spacing', () => {
    expect(
      dossier(untilDecision).when(
        all,
        entering({ document: { ...QD, issuer: ' UBND THÀNH PHỐ  Huế'.normalize('NFD') } }),
      ).status,
    ).toBe('decided');
  });

  it('answers the tờ trình: it is no older; what it does not grant may be on hold', () => {
    const sent = { event: sentToDecider, meta: { commandType: 'SubmitForDecision', document: TTR } };
    const past = [...untilVoted, sent];
    const early = { ...QD, signedOn: '2026-11-29' };
    expect(dossier(past).when(all, entering({ document: early })).refusal?.code).toBe('SIGNED_BEFORE_LAST_STEP');
    const around = entering({ reads: holdOn(person('person-b')) });
    expect(dossier(past).when(enter(yes('a'), no('b', 'REFUSED', 'Chưa đủ'), yes('c')), around).status).toBe('decided');
  });
});

describe('Đơn vị tự quyết định', () => {
  const own = [prepared([item('a', draft(team, 'model-1', 'CERTIFICATE_OF_COMMENDATION'))])];
  const HEAD = { subject: 'head-1', role: 'UNIT_HEAD', unit: WARD };
  const atUnit = (past: readonly Past<CommendationEvent>[], patch: Parameters<typeof fine>[0] = {}) =>
    dossier(past).when({ type: 'DecideAtUnit', id }, fine({ document: UNIT_QD, actor: HEAD, ...patch }));

  it('grants a Giấy khen without going further', () => {
    const { events, status } = atUnit(own);
    expect(status).toBe('decided');
    expect(events[0]).toMatchObject({ type: 'UnitCommendationGranted', data: { level: 'UNIT' } });
  });

  it('never grants a Bằng khen, whatever the policy says', () => {
    const policy = { ...POLICY, competentFor: { ...POLICY.competentFor, CERTIFICATE_OF_MERIT: ['UNIT_HEAD'] } };
    expect(atUnit([prepared()], { policy }).refusal?.code).toBe('FORM_NOT_COMPETENT');
  });

  it.each([
    [
      'FORM_NOT_COMPETENT',
      { policy: { ...POLICY, competentFor: { ...POLICY.competentFor, CERTIFICATE_OF_COMMENDATION: [] } } },
    ],
    ['DOCUMENT_TYPE_WRONG', { document: TTR }],
    ['DOCUMENT_ISSUER_WRONG', { document: QD }],
    ['RECIPIENT_HELD', { reads: holdOn(team) }],
    ['UNIT_NOT_COMPETENT_FOR_FORM', { reads: { unit: unit(WARD, 'active', 'PUBLIC_SERVICE_UNIT') } }],
    ['NOT_PROPOSING_UNIT', { actor: { ...HEAD, unit: 'ward-2' } }],
    ['ACHIEVEMENT_TAKEN', { reads: { taken: [{ fingerprint: ITEMS[0]?.fingerprint, dossier: 'dossier-2' }] } }],
    ['MODEL_NOT_EFFECTIVE', { reads: { evaluations: [ineffective] } }],
  ])('refuses with %s', (code, around) => {
    expect(atUnit(own, around).refusal?.code).toBe(code);
  });

  it.each(['WARD', 'COMMUNE', 'DEPARTMENT', 'OFFICE', 'INSPECTORATE'])('is for the head of a %s', (kind) => {
    expect(atUnit(own, { reads: { unit: unit(WARD, 'active', kind) } }).status).toBe('decided');
  });

  it('is not for the own unit as a whole; for a collective of it, it is', () => {
    const itself = prepared([item('a', draft(ward, 'model-1', 'CERTIFICATE_OF_COMMENDATION'))]);
    expect(atUnit([itself]).refusal?.code).toBe('OWN_UNIT_AS_RECIPIENT');
    expect(atUnit(own).refusal).toBeUndefined();
  });

  it('is no way around the city once the dossier has been submitted', () => {
    expect(atUnit(untilDecision).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});
