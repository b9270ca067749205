import type { Text } from '#kernel';
import { figuresOf, type FrozenFigure } from '#lifecycles/campaign';
import type { OverviewReader } from '../reader.js';
import { ASKED, askedParams, findAsked, type Asked, type AskedYear } from './asked.js';
import { EVERY_COUNT, measures } from './measures.js';

/** One reading of one target with what was counted. */
export interface TargetFigure extends FrozenFigure {
  readonly sentence: Text;
  /** When the year was closed with these figures, and their hash; undefined while they are counted anew each time. */
  readonly closure?: { readonly at: string; readonly hash: string };
}

/**
 * The figures of the targets that the campaign has set itself; none when no campaign covers the year. A closed year has those
 * that it was closed with, whatever has been recorded since.
 */
export function readTargets(reader: OverviewReader, question: AskedYear): readonly TargetFigure[] {
  const asked = findAsked(reader, question);
  if (!asked) return [];
  const closure = asked.facts.cycles.find(({ year }) => year === asked.year)?.closure;
  if (!closure) return countedNow(reader, asked).map(told);
  const { at, hash, figures } = closure;
  return figures.map((figure) => ({ ...told(figure), closure: { at, hash } }));
}

const countedNow = ({ views }: OverviewReader, asked: Asked): readonly FrozenFigure[] => {
  const rows = views.query(`${ASKED} ${EVERY_COUNT}`, askedParams(asked)).map((row) => ({
    key: String(row['key']),
    reading: String(row['reading']),
    numerator: Number(row['numerator']),
    denominator: Number(row['denominator']),
  }));
  return figuresOf(asked.facts, rows);
};

/** The sentence follows from the figures. */
const told = (figure: FrozenFigure): TargetFigure => {
  const measure = measures.find(({ key }) => key === figure.key);
  return { ...figure, sentence: measure?.sentence(figure) ?? figure.label };
};
