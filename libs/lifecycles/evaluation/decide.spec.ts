import { describe, expect, it } from '@jest/globals';
import {
  appointed,
  campaign,
  campaignWith,
  concluded,
  CRITERIA,
  model,
  modelWith,
  opened,
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
      ['year'],
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
    ['the cycle is closed', { campaign: campaign(campaignWith({ cycles: [] })) }, 'CYCLE_NOT_OPEN', ['year']],
    [
      'the cycle’s rubric is unknown',
      { campaign: campaign(campaignWith({ rubrics: {} })) },
      'CYCLE_WITHOUT_RUBRIC',
      ['year'],
    ],
  ])('is refused when %s', (_why, patch, code, path) => {
    expect(evaluation([]).when(plan, { ...at, reads: { ...reads, ...patch } }).refusal).toMatchObject({ code, path });
  });

  it('happens once, and again only after a cancellation', () => {
    expect(evaluation([planned()]).when(plan, { ...at, reads }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
    const cancelled = evaluation([...untilScoring, { type: 'EvaluationCancelled', data: {} }]);
    expect(cancelled.when(plan, { ...at, reads }).status).toBe('planned');
  });
});

describe('Tự đánh giá', () => {
  const submit = {
    type: 'SubmitSelfEvaluation',
    id,
    points: given(points(50, 20, 10)),
    statement: 'Đã rút ngắn thời gian',
  } as const;

  const DUE = '2026-10-01T17:00:00.000Z';
  const said = { points: points(50, 20, 10), statement: submit.statement, on: '2026-09-01', by: 'head-1' };

  it('is the unit’s own score by the same rubric', () => {
    const { events, status } = evaluation([planned()]).when(submit, { ...at, actor: { subject: 'head-1' } });
    expect(events).toEqual([{ type: 'SelfEvaluationSubmitted', data: { ...said, dueAt: DUE } }]);
    expect(status).toBe('selfEvaluated');
  });

  it('is late after its time, and once there is a panel, and counts all the same', () => {
    expect(evaluation([planned()]).when(submit, { ...at, now: DUE })).toMatchObject({
      events: [{ data: { late: true, dueAt: DUE } }],
      status: 'selfEvaluated',
    });
    const { events, status } = evaluation([planned(), appointed]).when(submit, { ...at, actor: { subject: 'head-1' } });
    expect(events).toEqual([{ type: 'SelfEvaluationSubmitted', data: { ...said, late: true } }]);
    expect(status).toBe('panelAppointed');
    const reopened = evaluation([
      ...untilConcluded.filter((it) => it !== selfEvaluated),
      { type: 'EvaluationReopened', data: { conflicted: [] } },
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
    findings: 'Đang hoạt động',
  } as const;

  it('is recorded by an official or by a member of the panel', () => {
    for (const actor of [
      { subject: 'officer-1', role: 'SNV_OFFICER' },
      { subject: 'judge-1', role: 'PANELIST' },
    ]) {
      const { events, status } = evaluation(untilScoring).when(visit, { ...at, actor });
      expect(events).toEqual([
        {
          type: 'SiteVisitRecorded',
          data: {
            visit: 'visit-new',
            on: '2026-08-31',
            by: actor.subject,
            place: visit.place,
            findings: visit.findings,
          },
        },
      ]);
      expect(status).toBe('scoring');
    }
  });

  it('is refused for a day to come, for a member of another panel, and before the unit has evaluated itself', () => {
    const actor = { subject: 'judge-9', role: 'PANELIST' };
    expect(evaluation(untilScoring).when({ ...visit, on: '2026-09-02' }, at).refusal?.code).toBe(
      'SITE_VISIT_IN_FUTURE',
    );
    expect(evaluation(untilScoring).when(visit, { ...at, actor }).refusal?.code).toBe('NOT_ON_THE_PANEL');
    expect(evaluation([planned()]).when(visit, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Kiến nghị về kết quả', () => {
  const lodge = { type: 'LodgeObjection', id } as const;
  const lodged = { type: 'ObjectionLodged', data: { lodgedAt: NOW, dueAt: '2026-09-11T17:00:00.000Z' } } as const;
  const dismissed = { type: 'ObjectionDismissed', data: { answeredAt: NOW } } as const;

  it('is open to the unit until the window closes', () => {
    expect(evaluation(untilConcluded).when(lodge, at)).toMatchObject({ events: [lodged], status: 'objected' });
    const late = { ...at, now: '2026-09-09T17:00:00.000Z', occurredAt: NOW };
    expect(evaluation(untilConcluded).when(lodge, late).refusal?.code).toBe('OBJECTION_TOO_LATE');
  });

  it('leaves the result in force when it is dismissed, and is not lodged twice', () => {
    const { events, status } = evaluation([...untilConcluded, lodged]).when({ type: 'DismissObjection', id }, at);
    expect(events).toEqual([dismissed]);
    expect(status).toBe('concluded');
    const after = evaluation([...untilConcluded, lodged, dismissed]);
    expect(after.state).toMatchObject({ conclusion: { verdict: 'EFFECTIVE' }, objections: [{ outcome: 'DISMISSED' }] });
    expect(after.when(lodge, at).refusal?.code).toBe('OBJECTION_ALREADY_ANSWERED');
  });

  it('sets the result aside and leads to a new round when it is upheld', () => {
    const upheld = evaluation([...untilConcluded, lodged]).when({ type: 'UpholdObjection', id }, at);
    expect(upheld).toMatchObject({
      events: [{ type: 'ObjectionUpheld', data: { answeredAt: NOW } }],
      status: 'reopened',
    });
    const reopened = evaluation([...untilConcluded, lodged, ...upheld.events]);
    expect(reopened.state).toMatchObject({
      conclusion: undefined,
      setAside: [{ score: 8000 }],
      objections: [{ outcome: 'UPHELD' }],
    });
    expect(reopened.when({ type: 'OpenPanel', id }, { ...at, reads })).toMatchObject({
      events: [{ data: { round: 2 } }],
      status: 'scoring',
    });
  });

  it('is answered only once it is there', () => {
    for (const type of ['DismissObjection', 'UpholdObjection'] as const) {
      expect(evaluation(untilConcluded).when({ type, id }, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
    }
    expect(evaluation(untilScoring).when(lodge, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Đánh giá lại', () => {
  const reopen = { type: 'ReopenEvaluation', id, conflicted: ['judge-1'] } as const;

  it('takes whoever had a conflict off the panel and the score out of the count', () => {
    const { events } = evaluation(untilConcluded).when(reopen, at);
    expect(events).toEqual([{ type: 'EvaluationReopened', data: { conflicted: ['judge-1'] } }]);
    const { state } = evaluation([...untilConcluded, ...events]);
    expect(state).toMatchObject({
      status: 'reopened',
      barred: ['judge-1'],
      scores: [{ subject: 'judge-2' }, { subject: 'judge-3' }],
      setAside: [concluded.data],
    });
  });

  it('does not begin before the panel is whole again', () => {
    const { events } = evaluation(untilConcluded).when(reopen, at);
    expect(
      evaluation([...untilConcluded, ...events]).when({ type: 'OpenPanel', id }, { ...at, reads }).refusal?.code,
    ).toBe('PANEL_TOO_SMALL');
  });

  it('is refused when the person named was never on the panel, and while nothing is concluded', () => {
    expect(evaluation(untilConcluded).when({ ...reopen, conflicted: ['judge-9'] }, at).refusal?.code).toBe(
      'CONFLICTED_NOT_ON_PANEL',
    );
    expect(evaluation(untilScoring).when(reopen, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Hủy và chuyển hồ sơ đánh giá', () => {
  it('cancels what is not concluded', () => {
    const cancel = { type: 'CancelEvaluation', id } as const;
    expect(evaluation([...untilPanel, opened()]).when(cancel, at)).toMatchObject({
      events: [{ type: 'EvaluationCancelled', data: {} }],
      status: 'cancelled',
    });
    expect(evaluation(untilConcluded).when(cancel, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('follows the model to the unit that took it over, in whatever state', () => {
    const transfer = { type: 'TransferEvaluation', id } as const;
    const moved = { model: model(modelWith({ unit: 'ward-2' })) };
    const { events, status } = evaluation(untilConcluded).when(transfer, { ...at, reads: moved });
    expect(events).toEqual([{ type: 'EvaluationTransferred', data: { from: OWNER, to: 'ward-2' } }]);
    expect(status).toBe('concluded');
    expect(
      evaluation([planned(), selfEvaluated, appointed]).when(transfer, { ...at, reads: { model: model() } }).refusal
        ?.code,
    ).toBe('MODEL_NOT_MOVED');
    expect(
      evaluation([planned(), { type: 'EvaluationCancelled', data: {} }]).when(transfer, { ...at, reads: moved }).refusal
        ?.code,
    ).toBe('TRANSITION_NOT_ALLOWED');
  });
});
