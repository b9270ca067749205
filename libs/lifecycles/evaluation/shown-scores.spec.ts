import { describe, expect, it } from '@jest/globals';
import type { Audience } from '#identity';
import type { Past } from '#testing';
import type { EvaluationEvent } from './events.js';
import { shownScores } from './shown-scores.js';
import { allScored, evaluation, untilConcluded } from './spec-support/examples.js';

const HANDLING: readonly Audience[] = ['AUTHORITIES', 'EVERYONE'];
const adjustments = [
  { subject: 'judge-1', criterion: 'effect', points: 40 },
  { subject: 'judge-2', criterion: 'effect', points: 45 },
];
const moderated: readonly Past<EvaluationEvent>[] = [
  ...allScored,
  { type: 'ScoresModerated', data: { round: 1, adjustments, dueAt: '' } },
];

function shown(past: readonly Past<EvaluationEvent>[], subject: string, audiences: readonly Audience[] = ['EVERYONE']) {
  const { state } = evaluation(past);
  return state.status === 'none' ? undefined : shownScores(state, { subject, audiences });
}

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
    expect(shown(moderated, 'leader-1', HANDLING)).toMatchObject({ scores: [{}, {}, {}], adjustments });
    expect(shown(moderated, 'judge-2', HANDLING)?.scores).toHaveLength(1);
  });

  it('a new round is closed again', () => {
    const reopened: readonly Past<EvaluationEvent>[] = [
      ...untilConcluded,
      { type: 'EvaluationReopened', data: { conflicted: [] } },
    ];
    expect(shown(reopened, 'judge-1')?.scores).toHaveLength(1);
  });
});
