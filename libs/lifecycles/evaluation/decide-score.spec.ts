import { describe, expect, it } from '@jest/globals';
import { prose } from '#kernel';
import type { Past } from '#testing';
import type { Adjustment, EvaluationEvent } from './events.js';
import {
  activity,
  allScored,
  around,
  by,
  campaign,
  judge,
  JUDGES,
  LEAD_UNIT,
  model,
  modelWith,
  OFFICE,
  opened,
  points,
  POLICY,
  recusal,
  registration,
  scored,
  untilConcluded,
  untilPanel,
  untilScoring,
  evaluation,
  given,
} from './spec-support/examples.js';

const NOW = '2026-09-01T02:00:00.000Z';
const DUE = '2026-09-11T17:00:00.000Z';
const at = { policy: POLICY, now: NOW, reads: around() };
const id = 'evaluation-1';
const as = (subject: string) => ({ ...at, actor: { subject, role: 'PANELIST' } });

describe('Nộp phiếu điểm', () => {
  const submit = { type: 'SubmitScore', id, points: given(points(50, 20, 10)), comment: prose('Tốt') } as const;
  const data = { round: 1, rubric: 'rubric-1', points: points(50, 20, 10), comment: submit.comment };

  it('keeps the rubric that the points follow', () => {
    const { events, status } = evaluation(untilScoring).when(submit, as('judge-1'));
    expect([events, status]).toEqual([[{ type: 'ScoreSubmitted', data }], 'scoring']);
    expect(evaluation([...untilScoring, by('judge-1', events[0] as EvaluationEvent)]).state).toMatchObject({
      scores: [{ subject: 'judge-1', ...data }],
    });
  });

  it('runs beside the other members’ scores: it may be dated before theirs, not before the panel was opened', () => {
    const day = (of: number): string => `2026-08-${of}T02:00:00.000Z`;
    const panelOpened = { event: opened(), meta: { commandType: 'OpenPanel', occurredAt: day(25) } };
    const other = scored('judge-2', undefined, undefined, { commandType: 'SubmitScore', occurredAt: day(28) });
    const past = evaluation([...untilPanel, panelOpened, other]);
    expect(past.when(submit, { ...as('judge-1'), occurredAt: day(27) }).refusal).toBeUndefined();
    expect(past.when(submit, { ...as('judge-1'), occurredAt: day(24) }).refusal?.code).toBe('DATED_BEFORE_LAST_ACT');
    const cancel = { type: 'CancelEvaluation', id } as const;
    expect(past.when(cancel, { ...at, occurredAt: day(27) }).refusal?.code).toBe('DATED_BEFORE_LAST_ACT');
  });

  it('starts the time for the conclusion with the last score', () => {
    const { events } = evaluation([...untilScoring, scored('judge-2'), scored('judge-3')]).when(submit, as('judge-1'));
    expect(events).toEqual([{ type: 'ScoreSubmitted', data: { ...data, dueAt: DUE } }]);
  });

  it.each([
    [
      'the points do not follow the rubric',
      untilScoring,
      { ...submit, points: given(points(61, 0, 0)) },
      'judge-1',
      'POINTS_OUTSIDE_CRITERION',
    ],
    ['whoever scores is not on the panel', untilScoring, submit, 'judge-9', 'NOT_ON_THE_PANEL'],
    ['the member was recused', [...untilScoring, recusal('judge-1')], submit, 'judge-1', 'RECUSED_FROM_SCORING'],
    ['the member has scored already', allScored, submit, 'judge-1', 'SCORE_ALREADY_SUBMITTED'],
    ['the panel has not been opened', untilPanel, submit, 'judge-1', 'TRANSITION_NOT_ALLOWED'],
  ])('is refused when %s', (_why, past, command, subject, code) => {
    expect(evaluation(past as readonly Past<EvaluationEvent>[]).when(command, as(subject)).refusal?.code).toBe(code);
  });

  it('is refused when a tie has come up since the appointment', () => {
    const moved = judge('judge-1', 'unit-a', [{ unit: 'ward-1', from: '2026-08-28T00:00:00.000Z' }]);
    const reads = around({ members: [moved, judge('judge-2', 'unit-b'), judge('judge-3', OFFICE)] });
    expect(evaluation(untilScoring).when(submit, { ...as('judge-1'), reads }).refusal?.code).toBe(
      'PANELIST_IN_CONFLICT',
    );
  });
});

describe('Rút phiếu điểm', () => {
  const withdraw = { type: 'WithdrawScore', id } as const;
  const adjustments: readonly Adjustment[] = [{ subject: 'judge-2', criterion: 'effect', points: 40 }];

  it('is possible until the conclusion; moderation then begins anew', () => {
    const moderated: EvaluationEvent = { type: 'ScoresModerated', data: { round: 1, adjustments, dueAt: DUE } };
    const { events, status } = evaluation([...allScored, moderated]).when(withdraw, as('judge-1'));
    expect(events).toEqual([{ type: 'ScoreWithdrawn', data: { round: 1 } }]);
    expect(status).toBe('scoring');
    const withdrawn = by('judge-1', events[0] as EvaluationEvent);
    expect(evaluation([...allScored, moderated, withdrawn]).state).toMatchObject({ adjustments: [], scores: [{}, {}] });
  });

  it('is refused without a score, to strangers and after the conclusion', () => {
    expect(evaluation(untilScoring).when(withdraw, as('judge-1')).refusal?.code).toBe('NO_SCORE_TO_WITHDRAW');
    expect(evaluation(allScored).when(withdraw, as('judge-9')).refusal?.code).toBe('NOT_ON_THE_PANEL');
    expect(evaluation(untilConcluded).when(withdraw, as('judge-1')).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Rà soát, điều chỉnh điểm', () => {
  const adjustment: Adjustment = { subject: 'judge-1', criterion: 'effect', points: 30 };
  const moderate = { type: 'ModerateScores', id, adjustments: [adjustment] } as const;

  it('stands beside what the members gave', () => {
    const { events, status } = evaluation(allScored).when(moderate, at);
    expect(events).toEqual([{ type: 'ScoresModerated', data: { round: 1, adjustments: [adjustment], dueAt: DUE } }]);
    expect(status).toBe('moderated');
    expect(evaluation([...allScored, ...events]).state).toMatchObject({
      scores: [{ points: points(50, 20, 10) }, {}, {}],
      adjustments: [adjustment],
    });
  });

  it.each([
    ['nothing is adjusted', [], 'NOTHING_ADJUSTED'],
    ['the member has not scored', [{ ...adjustment, subject: 'judge-9' }], 'ADJUSTMENT_WITHOUT_SCORE'],
    ['one place is adjusted twice', [adjustment, adjustment], 'ADJUSTMENT_WITHOUT_SCORE'],
    ['the criterion is unknown', [{ ...adjustment, criterion: 'beauty' }], 'CRITERION_UNKNOWN'],
    ['the points are out of bounds', [{ ...adjustment, points: 61 }], 'POINTS_OUTSIDE_CRITERION'],
  ])('is refused when %s', (_why, adjustments, code) => {
    const { refusal } = evaluation(allScored).when({ ...moderate, adjustments }, at);
    expect([refusal?.code, refusal?.path?.[0]]).toEqual([code, 'adjustments']);
  });

  it('waits for every member', () => {
    expect(evaluation([...untilScoring, scored('judge-1')]).when(moderate, at).refusal).toMatchObject({
      code: 'SCORES_MISSING',
      facts: { missing: 2 },
    });
    expect(evaluation(untilPanel).when(moderate, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Kết luận đánh giá', () => {
  const conclude = { type: 'ConcludeEvaluation', id } as const;
  const giving = (...totals: readonly ReturnType<typeof points>[]) => [
    ...untilScoring,
    ...JUDGES.map((it, i) => scored(it, totals[i] ?? points(0, 0, 0))),
  ];
  const concluding = (past: readonly Past<EvaluationEvent>[], patch: Parameters<typeof modelWith>[0] = {}) =>
    evaluation(past).when(conclude, {
      ...at,
      reads: { campaign: campaign(), registration: registration(), model: model(modelWith(patch)) },
    });

  it('follows from the scores, the rubric and the evidence', () => {
    expect(concluding(giving(points(50, 20, 10), points(40, 20, 10), points(30, 20, 10)))).toMatchObject({
      events: [
        {
          type: 'EvaluationConcluded',
          data: {
            rubric: 'rubric-1',
            round: 1,
            score: 7000,
            verdict: 'EFFECTIVE',
            maintained: true,
            gatesPassed: true,
            members: 3,
            total: 210,
            objectionsBefore: DUE,
          },
        },
      ],
      status: 'concluded',
    });
  });

  it('counts what moderation set instead of what was given', () => {
    const moderated: EvaluationEvent = {
      type: 'ScoresModerated',
      data: { round: 1, adjustments: [{ subject: 'judge-1', criterion: 'effect', points: 49 }], dueAt: DUE },
    };
    const past = [...giving(points(50, 20, 10), points(40, 20, 10), points(30, 20, 10)), moderated];
    expect(concluding(past).events[0]).toMatchObject({ data: { score: 6967, verdict: 'NOT_EFFECTIVE' } });
  });

  it('is not effective below a gate, whatever the sum', () => {
    const past = giving(points(60, 12, 15), points(60, 12, 15), points(60, 12, 15));
    expect(concluding(past).events[0]).toMatchObject({
      data: { score: 8700, verdict: 'NOT_EFFECTIVE', gatesPassed: false },
    });
  });

  it.each([
    ['no activity has evidence', [activity('2026-03-01', 0)]],
    ['the evidence is of another reporting year', [activity('2025-12-14'), activity('2026-12-15')]],
  ])('finds the evidence insufficient when %s, whatever the sum', (_why, activities) => {
    expect(concluding(allScored, { activities }).events[0]).toMatchObject({
      data: { score: 8000, verdict: 'INSUFFICIENT_EVIDENCE', maintained: false },
    });
  });

  it('finds a model maintained by evidence of both half-years, of one in its first year', () => {
    const activities = [activity('2026-03-01')];
    expect(concluding(allScored, { activities }).events[0]).toMatchObject({
      data: { verdict: 'EFFECTIVE', maintained: false },
    });
    expect(concluding(allScored, { activities, startedOn: '2026-02-01' }).events[0]).toMatchObject({
      data: { maintained: true },
    });
  });

  it('waits for every member who can score, and for enough of them', () => {
    expect(concluding([...untilScoring, scored('judge-1')]).refusal).toMatchObject({
      code: 'SCORES_MISSING',
      facts: { missing: 2 },
    });
    expect(concluding([...allScored, recusal('judge-1')]).refusal).toMatchObject({
      code: 'PANEL_TOO_SMALL',
      facts: { members: 2, minimum: 3 },
    });
  });

  it('is refused while the panel has no lead, or one who may not lead any more', () => {
    const judged = [...untilScoring, ...JUDGES.map((it) => scored(it))];
    const led: EvaluationEvent = {
      type: 'PanelistReplaced',
      data: { subject: 'judge-1', by: { subject: 'judge-4', unit: 'unit-d', lead: false } },
    };
    expect(concluding([...judged, led, scored('judge-4'), recusal('judge-3')]).refusal?.code).toBe(
      'PANEL_LEAD_NOT_ONE',
    );
    const moved: EvaluationEvent = { type: 'EvaluationTransferred', data: { from: 'ward-1', to: LEAD_UNIT } };
    const seated: EvaluationEvent = {
      type: 'PanelistReplaced',
      data: { subject: 'judge-3', by: { subject: 'judge-4', unit: 'unit-d', lead: true } },
    };
    const led4 = [...judged, seated, scored('judge-4'), moved];
    expect(concluding(led4).refusal?.code).toBe('PANEL_LEAD_NOT_FROM_OFFICE');
    const moderate = {
      type: 'ModerateScores',
      id,
      adjustments: [{ subject: 'judge-1', criterion: 'effect', points: 30 }],
    } as const;
    expect(evaluation(led4).when(moderate, at).refusal?.code).toBe('PANEL_LEAD_NOT_FROM_OFFICE');
  });

  it('records every condition that could have refused it', () => {
    expect(concluding(allScored).rules).toEqual(
      expect.arrayContaining(['registrationStands', 'allHaveScored', 'panelIsLargeEnough', 'panelHasLead']),
    );
  });

  it('gives the unit its time to object from the day of recording', () => {
    const reads = { campaign: campaign(), registration: registration(), model: model() };
    const { events } = evaluation(allScored).when(conclude, { ...at, reads, occurredAt: '2026-07-01T02:00:00.000Z' });
    expect(events).toMatchObject([{ data: { objectionsBefore: DUE } }]);
  });

  it('is refused when the registration no longer stands, and twice', () => {
    const reads = { campaign: campaign(), registration: registration({ status: 'none' }), model: model() };
    expect(evaluation(allScored).when(conclude, { ...at, reads }).refusal?.code).toBe('REGISTRATION_NOT_ACCEPTED');
    expect(concluding(untilConcluded).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});
