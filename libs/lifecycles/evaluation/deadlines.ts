import type { StepDeadline } from '#kernel';
import type { DeadlineName } from '#lifecycles/campaign';
import { scoringMembers, type ExistingEvaluation } from './state.js';

type When<S = ExistingEvaluation> = StepDeadline<S, DeadlineName>;

/** Those who have yet to score in this round. */
export const yetToScore = (state: ExistingEvaluation): readonly string[] =>
  scoringMembers(state)
    .map(({ subject }) => subject)
    .filter((subject) => !state.scores.some((score) => score.subject === subject));

/** The unit is asked until it has sent its self-evaluation. */
export const selfEvaluating: When = {
  rules: ['selfEvaluation'],
  due: ({ selfEvaluation, dueAt }) => (selfEvaluation ? undefined : { dueAt }),
};

/** A panel that stands may be appointed anew; nobody waits for that. */
export const appointing: When = { rules: [], due: ({ status }) => (status === 'panelAppointed' ? undefined : {}) };

/** Each member who has not scored is asked. */
export const scoring: When = {
  rules: ['panelScoring'],
  each: 'subject',
  due: (state) => yetToScore(state).map((whom) => ({ whom, dueAt: state.dueAt })),
};

/** A result waits for the last score. */
export const concluding: When = {
  rules: ['conclusion'],
  due: (state) => (yetToScore(state).length > 0 ? undefined : { dueAt: state.dueAt }),
};

/** The exclusive instant until which the unit may object; none once it has objected to the result in force. */
export const objectableBefore = ({
  conclusion,
  objections,
}: Pick<ExistingEvaluation, 'conclusion' | 'objections'>): string | undefined =>
  objections.some(({ round }) => round === conclusion?.round) ? undefined : conclusion?.objectionsBefore;

/** A right of the unit, not a duty. */
export const objecting: When = {
  rules: ['objection'],
  due: (state) => {
    const dueAt = objectableBefore(state);
    return dueAt === undefined ? undefined : { dueAt };
  },
};
