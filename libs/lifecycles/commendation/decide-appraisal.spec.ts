import { describe, expect, it } from '@jest/globals';
import type { Past } from '#testing';
import type { RecordCouncilVote } from './commands.js';
import type { CommendationEvent, ItemFinding } from './events.js';
import type { Dossier } from './state.js';
import {
  appraised,
  BB,
  CV,
  dossier,
  fine,
  ineffective,
  NOW,
  POLICY,
  prepared,
  QD,
  TTR,
  unit,
  untilAppraised,
  untilDecision,
  untilReceived,
  untilSubmitted,
  untilVoted,
  voted,
} from './spec-support/examples.js';

const id = 'dossier-1';
const LATER = '2027-01-31T02:00:00.000Z';
const finding = (item: string, eligible = true, met = true): ItemFinding => ({
  item,
  eligible,
  checks: [{ requirement: 'Hiệu quả', met }],
});
const all = ['a', 'b', 'c'].map((it) => finding(it));
const codeOf = (
  past: readonly Past<CommendationEvent>[],
  command: Parameters<ReturnType<typeof dossier>['when']>[0],
  around = fine(),
): string | undefined => dossier(past).when(command, around).refusal?.code;

describe('Tiếp nhận, trả lại, thẩm định', () => {
  it('is received, then appraised item by item', () => {
    expect(dossier(untilSubmitted).when({ type: 'ReceiveDossier', id }, fine()).status).toBe('received');
    const { events, status } = dossier(untilReceived).when({ type: 'AppraiseDossier', id, findings: all }, fine());
    expect(status).toBe('appraised');
    expect((dossier([...untilReceived, ...events]).state as Dossier).items.every((it) => it.eligible)).toBe(true);
  });

  it('goes back to the unit from every step before the decider has it', () => {
    for (const past of [untilSubmitted, untilReceived, untilAppraised, untilVoted])
      expect(dossier(past).when({ type: 'ReturnDossier', id }, fine()).status).toBe('returned');
    expect(codeOf(untilDecision, { type: 'ReturnDossier', id })).toBe('TRANSITION_NOT_ALLOWED');
    expect(codeOf([prepared()], { type: 'ReceiveDossier', id })).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('sets the unit a day to send it again by', () => {
    const { events } = dossier(untilReceived).when({ type: 'ReturnDossier', id }, fine());
    expect(events).toEqual([{ type: 'DossierReturned', data: { dueAt: '2026-12-11T17:00:00.000Z' } }]);
    expect(dossier([...untilReceived, ...events]).state).toMatchObject({
      status: 'returned',
      dueAt: '2026-12-11T17:00:00.000Z',
    });
  });

  it.each([
    ['DOSSIER_ITEMS_MISSING', all.slice(1)],
    ['DOSSIER_ITEM_TWICE', [...all, finding('a')]],
    ['DOSSIER_ITEM_NOT_FOUND', [...all, finding('z')]],
    ['ELIGIBLE_WITH_UNMET_CHECKS', [finding('a', true, false), ...all.slice(1)]],
  ])('refuses an appraisal with %s', (code, findings) => {
    expect(codeOf(untilReceived, { type: 'AppraiseDossier', id, findings })).toBe(code);
  });

  it('looks again at the evaluations, which may have been reopened', () => {
    expect(
      codeOf(
        untilReceived,
        { type: 'AppraiseDossier', id, findings: all },
        fine({ reads: { evaluations: [ineffective] } }),
      ),
    ).toBe('MODEL_NOT_EFFECTIVE');
  });

  it('is nobody’s own affair', () => {
    expect(codeOf(untilSubmitted, { type: 'ReceiveDossier', id }, fine({ actor: { subject: 'person-c' } }))).toBe(
      'OWN_DOSSIER',
    );
    expect(
      codeOf(untilReceived, { type: 'AppraiseDossier', id, findings: all }, fine({ actor: { subject: 'person-c' } })),
    ).toBe('OWN_DOSSIER');
  });
});

describe('Hiệp y', () => {
  const asked: readonly CommendationEvent[] = [
    ...untilAppraised,
    { type: 'ConsultativeOpinionRequested', data: { bodies: ['x', 'y'], dueAt: '2026-12-11T17:00:00.000Z' } },
  ];
  const record = (body: string) => ({ type: 'RecordOpinion', id, body, opinion: 'AGREES' }) as const;

  it('waits for every body that was asked', () => {
    expect(
      dossier(untilAppraised).when(
        { type: 'RequestOpinion', id, bodies: ['x', 'y'] },
        fine({ reads: { bodies: [unit('x'), unit('y')] } }),
      ).status,
    ).toBe('opinionRequested');
    const first = dossier(asked).when(record('x'), fine());
    expect(first.status).toBe('opinionRequested');
    expect(dossier([...asked, ...first.events]).when(record('y'), fine()).status).toBe('appraised');
    expect(codeOf([...asked, ...first.events], record('x'))).toBe('OPINION_NOT_ASKED');
    expect(codeOf(untilAppraised, record('x'))).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('gives time from the recording, whenever the request is said to have been made', () => {
    const { events } = dossier(untilAppraised).when(
      { type: 'RequestOpinion', id, bodies: ['x'] },
      fine({ occurredAt: '2026-10-20T02:00:00.000Z', reads: { bodies: [unit('x')] } }),
    );
    expect(events[0]?.data).toEqual({ bodies: ['x'], dueAt: '2026-12-11T17:00:00.000Z' });
    expect(codeOf([...untilAppraised, ...events], { type: 'DeemOpinionGiven', id })).toBe('OPINION_STILL_AWAITED');
  });

  it('lets bodies answer by letters of any order, none older than the request', () => {
    const past = (commandType: string, signedOn: string) => ({ commandType, document: { ...CV, signedOn } });
    const first = dossier(asked).when(record('y'), fine()).events[0];
    const begun = [
      ...untilAppraised,
      { event: asked.at(-1), meta: past('RequestOpinion', '2026-11-10') },
      { event: first, meta: past('RecordOpinion', '2026-11-25') },
    ] as readonly Past<CommendationEvent>[];
    const by = (signedOn: string) => fine({ document: { ...CV, signedOn } });
    expect(dossier(begun).when(record('x'), by('2026-11-20')).status).toBe('appraised');
    expect(codeOf(begun, record('x'), by('2026-11-09'))).toBe('SIGNED_BEFORE_LAST_STEP');
  });

  it('takes silence for no objection only after the time is over', () => {
    expect(codeOf(asked, { type: 'DeemOpinionGiven', id })).toBe('OPINION_STILL_AWAITED');
    const { events, status } = dossier(asked).when({ type: 'DeemOpinionGiven', id }, fine({ now: LATER }));
    expect(status).toBe('appraised');
    expect(events[0]).toMatchObject({ data: { bodies: ['x', 'y'] } });
  });

  it.each([
    ['OPINION_BODIES_MISSING', [], []],
    ['OPINION_BODIES_MISSING', ['x', 'x'], [unit('x'), unit('x')]],
    ['OPINION_BODY_NOT_ACTIVE', ['x'], [unit('x', 'dissolved')]],
  ])('refuses with %s', (code, bodies, found) => {
    expect(codeOf(untilAppraised, { type: 'RequestOpinion', id, bodies }, fine({ reads: { bodies: found } }))).toBe(
      code,
    );
  });
});

describe('Hội đồng bỏ phiếu', () => {
  const vote = (patch: Partial<RecordCouncilVote> = {}): RecordCouncilVote => ({
    type: 'RecordCouncilVote',
    id,
    members: 10,
    present: 10,
    votesFor: 9,
    votesAgainst: 1,
    secret: true,
    ...patch,
  });
  const passes = (command: RecordCouncilVote, policy = POLICY): unknown =>
    dossier(untilAppraised).when(command, fine({ document: BB, policy })).events[0]?.data;

  it.each([
    [9, true],
    [8, false],
    [10, true],
  ])('counts %i of 10 members exactly against nine tenths: %s', (votesFor, passed) => {
    expect(passes(vote({ votesFor, votesAgainst: 10 - votesFor }))).toMatchObject({ passed, basis: 'ALL_MEMBERS' });
  });

  it('counts those present where the policy says so', () => {
    const policy = { ...POLICY, council: { basis: 'PRESENT' as const, numerator: 2, denominator: 3, secret: false } };
    expect(passes(vote({ present: 6, votesFor: 4, votesAgainst: 2, secret: false }), policy)).toMatchObject({
      passed: true,
    });
    expect(passes(vote({ present: 7, votesFor: 4, votesAgainst: 2, secret: false }), policy)).toMatchObject({
      passed: false,
    });
  });

  it.each([
    ['COUNCIL_VOTE_UNSOUND', vote({ present: 11 })],
    ['COUNCIL_VOTE_UNSOUND', vote({ votesFor: 10 })],
    ['COUNCIL_VOTE_UNSOUND', vote({ members: 0, present: 0, votesFor: 0, votesAgainst: 0 })],
    ['COUNCIL_VOTE_NOT_SECRET', vote({ secret: false })],
  ])('refuses with %s', (code, command) => {
    expect(codeOf(untilAppraised, command, fine({ document: BB }))).toBe(code);
  });

  it('rests on minutes', () => {
    expect(codeOf(untilAppraised, vote(), fine({ document: QD }))).toBe('DOCUMENT_TYPE_WRONG');
    expect(codeOf(untilReceived, vote(), fine({ document: BB }))).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Trình quyết định', () => {
  const submit = { type: 'SubmitForDecision', id } as const;

  it('goes to the decider with a tờ trình', () => {
    expect(dossier(untilVoted).when(submit, fine({ document: TTR })).status).toBe('submittedForDecision');
    expect(codeOf(untilVoted, submit, fine({ document: CV }))).toBe('DOCUMENT_TYPE_WRONG');
  });

  it.each([
    ['COUNCIL_VOTE_MISSING', untilAppraised],
    ['COUNCIL_VOTE_MISSING', [...untilAppraised, voted(false)]],
    ['ITEMS_NOT_ELIGIBLE', [...untilReceived, appraised(['a', 'b']), voted()]],
    ['TRANSITION_NOT_ALLOWED', untilReceived],
  ])('refuses with %s', (code, past) => {
    expect(codeOf(past, submit, fine({ document: TTR }))).toBe(code);
  });

  it('looks again at the evaluations', () => {
    expect(codeOf(untilVoted, submit, fine({ document: TTR, now: NOW, reads: { evaluations: [ineffective] } }))).toBe(
      'MODEL_NOT_EFFECTIVE',
    );
  });
});
