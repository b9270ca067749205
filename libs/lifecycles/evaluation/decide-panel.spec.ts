import { describe, expect, it } from '@jest/globals';
import { loaded, type Past } from '#testing';
import { modelFold } from '#lifecycles/model';
import type { AppointPanel } from './commands.js';
import type { EvaluationEvent } from './events.js';
import { evaluationLifecycle } from './lifecycle.js';
import {
  allScored,
  appointed,
  around,
  judge,
  JUDGES,
  LEAD_UNIT,
  model,
  modelWith,
  OFFICE,
  opened,
  planned,
  POLICY,
  recusal,
  registration,
  scored,
  selfEvaluated,
  untilPanel,
  untilScoring,
  evaluation,
} from './spec-support/examples.js';

const NOW = '2026-09-01T02:00:00.000Z';
const at = { policy: POLICY, now: NOW, reads: around() };
const id = 'evaluation-1';
const appoint: AppointPanel = {
  type: 'AppointPanel',
  id,
  members: JUDGES.map((subject) => ({ subject, lead: subject === 'judge-3' })),
};
const ready = [planned(), selfEvaluated] as const;
const withFirst = (first: ReturnType<typeof judge>) =>
  around({ members: [first, judge('judge-2', 'unit-b'), judge('judge-3', OFFICE)] });
const codeWith = (reads: Readonly<Record<string, unknown>>, past: readonly Past<EvaluationEvent>[] = ready) =>
  evaluation(past).when(appoint, { ...at, reads }).refusal;

describe('Thành lập tổ thẩm định', () => {
  it('seats each member with the unit of the role held, not one that the command claims', () => {
    const { events, status, rules } = evaluation(ready).when(appoint, at);
    expect([events, status]).toEqual([[appointed], 'panelAppointed']);
    expect(rules).toEqual(
      expect.arrayContaining(['selfEvaluationIsIn', 'registrationStands', 'panelIsWellFormed', 'membersMaySit']),
    );
  });

  it('waits for the self-evaluation until its time is over', () => {
    expect(evaluation([planned()]).when(appoint, at).refusal?.code).toBe('SELF_EVALUATION_AWAITED');
    expect(evaluation([planned()]).when(appoint, { ...at, now: '2026-10-01T17:00:00.000Z' }).status).toBe(
      'panelAppointed',
    );
  });

  it.each([
    ['too few members', appoint.members.slice(1), 'PANEL_TOO_SMALL'],
    ['somebody in two seats', [...appoint.members, { subject: 'judge-1', lead: false }], 'PANELIST_TWICE'],
    ['no lead', appoint.members.map((it) => ({ ...it, lead: false })), 'PANEL_LEAD_NOT_ONE'],
    ['two leads', appoint.members.map((it) => ({ ...it, lead: it.subject !== 'judge-1' })), 'PANEL_LEAD_NOT_ONE'],
    ['a stranger', [...appoint.members, { subject: 'judge-9', lead: false }], 'NOT_A_PANELIST'],
  ])('is refused with %s', (_what, members, code) => {
    expect(evaluation(ready).when({ ...appoint, members }, at).refusal?.code).toBe(code);
  });

  it('is refused once the model’s registration no longer stands', () => {
    expect(codeWith(around({ registration: registration({ status: 'none' }) }))?.code).toBe(
      'REGISTRATION_NOT_ACCEPTED',
    );
  });

  it('is refused when scoring has begun', () => {
    expect(codeWith(around(), untilScoring)?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Người có liên quan không được thẩm định', () => {
  const served = (unit: string, from: string, to?: string) =>
    judge('judge-1', 'unit-a', [{ unit, from, ...(to && { to }) }]);
  const lastYear = '2025-12-01T00:00:00.000Z';

  it.each([
    ['is from the model’s own unit', around({ members: [judge('judge-1', 'ward-1')] }), 'UNIT'],
    ['also works at the model’s unit', withFirst(served('ward-1', '2026-08-01T00:00:00.000Z')), 'UNIT'],
    [
      'left the model’s unit last month',
      withFirst(served('ward-1', '2020-01-01T00:00:00.000Z', '2026-08-01T00:00:00.000Z')),
      'UNIT',
    ],
    [
      'is from a ward that was merged into the unit',
      { ...withFirst(served('old-ward', lastYear, '2026-01-15T00:00:00.000Z')), kin: [{ unit: 'old-ward' }] },
      'UNIT',
    ],
    ['is from a unit that coordinates', around({ model: model(modelWith({ joint: ['unit-a'] })) }), 'UNIT'],
    [
      'is from a former owner',
      around({ model: model(modelWith({ owners: [{ unit: 'unit-a', from: '2025-01-01' }] })) }),
      'UNIT',
    ],
    ['is from a unit that adopted the model', around({ copies: [{ unit: 'unit-a' }] }), 'UNIT'],
    [
      'is from the unit whose model was replicated',
      around({ origin: loaded(modelFold, 'model-0', modelWith({ owners: [{ unit: 'unit-a', from: '2025-01-01' }] })) }),
      'UNIT',
    ],
    ['proposed the model', around({ model: model(modelWith(), ['judge-1']) }), 'AUTHOR'],
    ['sent the registration', around({ registration: registration(undefined, ['judge-1']) }), 'REGISTRANT'],
  ])('who %s', (_who, reads, ground) => {
    expect(codeWith(reads)).toMatchObject({
      code: 'PANELIST_IN_CONFLICT',
      facts: { ground },
      path: ['members', '0', 'subject'],
    });
    expect(codeWith(reads)?.message.vi).not.toContain(ground);
  });

  it('but may when the service there ended before the reporting year', () => {
    expect(codeWith(withFirst(served('ward-1', '2020-01-01T00:00:00.000Z', lastYear)))).toBeUndefined();
  });

  it('nor may anybody who was recused from this evaluation before', () => {
    expect(codeWith(around(), [...untilPanel, recusal('judge-1')])).toMatchObject({
      code: 'PANELIST_IN_CONFLICT',
      facts: { ground: 'RECUSED' },
    });
  });

  it('nor may the lead unit’s own model be judged by a panel that the coordinating unit does not lead', () => {
    const own = [planned({ unit: LEAD_UNIT }), selfEvaluated];
    const reads = around({
      model: model(modelWith({ unit: LEAD_UNIT, owners: [{ unit: LEAD_UNIT, from: '2025-01-01' }] })),
    });
    const ledBy = (lead: string) =>
      evaluation(own).when(
        { ...appoint, members: JUDGES.map((subject) => ({ subject, lead: subject === lead })) },
        { ...at, reads },
      );
    expect(ledBy('judge-1').refusal?.code).toBe('PANEL_LEAD_NOT_FROM_OFFICE');
    expect(ledBy('judge-3').status).toBe('panelAppointed');
  });
});

describe('Bắt đầu chấm điểm', () => {
  const open = { type: 'OpenPanel', id } as const;

  it('freezes the panel and counts the round', () => {
    const { events, status } = evaluation(untilPanel).when(open, at);
    expect(events).toEqual([{ type: 'PanelOpened', data: { round: 1, dueAt: '2026-09-11T17:00:00.000Z' } }]);
    expect(status).toBe('scoring');
    expect(evaluation([...untilPanel, ...events]).state).toMatchObject({ panel: { frozen: true, openedAt: NOW } });
  });

  it('is refused while the panel is too small, has no lead, or is not appointed', () => {
    expect(evaluation([...untilPanel, recusal('judge-1')]).when(open, at).refusal?.code).toBe('PANEL_TOO_SMALL');
    expect(evaluation([...untilPanel, recusal('judge-3')]).when(open, at).refusal?.code).toBe('PANEL_LEAD_NOT_ONE');
    expect(evaluation(ready).when(open, at).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Xin rút khỏi tổ thẩm định', () => {
  const recuse = { type: 'DeclareRecusal', id } as const;

  it('takes the member’s score out of the count', () => {
    const { events } = evaluation(allScored).when(recuse, { ...at, actor: { subject: 'judge-1' } });
    expect(events).toEqual([{ type: 'RecusalDeclared', data: {} }]);
    expect(evaluation([...allScored, recusal('judge-1')]).state).toMatchObject({
      scores: [{ subject: 'judge-2' }, { subject: 'judge-3' }],
    });
  });

  it('is open to a member whose own unit has come to own the model', () => {
    const row = evaluationLifecycle.commands.DeclareRecusal;
    expect(row.by).toEqual([expect.objectContaining({ role: 'PANELIST', over: 'anyUnit' })]);
  });

  it('makes moderation begin anew', () => {
    const moderated: EvaluationEvent = {
      type: 'ScoresModerated',
      data: { round: 1, adjustments: [{ subject: 'judge-2', criterion: 'effect', points: 30 }], dueAt: NOW },
    };
    const { status } = evaluation([...allScored, moderated]).when(recuse, { ...at, actor: { subject: 'judge-1' } });
    expect(status).toBe('scoring');
    expect(evaluation([...allScored, moderated, recusal('judge-1')]).state).toMatchObject({ adjustments: [] });
  });

  it('is for members, once', () => {
    expect(evaluation(untilScoring).when(recuse, { ...at, actor: { subject: 'judge-9' } }).refusal?.code).toBe(
      'NOT_ON_THE_PANEL',
    );
    expect(
      evaluation([...untilScoring, recusal('judge-1')]).when(recuse, { ...at, actor: { subject: 'judge-1' } }).refusal
        ?.code,
    ).toBe('RECUSED_FROM_SCORING');
    expect(evaluation(ready).when(recuse, { ...at, actor: { subject: 'judge-1' } }).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

describe('Thay thành viên tổ thẩm định', () => {
  const replace = { type: 'ReplacePanelist', id, subject: 'judge-3', by: 'judge-4' } as const;
  const reads = around({ members: [judge('judge-4', 'unit-d')] });
  const replaced: EvaluationEvent = {
    type: 'PanelistReplaced',
    data: { subject: 'judge-3', by: { subject: 'judge-4', unit: 'unit-d', lead: true } },
  };

  it('fills the seat of a recused or absent member, the lead with it', () => {
    for (const past of [[...untilScoring, recusal('judge-3')], untilScoring]) {
      const { events, status, rules } = evaluation(past).when(replace, { ...at, reads });
      expect([events, status]).toEqual([[replaced], 'scoring']);
      expect(rules).toEqual(expect.arrayContaining(['seatMayBeFreed', 'successorMaySit']));
    }
  });

  it.each([
    ['the member has scored', allScored, replace, reads, 'PANELIST_HAS_SCORED'],
    ['there is no such seat', untilScoring, { ...replace, subject: 'judge-9' }, reads, 'PANEL_SEAT_NOT_FOUND'],
    ['the seat has been taken over', [...untilScoring, replaced], replace, reads, 'PANEL_SEAT_NOT_FOUND'],
    ['the successor sits on the panel', untilScoring, { ...replace, by: 'judge-1' }, reads, 'PANELIST_TWICE'],
    ['the successor is no panel member', untilScoring, replace, around({ members: [] }), 'NOT_A_PANELIST'],
    [
      'the successor has a conflict',
      untilScoring,
      replace,
      around({ members: [judge('judge-4', 'ward-1')] }),
      'PANELIST_IN_CONFLICT',
    ],
    ['no panel has been appointed', ready, replace, reads, 'TRANSITION_NOT_ALLOWED'],
  ])('is refused when %s', (_why, past, command, facts, code) => {
    expect(
      evaluation(past as readonly Past<EvaluationEvent>[]).when(command, { ...at, reads: facts }).refusal?.code,
    ).toBe(code);
  });

  it('takes a member off against whom something has come up, and sets the score aside', () => {
    const tie = around({
      members: [
        judge('judge-4', 'unit-d'),
        judge('judge-3', OFFICE, [{ unit: 'ward-1', from: '2026-08-28T00:00:00.000Z' }]),
      ],
    });
    const { events, status } = evaluation(allScored).when(replace, { ...at, reads: tie });
    expect(events).toEqual([{ type: 'PanelistReplaced', data: { ...(replaced.data as object), conflict: 'UNIT' } }]);
    expect(status).toBe('scoring');
    expect(evaluation([...allScored, ...events]).state).toMatchObject({
      barred: ['judge-3'],
      scores: [{ subject: 'judge-1' }, { subject: 'judge-2' }],
      panel: { members: [{}, {}, { recused: true, conflict: 'UNIT', replacedBy: 'judge-4' }, {}] },
    });
  });

  it('takes the lead from whoever may not lead since the model came to the lead unit', () => {
    const moved: EvaluationEvent = { type: 'EvaluationTransferred', data: { from: 'ward-1', to: LEAD_UNIT } };
    const fromOffice = around({ members: [judge('judge-5', OFFICE)] });
    const past = [...untilPanel, opened(), replaced, scored('judge-1'), scored('judge-2'), scored('judge-4'), moved];
    const { events } = evaluation(past).when(
      { ...replace, subject: 'judge-4', by: 'judge-5' },
      { ...at, reads: fromOffice },
    );
    expect(events).toEqual([
      { type: 'PanelistReplaced', data: { subject: 'judge-4', by: { subject: 'judge-5', unit: OFFICE, lead: true } } },
    ]);
  });

  it('lets whoever has taken the seat score in the others’ place', () => {
    const { state } = evaluation([...untilPanel, opened(), replaced, scored('judge-4')]);
    expect(state).toMatchObject({
      panel: { members: [{}, {}, { subject: 'judge-3', replacedBy: 'judge-4' }, { subject: 'judge-4', lead: true }] },
    });
  });
});
