import { describe, expect, it } from '@jest/globals';
import { prose } from '#kernel';
import type { EvaluationEvent } from './events.js';
import { evaluationLifecycle } from './lifecycle.js';
import {
  appointed,
  by,
  campaign,
  campaignWith,
  CRITERIA,
  model,
  modelWith,
  OWNER,
  planned,
  points,
  POLICY,
  registration,
  REGISTRATION,
  registrationWith,
  selfEvaluated,
  untilConcluded,
  untilPanel,
  untilScoring,
  YEAR,
  evaluation,
  given,
} from './spec-support/examples.js';

const NOW = '2026-09-01T02:00:00.000Z';
const at = { policy: POLICY, now: NOW };
const reads = { campaign: campaign(), registration: registration(), model: model() };
const plan = { type: 'PlanEvaluation', campaign: 'campaign-1', unit: OWNER, model: 'model-1', year: YEAR } as const;
const id = 'evaluation-1';

describe('Lập kế hoạch đánh giá', () => {
  it('pins the cycle’s rubric, not the one adopted since, with its criteria', () => {
    const { events, status } = evaluation([]).when(plan, { ...at, reads });
    expect(events).toEqual([planned({ dueAt: '2026-09-11T17:00:00.000Z' })]);
    expect(events[0]).toMatchObject({ data: { rubric: 'rubric-1', criteria: CRITERIA, registration: REGISTRATION } });
    expect(status).toBe('planned');
  });

  it('follows the model where it is restricted or replicated from another', () => {
    const copy = model(modelWith({ restricted: true, derivedFrom: 'model-0' }));
    const { events } = evaluation([]).when(plan, { ...at, reads: { ...reads, model: copy } });
    expect(events[0]).toMatchObject({ data: { restricted: true, derivedFrom: 'model-0' } });
  });

  it.each([
    [
      'the registration is not accepted',
      { registration: registration(registrationWith({ status: 'submitted' } as never)) },
      'REGISTRATION_NOT_ACCEPTED',
      undefined,
    ],
    [
      'the registration belongs to another campaign',
      { registration: registration(registrationWith({ campaign: 'campaign-2' })) },
      'REGISTRATION_DIFFERS',
      ['campaign'],
    ],
    [
      'the unit no longer owns the model',
      { model: model(modelWith({ unit: 'ward-2' })) },
      'REGISTRATION_DIFFERS',
      ['unit'],
    ],
    ['the cycle is closed', { campaign: campaign(campaignWith({ cycles: [] })) }, 'CYCLE_NOT_OPEN', undefined],
    [
      'the cycle’s rubric is unknown',
      { campaign: campaign(campaignWith({ rubrics: {} })) },
      'CYCLE_WITHOUT_RUBRIC',
      undefined,
    ],
  ])('is refused when %s', (_why, patch, code, path) => {
    const { refusal } = evaluation([]).when(plan, { ...at, reads: { ...reads, ...patch } });
    expect([refusal?.code, refusal?.path]).toEqual([code, path]);
  });

  it('happens once, and again only after a cancellation', () => {
    expect(evaluation([planned()]).when(plan, { ...at, reads }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
    const cancelled = evaluation([...untilScoring, { type: 'EvaluationCancelled', data: {} }]);
    expect(cancelled.when(plan, { ...at, reads }).status).toBe('planned');
  });

  it('gives the unit its time from the day of recording, whatever day the act is dated', () => {
    const { events } = evaluation([]).when(plan, { ...at, reads, occurredAt: '2026-07-01T02:00:00.000Z' });
    expect(events).toMatchObject([{ data: { dueAt: '2026-09-11T17:00:00.000Z' } }]);
  });
});

describe('Tự đánh giá', () => {
  const submit = {
    type: 'SubmitSelfEvaluation',
    id,
    points: given(points(50, 20, 10)),
    statement: prose('Đã rút ngắn thời gian'),
  } as const;

  const DUE = '2026-10-01T17:00:00.000Z';
  const said = { points: points(50, 20, 10), statement: submit.statement };

  it('is the unit’s own score by the same rubric', () => {
    const { events, status } = evaluation([planned()]).when(submit, { ...at, actor: { subject: 'head-1' } });
    expect(events).toEqual([{ type: 'SelfEvaluationSubmitted', data: { ...said, dueAt: DUE } }]);
    expect(status).toBe('selfEvaluated');
    const sent = by('head-1', events[0] as EvaluationEvent, { occurredAt: '2026-08-31T18:00:00.000Z' });
    expect(evaluation([planned(), sent]).state).toMatchObject({
      selfEvaluation: { ...said, on: '2026-09-01', by: 'head-1' },
    });
  });

  it('is late after its time, and once there is a panel, and counts all the same', () => {
    expect(evaluation([planned()]).when(submit, { ...at, now: DUE, occurredAt: NOW })).toMatchObject({
      events: [{ data: { late: true, dueAt: DUE } }],
      status: 'selfEvaluated',
    });
    const { events, status } = evaluation([planned(), appointed]).when(submit, at);
    expect(events).toEqual([{ type: 'SelfEvaluationSubmitted', data: { ...said, late: true } }]);
    expect(status).toBe('panelAppointed');
    const reopened = evaluation([
      ...untilConcluded.filter((it) => it !== selfEvaluated),
      { type: 'EvaluationReopened', data: { conflicted: [], resting: [] } },
    ]);
    expect(reopened.when(submit, at)).toMatchObject({ events: [{ data: { late: true } }], status: 'reopened' });
    expect(evaluation(untilPanel).when(submit, at).refusal?.code).toBe('SELF_EVALUATION_ALREADY_SUBMITTED');
  });

  it('goes back to be completed, with as much time as before', () => {
    const { events, status } = evaluation([planned(), selfEvaluated]).when(
      { type: 'ReturnSelfEvaluation', id },
      { ...at, reason: 'Thiếu minh chứng' },
    );
    expect(events).toEqual([{ type: 'SelfEvaluationReturned', data: { dueAt: '2026-09-11T17:00:00.000Z' } }]);
    expect(status).toBe('planned');
    const again = evaluation([planned(), selfEvaluated, ...events]);
    expect(again.state).toMatchObject({ selfEvaluation: undefined, dueAt: '2026-09-11T17:00:00.000Z' });
    expect(again.when(submit, { ...at, now: '2026-10-02T02:00:00.000Z' })).toMatchObject({
      events: [{ data: expect.not.objectContaining({ late: true }) }],
      status: 'selfEvaluated',
    });
  });

  it('is withdrawn until there is a panel, and is due as it was', () => {
    const first = evaluation([planned()]).when(submit, at).events;
    const { events, status } = evaluation([planned(), ...first]).when(
      { type: 'WithdrawSelfEvaluation', id },
      { ...at, reason: 'Bổ sung số liệu' },
    );
    expect(events).toEqual([{ type: 'SelfEvaluationWithdrawn', data: { dueAt: DUE } }]);
    expect(status).toBe('planned');
    for (const type of ['WithdrawSelfEvaluation', 'ReturnSelfEvaluation'] as const)
      expect(evaluation(untilPanel).when({ type, id }, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('is refused when it does not follow the rubric, and a second time', () => {
    expect(evaluation([planned()]).when({ ...submit, points: [] }, at).refusal?.code).toBe('CRITERION_NOT_SCORED');
    expect(evaluation([planned(), selfEvaluated]).when(submit, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Kiểm tra thực tế', () => {
  const visit = {
    type: 'RecordSiteVisit',
    id,
    on: '2026-08-31',
    place: 'Bộ phận Một cửa',
    findings: prose('Đang hoạt động'),
  } as const;

  it('is recorded by an official or by a member of the panel', () => {
    for (const actor of [
      { subject: 'officer-1', role: 'SNV_OFFICER' },
      { subject: 'judge-1', role: 'PANELIST' },
    ]) {
      const { events, status } = evaluation(untilScoring).when(visit, { ...at, actor });
      const { on, place, findings } = visit;
      expect(events).toEqual([{ type: 'SiteVisitRecorded', data: { on, place, findings } }]);
      expect(status).toBe('scoring');
      const noted = by(actor.subject, events[0] as EvaluationEvent, { eventId: 'event-of-visit' });
      expect(evaluation([...untilScoring, noted]).state).toMatchObject({
        siteVisits: [{ visit: 'event-of-visit', by: actor.subject, on, place, findings }],
      });
    }
  });

  it('is a note beside the flow: it keeps no act from being dated before it', () => {
    expect(evaluationLifecycle.events.SiteVisitRecorded.kind).toBe('note');
    const noted = by('judge-1', { type: 'SiteVisitRecorded', data: visit }, { commandType: 'RecordSiteVisit' });
    const cancel = { type: 'CancelEvaluation', id } as const;
    const dated = { ...at, reads, occurredAt: '2026-08-26T02:00:00.000Z' };
    expect(evaluation([...untilScoring, noted]).when(cancel, dated).status).toBe('cancelled');
  });

  it('is refused for a day to come, for a member of another panel, and before the unit has evaluated itself', () => {
    const actor = { subject: 'judge-9', role: 'PANELIST' };
    expect(evaluation(untilScoring).when({ ...visit, on: '2026-09-02' }, at).refusal?.code).toBe('DATE_IN_FUTURE');
    expect(evaluation(untilScoring).when(visit, { ...at, actor }).refusal?.code).toBe('NOT_ON_THE_PANEL');
    expect(evaluation([planned()]).when(visit, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});
