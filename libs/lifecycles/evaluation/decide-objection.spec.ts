import { describe, expect, it } from '@jest/globals';
import type { EvaluationEvent } from './events.js';
import {
  allScored,
  campaign,
  concluded,
  model,
  modelWith,
  nothingRests,
  opened,
  OWNER,
  planned,
  POLICY,
  registration,
  untilConcluded,
  untilPanel,
  untilScoring,
  evaluation,
} from './spec-support/examples.js';

const NOW = '2026-09-01T02:00:00.000Z';
const reads = { ...nothingRests, campaign: campaign(), registration: registration(), model: model() };
const at = { policy: POLICY, now: NOW, reads };
const id = 'evaluation-1';

describe('Kiến nghị về kết quả', () => {
  const lodge = { type: 'LodgeObjection', id } as const;
  const lodged = { type: 'ObjectionLodged', data: { dueAt: '2026-09-11T17:00:00.000Z' } } as const;
  const dismissed = { type: 'ObjectionDismissed', data: {} } as const;

  it('is open to the unit until the window closes', () => {
    expect(evaluation(untilConcluded).when(lodge, at)).toMatchObject({ events: [lodged], status: 'objected' });
    const late = { ...at, now: '2026-09-09T17:00:00.000Z', occurredAt: NOW };
    expect(evaluation(untilConcluded).when(lodge, late).refusal?.code).toBe('OBJECTION_TOO_LATE');
  });

  it('has its window from the recording of the result, not from the day the result is dated', () => {
    const earlier = { event: concluded, meta: { occurredAt: '2026-06-30T02:00:00.000Z', recordedAt: NOW } };
    const { state, when } = evaluation([...allScored, earlier]);
    expect(state).toMatchObject({ conclusion: { concludedAt: NOW } });
    const { events, rules } = when(lodge, { ...at, now: '2026-09-02T02:00:00.000Z' });
    expect(rules).toContain('objectionIsOpen');
    const at2 = { event: events[0] as EvaluationEvent, meta: { recordedAt: '2026-09-02T02:00:00.000Z' } };
    expect(evaluation([...allScored, earlier, at2]).state).toMatchObject({
      objections: [{ round: 1, lodgedAt: '2026-09-02T02:00:00.000Z' }],
    });
  });

  it('leaves the result in force when it is dismissed, and is not lodged twice', () => {
    const { events, status } = evaluation([...untilConcluded, lodged]).when({ type: 'DismissObjection', id }, at);
    expect(events).toEqual([dismissed]);
    expect(status).toBe('concluded');
    const after = evaluation([...untilConcluded, lodged, dismissed]);
    expect(after.state).toMatchObject({
      conclusion: { verdict: 'EFFECTIVE' },
      objections: [{ outcome: 'DISMISSED', answeredAt: NOW }],
    });
    expect(after.when(lodge, at).refusal?.code).toBe('OBJECTION_ALREADY_ANSWERED');
  });

  it('sets the result aside and leads to a new round when it is upheld', () => {
    const upheld = evaluation([...untilConcluded, lodged]).when({ type: 'UpholdObjection', id }, { ...at, reads });
    expect(upheld).toMatchObject({
      events: [{ type: 'ObjectionUpheld', data: { resting: [] } }],
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
    const { events } = evaluation(untilConcluded).when(reopen, { ...at, reads });
    expect(events).toEqual([{ type: 'EvaluationReopened', data: { conflicted: ['judge-1'], resting: [] } }]);
    const { state } = evaluation([...untilConcluded, ...events]);
    expect(state).toMatchObject({
      status: 'reopened',
      barred: ['judge-1'],
      scores: [{ subject: 'judge-2' }, { subject: 'judge-3' }],
      setAside: [{ ...concluded.data, concludedAt: NOW }],
    });
  });

  it('goes on, and names what rested on the result that it takes back', () => {
    const rests = {
      awards: [
        { dossier: 'dossier-1', item: 'a' },
        { dossier: 'dossier-1', item: 'b' },
      ],
      titles: [{ dossier: 'title-1' }],
      replications: [{ dossier: 'replication-1' }],
    };
    const named = [
      { lifecycle: 'commendation', dossier: 'dossier-1', items: ['a', 'b'] },
      { lifecycle: 'exemplar', dossier: 'title-1' },
      { lifecycle: 'replication', dossier: 'replication-1' },
    ];
    const { events } = evaluation(untilConcluded).when(reopen, { ...at, reads: { ...reads, ...rests } });
    expect(events).toEqual([{ type: 'EvaluationReopened', data: { conflicted: ['judge-1'], resting: named } }]);
    expect(evaluation([...untilConcluded, ...events]).state).toMatchObject({
      setAside: [{ setAsideAt: NOW, resting: named }],
    });
  });

  it('does not begin before the panel is whole again', () => {
    const { events } = evaluation(untilConcluded).when(reopen, { ...at, reads });
    expect(
      evaluation([...untilConcluded, ...events]).when({ type: 'OpenPanel', id }, { ...at, reads }).refusal,
    ).toMatchObject({ code: 'PANEL_TOO_SMALL', facts: { members: 2, minimum: 3 } });
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
    const stayed = { ...at, reads: { model: model() } };
    expect(evaluation(untilPanel).when(transfer, stayed).refusal?.code).toBe('MODEL_NOT_MOVED');
    const again = evaluation(untilPanel).when(transfer, { ...stayed, actor: { role: 'SYSTEM' } });
    expect([again.refusal, again.events]).toEqual([undefined, []]);
    expect(
      evaluation([planned(), { type: 'EvaluationCancelled', data: {} }]).when(transfer, { ...at, reads: moved }).refusal
        ?.code,
    ).toBe('TRANSITION_NOT_ALLOWED');
  });
});
