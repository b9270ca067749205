import type { Outcome } from './cast.js';
import type { Draw } from './random.js';

/** What a panel may come to. */
export type Verdict = Exclude<Outcome, 'ABANDONED'>;

/** The rubric of the campaign's first cycle: points by criterion. */
const MOST = {
  practicality: 15,
  effect: 30,
  sustainability: 20,
  spread: 10,
  replicability: 10,
  participation: 10,
  evidence: 5,
} as const;

const PERCENT: Readonly<Record<Verdict, readonly [number, number]>> = {
  EFFECTIVE: [80, 97],
  NO_EVIDENCE: [60, 75],
  LOW_SCORE: [52, 62],
  GATE_MISSED: [88, 95],
};

/** One criterion's points, as the API takes them. */
interface Points {
  readonly criterion: string;
  readonly points: number;
}

/** A score sheet that leads to an outcome whatever is drawn. */
export const scoresFor = (outcome: Verdict, draw: Draw): readonly Points[] =>
  Object.entries(MOST).map(([criterion, most]) => {
    const missed = outcome === 'GATE_MISSED' && criterion === 'sustainability';
    return { criterion, points: missed ? 7 : Math.round((most * draw.between(...PERCENT[outcome])) / 100) };
  });
