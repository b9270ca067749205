import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EvaluationCommand } from './commands.js';
import type { EvaluationEvent } from './events.js';
import { around, CRITERIA, evaluation, given, JUDGES, judge, OWNER, points, POLICY, YEAR } from './spec-support/examples.js';
import { scoringMembers, type EvaluationState } from './state.js';

const id = 'evaluation-1';
const PEOPLE = [...JUDGES, 'judge-4', 'judge-5'];
const person = fc.constantFrom(...PEOPLE);
const anyPoints = fc.tuple(fc.integer({ min: 0, max: 61 }), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 15 })).map((it) => given(points(...it)));

const command: fc.Arbitrary<EvaluationCommand> = fc.oneof(
  fc.constant<EvaluationCommand>({ type: 'PlanEvaluation', campaign: 'campaign-1', unit: OWNER, model: 'model-1', year: YEAR }),
  fc.constant<EvaluationCommand>({ type: 'SubmitSelfEvaluation', id, points: given(points(50, 20, 10)), statement: '' }),
  fc.constant<EvaluationCommand>({ type: 'AppointPanel', id, members: JUDGES.map((subject) => ({ subject, lead: subject === 'judge-1' })) }),
  fc.constantFrom<EvaluationCommand['type']>('OpenPanel', 'DeclareRecusal', 'WithdrawScore', 'ConcludeEvaluation', 'LodgeObjection', 'DismissObjection', 'UpholdObjection', 'CancelEvaluation')
    .map((type) => ({ type, id }) as EvaluationCommand),
  fc.record({ subject: person, by: person }).map((it): EvaluationCommand => ({ type: 'ReplacePanelist', id, ...it })),
  anyPoints.map((it): EvaluationCommand => ({ type: 'SubmitScore', id, points: it, comment: '' })),
  person.map((subject): EvaluationCommand => ({ type: 'ModerateScores', id, adjustments: [{ subject, criterion: 'effect', points: 30 }] })),
  fc.subarray(PEOPLE).map((conflicted): EvaluationCommand => ({ type: 'ReopenEvaluation', id, conflicted })),
);
const step = fc.record({ command, subject: person });

/** Carries out what is allowed and passes over the rest, as a service does. */
function live(steps: readonly { readonly command: EvaluationCommand; readonly subject: string }[]): { past: readonly EvaluationEvent[]; states: readonly EvaluationState[] } {
  let past: readonly EvaluationEvent[] = [];
  const states: EvaluationState[] = [];
  for (const { command: next, subject } of steps) {
    const reads = around({ members: PEOPLE.map((it) => judge(it, `unit-of-${it}`)) });
    past = [...past, ...evaluation(past).when(next, { policy: POLICY, reads, actor: { subject, role: 'PANELIST' } }).events];
    states.push(evaluation(past).state);
  }
  return { past, states };
}

const existing = (state: EvaluationState) => (state.status === 'none' ? [] : [state]);

/** Histories that get far, with noise between their steps. */
const scoring = JUDGES.map((subject) => ({ command: { type: 'SubmitScore', id, points: given(points(50, 20, 10)), comment: '' } as EvaluationCommand, subject }));
const path = [
  ...(['PlanEvaluation', 'SubmitSelfEvaluation', 'AppointPanel', 'OpenPanel'] as const).map((type) => ({ command: first(type), subject: 'judge-1' })), ...scoring,
];
function first(type: 'PlanEvaluation' | 'SubmitSelfEvaluation' | 'AppointPanel' | 'OpenPanel'): EvaluationCommand {
  switch (type) {
    case 'PlanEvaluation':
      return { type, campaign: 'campaign-1', unit: OWNER, model: 'model-1', year: YEAR };
    case 'SubmitSelfEvaluation':
      return { type, id, points: given(points(50, 20, 10)), statement: '' };
    case 'AppointPanel':
      return { type, id, members: JUDGES.map((subject) => ({ subject, lead: subject === 'judge-1' })) };
    case 'OpenPanel':
      return { type, id };
    default:
      return type satisfies never;
  }
}
const history = fc.oneof(fc.array(step, { maxLength: 40 }), fc.array(step, { maxLength: 25 }).map((rest) => [...path, ...rest]));

describe('Bất kể trình tự thao tác nào', () => {
  it('only members who may score have scores, one each, within the rubric', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const state of live(steps).states.flatMap(existing)) {
          const members = state.panel.members.filter((it) => !it.recused).map((it) => it.subject);
          const scorers = state.scores.map((it) => it.subject);
          expect(new Set(scorers).size).toBe(scorers.length);
          expect(members).toEqual(expect.arrayContaining(scorers));
          for (const score of state.scores) for (const { key, points: most } of CRITERIA) expect(score.points[key]).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('a result in force counts every member who could score, and enough of them', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const state of live(steps).states.flatMap(existing)) {
          if (state.status !== 'concluded' && state.status !== 'objected') continue;
          expect(state.conclusion.members).toBe(scoringMembers(state).length);
          expect(state.conclusion.members).toBeGreaterThanOrEqual(POLICY.panel.minimumMembers);
          expect(state.conclusion.round).toBe(state.round);
        }
      }),
    );
  });

  it('every result ever reached is in force or set aside, never lost', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { past } = live(steps);
        const reached = past.filter((it) => it.type === 'EvaluationConcluded').length;
        const kept = existing(evaluation(past).state).flatMap((it) => [...it.setAside, ...(it.conclusion ? [it.conclusion] : [])]).length;
        expect(kept).toBe(reached);
      }),
    );
  });
});
