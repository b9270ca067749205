import { describe, expect, it } from '@jest/globals';
import { isRefusal, type ActorRecord, type Guard } from '#kernel';
import type { Past } from '#testing';
import type { CommendationCommand } from './commands.js';
import type { CommendationEvent } from './events.js';
import { commendationLifecycle } from './lifecycle.js';
import {
  dossier,
  draft,
  fine,
  held,
  item,
  model,
  NOW,
  POLICY,
  prepared,
  QD,
  reads,
  team,
  UNIT_QD,
  untilDecided,
  untilDecision,
  WARD,
  YEAR,
} from './spec-support/examples.js';

const id = 'dossier-1';
const HEAD: ActorRecord = { subject: 'head-1', role: 'UNIT_HEAD', unit: WARD, grant: 'g' };
const DECIDER: ActorRecord = { subject: 'decider-1', role: 'UBND_DECIDER', unit: 'city', grant: 'g' };
const OFFICE: ActorRecord = { subject: 'office-1', role: 'VPUB', unit: 'office', grant: 'g' };

/** Why the state alone makes a command impossible for somebody; nothing where it does not. */
function blocked(
  name: CommendationCommand['type'],
  past: readonly Past<CommendationEvent>[],
  actor: ActorRecord,
  other = {},
): string | undefined {
  const guards = commendationLifecycle.commands[name].guards.filter((it) => 'check' in it) as readonly Guard<
    unknown,
    unknown
  >[];
  const at = { now: NOW, occurredAt: NOW, actor, policy: POLICY };
  const found = guards.map((it) => it.check(dossier(past).state, reads(other), at)).find(isRefusal);
  expect(found?.path).toBeUndefined();
  return found?.code;
}

const own = prepared([item('a', draft(team, 'model-1', 'CERTIFICATE_OF_COMMENDATION'))]);
const ownGrant: readonly CommendationEvent[] = [
  own,
  {
    type: 'UnitCommendationGranted',
    data: { year: YEAR, level: 'UNIT', items: [{ item: 'a', form: 'CERTIFICATE_OF_COMMENDATION' }] },
  },
];
const all = ['a', 'b', 'c'];
const conferred: CommendationEvent = { type: 'AwardConferred', data: { items: all, on: '2026-11-30' } };
const paid = all.map((it): CommendationEvent => ({
  type: 'AwardMoneyPaid',
  data: { item: it, amount: 1, on: '2026-11-30' },
}));
const published: CommendationEvent = {
  type: 'DecisionPublished',
  data: { year: YEAR, items: all.map((it) => ({ item: it, form: 'CERTIFICATE_OF_MERIT', recipient: team })) },
};
const cancelled = (toRecover: boolean): CommendationEvent => ({
  type: 'CommendationCancelled',
  data: { item: 'a', ground: 'FRAUD', toRecover },
});

describe('Việc mà trạng thái hồ sơ không cho phép', () => {
  it.each<[string, CommendationCommand['type'], readonly Past<CommendationEvent>[], ActorRecord, object?]>([
    ['NOT_DECIDING_AUTHORITY', 'AmendDecision', untilDecided, HEAD],
    ['NOT_DECIDING_AUTHORITY', 'CancelCommendation', untilDecided, HEAD],
    ['NOT_DECIDING_AUTHORITY', 'RecoverAwardObject', [...untilDecided, conferred, cancelled(true)], HEAD],
    ['NOTHING_TO_RECOVER', 'RecoverAwardObject', [...untilDecided, cancelled(false)], DECIDER],
    ['NOTHING_TO_RECOVER', 'DeclareObjectUnrecoverable', untilDecided, OFFICE],
    ['ERRATUM_NOT_BY_ISSUER', 'IssueErratum', untilDecided, HEAD],
    ['ERRATUM_NOT_BY_ISSUER', 'IssueErratum', ownGrant, OFFICE],
    ['NOTHING_TO_PUBLISH', 'PublishDecision', [...untilDecided, published], OFFICE],
    ['MODEL_NOT_CLEARED', 'PublishDecision', untilDecided, OFFICE, { models: [model({ restricted: true })] }],
    ['NOTHING_TO_CONFER', 'ConferAward', [...untilDecided, conferred], OFFICE],
    ['NO_AWARD_MONEY_TO_PAY', 'RecordAwardMoney', [...untilDecided, ...paid], OFFICE],
    ['FORM_NOT_COMPETENT', 'DecideAtUnit', [prepared()], HEAD],
    ['RECIPIENT_HELD', 'DecideAtUnit', [own], HEAD, { holds: [held(team)] }],
    ['RECIPIENT_HELD', 'SubmitDossier', [own], HEAD, { holds: [held(team)] }],
  ])('%s: %s', (...[code, name, past, actor, other]) => {
    expect(blocked(name, past, actor, other)).toBe(code);
  });

  it.each<[CommendationCommand['type'], readonly Past<CommendationEvent>[], ActorRecord, object?]>([
    ['AmendDecision', ownGrant, HEAD],
    ['CancelCommendation', ownGrant, DECIDER],
    ['IssueErratum', ownGrant, HEAD],
    ['PublishDecision', untilDecided, OFFICE],
    ['DecideCommendation', untilDecision, DECIDER, { holds: [held(team)] }],
    ['DecideAtUnit', [own], HEAD],
  ])('allows %s where only the content is still needed', (...[name, past, actor, other]) => {
    expect(blocked(name, past, actor, other)).toBeUndefined();
  });
});

describe('Những điều kiện được ghi cùng quyết định', () => {
  const decisions = all.map((it) => ({ item: it, outcome: 'GRANTED' as const }));

  it('names every condition that could have refused the city’s decision', () => {
    const { rules } = dossier(untilDecision).when(
      { type: 'DecideCommendation', id, decisions },
      fine({ document: QD, actor: DECIDER }),
    );
    for (const rule of [
      'notOwnDossier',
      'answersEachItem',
      'reasonsAreGiven',
      'documentIsOfCity',
      'competentForForms',
      'recipientsAreNotHeld',
      'modelsAreEffective',
      'achievementsAreFree',
    ])
      expect(rules).toContain(rule);
  });

  it('and a unit’s', () => {
    const { rules } = dossier([own]).when({ type: 'DecideAtUnit', id }, fine({ document: UNIT_QD, actor: HEAD }));
    for (const rule of ['unitMayGrant', 'competentForForms', 'recipientsAreNotHeld', 'documentIsOfUnit'])
      expect(rules).toContain(rule);
  });

  it('writes a condition on content with its facts and without a name', () => {
    const guards = commendationLifecycle.commands.DecideCommendation.guards;
    const context = { ...fine(), now: NOW, occurredAt: NOW, actor: DECIDER, policy: POLICY, document: QD };
    const { state } = dossier(untilDecision);
    const facts = guards.flatMap((it) =>
      'checkContent' in it
        ? [
            it.checkContent(
              { type: 'DecideCommendation', id, decisions },
              state as never,
              reads() as never,
              context as never,
            ),
          ]
        : [],
    );
    expect(facts).toEqual([
      { open: 3 },
      { granted: 3, refused: 0, returned: 0 },
      { type: 'QĐ', issuer: QD.issuer, number: QD.number, signedOn: QD.signedOn },
      { role: 'UBND_DECIDER', forms: ['CERTIFICATE_OF_MERIT'] },
      { persons: 2 },
      { recipients: 3, held: 0 },
      { models: ['model-1'], year: YEAR },
      { achievements: 3 },
    ]);
    expect(JSON.stringify(facts)).not.toContain('Họ tên');
  });
});
