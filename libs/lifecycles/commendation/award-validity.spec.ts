import { describe, expect, it } from '@jest/globals';
import { prose } from '#kernel';
import type { Past } from '#testing';
import type { CommendationCommand } from './commands.js';
import type { CommendationEvent } from './events.js';
import { CV, dossier, fine, granted, NOW, QD, untilDecision } from './spec-support/examples.js';

const id = 'dossier-1';
const all = ['a', 'b', 'c'];
const DECIDER = { subject: 'decider-1', role: 'UBND_DECIDER' };
const cancelled: CommendationEvent = {
  type: 'CommendationCancelled',
  data: { item: 'a', ground: 'FRAUD', toRecover: false },
};

describe('Giá trị của khen thưởng theo thời gian', () => {
  const onPaper = (event: CommendationEvent | undefined, signedOn: string, more = {}) => ({
    event: event as CommendationEvent,
    meta: { document: { ...QD, signedOn }, occurredAt: NOW, recordedAt: NOW, ...more },
  });
  const grant = onPaper(granted(all), '2026-11-02');
  const award = (past: readonly Past<CommendationEvent>[]) =>
    (dossier([...untilDecision, ...past]).state as { items: readonly { award?: unknown }[] }).items[0]?.award;

  it('begins with the day of the decision’s paper, whenever it was entered (A7)', () => {
    expect(award([grant])).toMatchObject({ validFrom: '2026-11-02' });
    expect(award([grant])).not.toHaveProperty('validTo');
  });

  it('ends with the day of the cancelling paper, or the day that it names (A5)', () => {
    expect(award([grant, onPaper(cancelled, '2026-11-10')])).toMatchObject({
      cancelled: 'FRAUD',
      cancelledOn: '2026-11-10',
      validTo: '2026-11-10',
    });
    const from = (effectiveFrom: string) => award([grant, onPaper(cancelled, '2026-11-10', { effectiveFrom })]);
    expect(from('2026-11-04T17:00:00.000Z')).toMatchObject({ cancelledOn: '2026-11-10', validTo: '2026-11-05' });
    expect(from('2026-10-01T17:00:00.000Z')).toMatchObject({ validFrom: '2026-11-02', validTo: '2026-11-02' });
  });

  it('takes a day of effect for a cancellation and for nothing else', () => {
    const decided = [...untilDecision, grant];
    const effectiveFrom = '2026-11-04T17:00:00.000Z';
    const cancel = { type: 'CancelCommendation', id, item: 'a', ground: 'FRAUD' } as const;
    expect(
      dossier(decided).when(cancel, fine({ actor: DECIDER, document: QD, effectiveFrom })).refusal,
    ).toBeUndefined();
    const erratum = { type: 'IssueErratum', id, correction: prose('Sửa thể thức') } as const;
    expect(dossier(decided).when(erratum, fine({ actor: DECIDER, document: CV, effectiveFrom })).refusal?.code).toBe(
      'EFFECTIVE_FROM_NOT_ACCEPTED',
    );
  });

  it.each<[string, CommendationCommand, object]>([
    ['AWARD_DATE_BEFORE_DECISION', { type: 'ConferAward', id, items: ['a'], on: '2026-11-01' }, {}],
    ['AWARD_DATE_BEFORE_DECISION', { type: 'RecordAwardMoney', id, item: 'a', amount: 1, on: '2026-11-01' }, {}],
    [
      'SIGNED_BEFORE_LAST_STEP',
      { type: 'CancelCommendation', id, item: 'a', ground: 'FRAUD' },
      { actor: DECIDER, document: { ...QD, signedOn: '2026-11-01' } },
    ],
    ['DATED_BEFORE_LAST_ACT', { type: 'PublishDecision', id }, { occurredAt: '2026-11-01T02:00:00.000Z' }],
  ])('refuses what is dated before the decision on the item with %s', (code, command, around) => {
    expect(dossier([...untilDecision, grant]).when(command, fine(around)).refusal?.code).toBe(code);
  });

  it('goes its own way while the rest of the dossier goes on', () => {
    const partly = [
      ...untilDecision,
      onPaper(granted(['a']), '2026-11-02'),
      onPaper(granted(['b', 'c']), '2026-11-28', { commandType: 'DecideCommendation' }),
    ];
    const money = { type: 'RecordAwardMoney', id, item: 'a', amount: 1, on: '2026-11-20' } as const;
    const around = fine({ document: { ...QD, signedOn: '2026-11-20' } });
    expect(dossier(partly).when(money, around).refusal).toBeUndefined();
    expect(dossier(partly).when({ ...money, item: 'b' }, around).refusal?.code).toBe('AWARD_DATE_BEFORE_DECISION');
  });
});
