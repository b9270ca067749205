import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prose } from '#kernel';
import type { Past } from '#testing';
import type { EvaluationCommand } from './commands.js';
import type { EvaluationEvent } from './events.js';
import { evaluationLifecycle } from './lifecycle.js';
import {
  around,
  by,
  CRITERIA,
  evaluation,
  given,
  judge,
  JUDGES,
  OWNER,
  points,
  POLICY,
  YEAR,
} from './spec-support/examples.js';
import { scoringMembers, type EvaluationState } from './state.js';

const id = 'evaluation-1';
const PEOPLE = [...JUDGES, 'judge-4', 'judge-5'];
const person = fc.constantFrom(...PEOPLE);
const anyPoints = fc
  .tuple(fc.integer({ min: 20, max: 61 }), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 15 }))
  .map((it) => given(points(...it)));

/** What varies in one step; which command it becomes depends on where the evaluation stands. */
const step = fc.record({
  choice: fc.nat(),
  actor: person,
  subject: person,
  by: person,
  points: anyPoints,
  conflicted: fc.subarray(PEOPLE, { maxLength: 1 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const history = fc.array(step, { minLength: 40, maxLength: 80 });

/** How many times likelier a step that carries the evaluation further is than one that leads aside or back. */
const FORWARD = 8;

const forward = ({ points: some }: Step): readonly EvaluationCommand[] => [
  { type: 'PlanEvaluation', campaign: 'campaign-1', unit: OWNER, model: 'model-1', year: YEAR },
  { type: 'SubmitSelfEvaluation', id, points: given(points(50, 20, 10)), statement: prose('Đã làm') },
  { type: 'AppointPanel', id, members: JUDGES.map((it) => ({ subject: it, lead: it === 'judge-1' })) },
  { type: 'OpenPanel', id },
  { type: 'SubmitScore', id, points: some, comment: prose('Tốt') },
  { type: 'ConcludeEvaluation', id },
];

const aside = ({ subject, by, conflicted }: Step): readonly EvaluationCommand[] => [
  { type: 'ReturnSelfEvaluation', id },
  { type: 'WithdrawSelfEvaluation', id },
  { type: 'WithdrawScore', id },
  { type: 'DeclareRecusal', id },
  { type: 'ReplacePanelist', id, subject, by },
  { type: 'ModerateScores', id, adjustments: [{ subject, criterion: 'effect', points: 30 }] },
  { type: 'LodgeObjection', id },
  { type: 'DismissObjection', id },
  { type: 'UpholdObjection', id },
  { type: 'ReopenEvaluation', id, conflicted },
  { type: 'CancelEvaluation', id },
];

const commands = (one: Step): readonly EvaluationCommand[] => [
  ...Array.from({ length: FORWARD }, () => forward(one)).flat(),
  ...aside(one),
];

const startsFrom = ({ type }: EvaluationCommand, status: string): boolean =>
  (evaluationLifecycle.commands[type].from as readonly string[]).includes(status);

/** Sends what the state allows, one command after the other; what is refused changes nothing. */
function live(steps: readonly Step[]): {
  readonly past: readonly Past<EvaluationEvent>[];
  readonly states: readonly EvaluationState[];
} {
  const reads = around({ members: PEOPLE.map((it) => judge(it, `unit-of-${it}`)) });
  const states: EvaluationState[] = [];
  let past: readonly Past<EvaluationEvent>[] = [];
  for (const one of steps) {
    const now = evaluation(past);
    const possible = commands(one).filter((it) => startsFrom(it, now.state.status));
    const command = possible[one.choice % possible.length];
    if (command) {
      const { events } = now.when(command, { policy: POLICY, reads, actor: { subject: one.actor, role: 'PANELIST' } });
      past = [...past, ...events.map((it) => by(one.actor, it))];
    }
    states.push(evaluation(past).state);
  }
  return { past, states };
}

const existing = (state: EvaluationState) => (state.status === 'none' ? [] : [state]);

describe('Bất kể trình tự thao tác nào', () => {
  it('only members who may score have scores, one each, within the rubric', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const state of live(steps).states.flatMap(existing)) {
          const members = state.panel.members
            .filter((it) => !it.recused && it.replacedBy === undefined)
            .map((it) => it.subject);
          const scorers = state.scores.map((it) => it.subject);
          expect(new Set(scorers).size).toBe(scorers.length);
          expect(members).toEqual(expect.arrayContaining(scorers));
          for (const score of state.scores)
            for (const { key, points: most } of CRITERIA) expect(score.points[key]).toBeLessThanOrEqual(most);
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

  it('whoever was recused never scores in this evaluation again', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const state of live(steps).states.flatMap(existing)) {
          expect(state.scores.filter((it) => state.barred.includes(it.subject))).toEqual([]);
          expect(scoringMembers(state).filter((it) => state.barred.includes(it.subject))).toEqual([]);
        }
      }),
    );
  });

  it('every result ever reached is in force or set aside, never lost', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { past } = live(steps);
        const reached = past.filter((it) => 'event' in it && it.event.type === 'EvaluationConcluded').length;
        const kept = existing(evaluation(past).state).flatMap((it) => [
          ...it.setAside,
          ...(it.conclusion ? [it.conclusion] : []),
        ]).length;
        expect(kept).toBe(reached);
      }),
    );
  });
});
