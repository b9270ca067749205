import { describe, expect, it } from '@jest/globals';
import type { Past } from '#testing';
import type { Sight } from '#visibility';
import type { EvaluationEvent } from './events.js';
import { hiddenScores, shownScores } from './shown-scores.js';
import { allScored, evaluation, untilConcluded } from './spec-support/examples.js';

const adjustments = [
  { subject: 'judge-1', criterion: 'effect', points: 40 },
  { subject: 'judge-2', criterion: 'effect', points: 45 },
];
const moderated: readonly Past<EvaluationEvent>[] = [
  ...allScored,
  { type: 'ScoresModerated', data: { round: 1, adjustments, dueAt: '' } },
];

function shown(past: readonly Past<EvaluationEvent>[], subject: string, sight: Sight = 'party') {
  const { state } = evaluation(past);
  return state.status === 'none' ? undefined : shownScores(state, sight, subject);
}

const reopened: readonly Past<EvaluationEvent>[] = [
  ...untilConcluded,
  { type: 'EvaluationReopened', data: { conflicted: [], resting: [] } },
];

describe('Ai xem được phiếu điểm', () => {
  it('a member sees the own score and what moderation made of it, until there is a result', () => {
    expect(shown(moderated, 'judge-1')).toMatchObject({
      scores: [{ subject: 'judge-1' }],
      adjustments: [{ subject: 'judge-1' }],
    });
    expect(shown(untilConcluded, 'judge-1')?.scores).toHaveLength(3);
  });

  it('the unit sees none until there is a result', () => {
    expect(shown(moderated, 'head-1')).toEqual({ scores: [], adjustments: [] });
    expect(shown(untilConcluded, 'head-1')?.scores).toHaveLength(3);
  });

  it('those who handle the dossier see all at any time, unless they score themselves', () => {
    expect(shown(moderated, 'leader-1', 'handler')).toMatchObject({ scores: [{}, {}, {}], adjustments });
    expect(shown(moderated, 'judge-2', 'handler')?.scores).toHaveLength(1);
  });

  it('a new round is closed again', () => {
    expect(shown(reopened, 'judge-1')?.scores).toHaveLength(1);
  });

  it('whoever belongs to the unit handles nothing of it, whatever else the person may do', () => {
    expect(shown(moderated, 'leader-1', 'party')?.scores).toEqual([]);
  });

  it('the history keeps to the same: scores on either side of a step are as open as they are in the dossier', () => {
    const { state: before } = evaluation(moderated.slice(0, -2));
    const { state: after } = evaluation(moderated.slice(0, -1));
    const hidden = (past: readonly Past<EvaluationEvent>[], subject: string, sight: Sight = 'party') =>
      hiddenScores({ state: evaluation(past).state, sight }, subject)({ before, after });
    const confidential = ['scores', 'adjustments'];
    expect(hidden(moderated, 'leader-1', 'handler')).toEqual([]);
    expect(hidden(moderated, 'judge-2', 'handler')).toEqual(confidential);
    expect(hidden(moderated, 'head-1')).toEqual(confidential);
    expect(hidden(untilConcluded, 'head-1')).toEqual([]);
    expect(hidden(reopened, 'head-1')).toEqual(confidential);
    // No score stands any more, and those that stood led to no result.
    expect(
      hidden([...moderated, { type: 'EvaluationCancelled', data: {} }, ...allScored.slice(0, 1)], 'head-1'),
    ).toEqual(confidential);
  });
});
