import { describe, expect, it } from '@jest/globals';
import { prose } from '#kernel';
import type { CommendationCommand } from './commands.js';
import type { CommendationEvent } from './events.js';
import type { Dossier, Item } from './state.js';
import {
  CV,
  collective,
  dossier,
  draft,
  fine,
  granted,
  item,
  model,
  prepared,
  QD,
  sentBack,
  team,
  untilDecided,
  untilDecision,
  untilVoted,
  WARD,
  YEAR,
} from './spec-support/examples.js';

const id = 'dossier-1';
const ON = '2026-11-30';
const HEAD = { subject: 'head-1', role: 'UNIT_HEAD', unit: WARD };
const DECIDER = { subject: 'decider-1', role: 'UBND_DECIDER' };
const conferred: CommendationEvent = { type: 'AwardConferred', data: { items: ['a'], on: ON } };
const paid: CommendationEvent = { type: 'AwardMoneyPaid', data: { item: 'a', amount: 1_000_000, on: ON } };
const cancelled = (toRecover: boolean): CommendationEvent => ({
  type: 'CommendationCancelled',
  data: { item: 'a', ground: 'FRAUD', toRecover },
});
const published: CommendationEvent = {
  type: 'DecisionPublished',
  data: { year: YEAR, items: [{ item: 'a', form: 'CERTIFICATE_OF_MERIT', recipient: team }] },
};
/** A Giấy khen that the head of the unit has granted. */
const ownGrant: readonly CommendationEvent[] = [
  prepared([item('a', draft(team, 'model-1', 'CERTIFICATE_OF_COMMENDATION'))]),
  {
    type: 'UnitCommendationGranted',
    data: { year: YEAR, level: 'UNIT', items: [{ item: 'a', form: 'CERTIFICATE_OF_COMMENDATION' }] },
  },
];
const first = (past: readonly CommendationEvent[]): Item | undefined => (dossier(past).state as Dossier).items[0];
const codeOf = (
  past: readonly CommendationEvent[],
  command: CommendationCommand,
  around = fine({ actor: DECIDER, document: QD }),
): string | undefined => dossier(past).when(command, around).refusal?.code;

describe('Trao thưởng và chi tiền thưởng', () => {
  it('is recorded for what was granted, while the rest of the dossier goes on', () => {
    const partly = [...untilDecision, granted(['a', 'b']), sentBack(['c'])];
    const { events, status } = dossier(partly).when({ type: 'ConferAward', id, items: ['a', 'b'], on: ON }, fine());
    expect(status).toBe('returnedByDecider');
    expect(first([...partly, ...events])?.award?.conferredOn).toBe(ON);
    const money = dossier(partly).when(
      { type: 'RecordAwardMoney', id, item: 'a', amount: 1_404_000, on: ON },
      fine(),
    ).events;
    expect(first([...partly, ...money])?.award?.paid).toEqual({ amount: 1_404_000, on: ON });
  });

  it.each<[string, readonly CommendationEvent[], CommendationCommand]>([
    ['AWARD_ALREADY_CONFERRED', [...untilDecided, conferred], { type: 'ConferAward', id, items: ['a'], on: ON }],
    ['AWARD_NOT_IN_FORCE', untilDecided, { type: 'ConferAward', id, items: ['z'], on: ON }],
    ['AWARD_NOT_IN_FORCE', [...untilDecided, cancelled(false)], { type: 'ConferAward', id, items: ['a'], on: ON }],
    ['DATE_IN_FUTURE', untilDecided, { type: 'ConferAward', id, items: ['a'], on: '2027-01-01' }],
    ['DOSSIER_ITEM_TWICE', untilDecided, { type: 'ConferAward', id, items: ['a', 'a'], on: ON }],
    ['DOSSIER_WITHOUT_ITEMS', untilDecided, { type: 'ConferAward', id, items: [], on: ON }],
    ['NOTHING_GRANTED', untilVoted, { type: 'ConferAward', id, items: ['a'], on: ON }],
    ['TRANSITION_NOT_ALLOWED', [prepared()], { type: 'ConferAward', id, items: ['a'], on: ON }],
    ['AWARD_ALREADY_PAID', [...untilDecided, paid], { type: 'RecordAwardMoney', id, item: 'a', amount: 1, on: ON }],
    ['AWARD_AMOUNT_UNSOUND', untilDecided, { type: 'RecordAwardMoney', id, item: 'a', amount: 0, on: ON }],
    ['AWARD_AMOUNT_UNSOUND', untilDecided, { type: 'RecordAwardMoney', id, item: 'a', amount: 1.5, on: ON }],
    ['AWARD_NOT_IN_FORCE', untilDecided, { type: 'RecordAwardMoney', id, item: 'z', amount: 1, on: ON }],
    ['DATE_IN_FUTURE', untilDecided, { type: 'RecordAwardMoney', id, item: 'a', amount: 1, on: '2027-01-01' }],
  ])('refuses with %s', (code, past, command) => {
    expect(codeOf(past, command)).toBe(code);
  });
});

describe('Công bố', () => {
  it('tells the public what was granted since the last time', () => {
    const { events } = dossier([...untilDecided, published]).when({ type: 'PublishDecision', id }, fine());
    expect(events[0]).toMatchObject({
      type: 'DecisionPublished',
      data: { year: YEAR, items: [{ item: 'b' }, { item: 'c' }] },
    });
    expect(codeOf([...untilDecided, published, ...events], { type: 'PublishDecision', id })).toBe('NOTHING_TO_PUBLISH');
  });

  it('keeps inside what rests on a restricted model (A21)', () => {
    expect(
      codeOf(untilDecided, { type: 'PublishDecision', id }, fine({ reads: { models: [model({ restricted: true })] } })),
    ).toBe('MODEL_NOT_CLEARED');
    expect(codeOf(untilVoted, { type: 'PublishDecision', id })).toBe('NOTHING_GRANTED');
  });
});

describe('Đính chính, sửa đổi', () => {
  const amend = (item: string) => ({ type: 'AmendDecision', id, item, amendment: prose('Sửa tên') }) as const;

  it('puts a slip right by a letter, and content by a decision', () => {
    expect(
      dossier(untilDecided).when(
        { type: 'IssueErratum', id, correction: prose('Sửa thể thức') },
        fine({ actor: DECIDER, document: CV }),
      ).status,
    ).toBe('decided');
    expect(codeOf(untilDecided, { type: 'IssueErratum', id, correction: prose('Sửa thể thức') })).toBe(
      'DOCUMENT_TYPE_WRONG',
    );
    const { events } = dossier(untilDecided).when(amend('a'), fine({ actor: DECIDER, document: QD }));
    expect(events).toEqual([{ type: 'DecisionAmended', data: { item: 'a', amendment: prose('Sửa tên') } }]);
    expect(first([...untilDecided, ...events])).toMatchObject({ recipient: team, outcome: 'GRANTED' });
  });

  it('is put right by whoever issued it', () => {
    const erratum = { type: 'IssueErratum', id, correction: prose('Sửa thể thức') } as const;
    expect(dossier(ownGrant).when(erratum, fine({ actor: HEAD, document: CV })).refusal).toBeUndefined();
    expect(codeOf(ownGrant, erratum, fine({ actor: DECIDER, document: CV }))).toBe('ERRATUM_NOT_BY_ISSUER');
    expect(codeOf(untilDecided, erratum, fine({ actor: HEAD, document: CV }))).toBe('ERRATUM_NOT_BY_ISSUER');
  });

  it('takes over the name under which the recipient is registered now; who it is stays as it was', () => {
    const around = fine({ actor: DECIDER, document: QD, reads: { collectives: [collective('Tổ dân phố số 3')] } });
    const { events } = dossier(untilDecided).when(amend('a'), around);
    const after = first([...untilDecided, ...events]);
    expect(after?.recipient.collective).toEqual({ ...team.collective, name: 'Tổ dân phố số 3' });
    expect(after?.fingerprint).toBe(first(untilDecided)?.fingerprint);
  });

  it('amends what was granted', () => {
    expect(codeOf(untilDecided, amend('z'))).toBe('AWARD_NOT_IN_FORCE');
  });

  it('is not the unit’s when the city decided', () => {
    const around = fine({ actor: HEAD, document: QD });
    expect(codeOf(untilDecided, amend('a'), around)).toBe('NOT_DECIDING_AUTHORITY');
    expect(codeOf(untilDecided, { type: 'CancelCommendation', id, item: 'a', ground: 'FRAUD' }, around)).toBe(
      'NOT_DECIDING_AUTHORITY',
    );
  });

  it('rests on a decision', () => {
    const around = fine({ actor: DECIDER, document: CV });
    expect(codeOf(untilDecided, amend('a'), around)).toBe('DOCUMENT_TYPE_WRONG');
    expect(codeOf(untilDecided, { type: 'CancelCommendation', id, item: 'a', ground: 'FRAUD' }, around)).toBe(
      'DOCUMENT_TYPE_WRONG',
    );
  });
});

describe('Hủy bỏ và thu hồi (A5)', () => {
  const cancel = { type: 'CancelCommendation', id, item: 'a', ground: 'FRAUD' } as const;
  const by = fine({ actor: DECIDER, document: QD });

  it('annuls without erasing, retracts what was published, and asks for the object back', () => {
    const past = [...untilDecided, conferred, published];
    const { events } = dossier(past).when(cancel, by);
    expect(events).toEqual([cancelled(true), { type: 'PublicationRetracted', data: { items: ['a'] } }]);
    expect(first([...past, ...events])).toMatchObject({
      outcome: 'GRANTED',
      award: { cancelled: 'FRAUD', recovery: 'DUE', published: false },
    });
    expect(codeOf([...past, ...events], cancel)).toBe('AWARD_NOT_IN_FORCE');
  });

  it('has nothing to recover when nothing was handed over', () => {
    const { events } = dossier(untilDecided).when(cancel, by);
    expect(events).toEqual([cancelled(false)]);
    expect(codeOf([...untilDecided, ...events], { type: 'RecoverAwardObject', id, item: 'a', on: ON })).toBe(
      'NOTHING_TO_RECOVER',
    );
  });

  it('lets the head cancel what the head granted', () => {
    expect(dossier(ownGrant).when(cancel, fine({ actor: HEAD, document: QD })).refusal).toBeUndefined();
  });

  it('ends with the object recovered or declared unrecoverable', () => {
    const past = [...untilDecided, paid, cancelled(true)];
    const { events } = dossier(past).when({ type: 'RecoverAwardObject', id, item: 'a', on: ON }, fine());
    expect(first([...past, ...events])?.award?.recovery).toBe('RECOVERED');
    const lost = dossier(past).when({ type: 'DeclareObjectUnrecoverable', id, item: 'a' }, fine()).events;
    expect(first([...past, ...lost])?.award?.recovery).toBe('UNRECOVERABLE');
    expect(codeOf([...past, ...lost], { type: 'RecoverAwardObject', id, item: 'a', on: ON })).toBe(
      'NOTHING_TO_RECOVER',
    );
    expect(codeOf(past, { type: 'DeclareObjectUnrecoverable', id, item: 'b' })).toBe('NOTHING_TO_RECOVER');
    expect(codeOf(past, { type: 'RecoverAwardObject', id, item: 'a', on: '2027-01-01' })).toBe('DATE_IN_FUTURE');
  });

  it('is the unit’s to record for its own decision only', () => {
    const recover = { type: 'RecoverAwardObject', id, item: 'a', on: ON } as const;
    expect(codeOf([...untilDecided, paid, cancelled(true)], recover, fine({ actor: HEAD }))).toBe(
      'NOT_DECIDING_AUTHORITY',
    );
    expect(dossier([...ownGrant, paid, cancelled(true)]).when(recover, fine({ actor: HEAD })).refusal).toBeUndefined();
  });
});
