import type { Text } from '#kernel';
import type { Figure } from '../figures.js';
import type { OverviewReader } from '../reader.js';
import { runs } from '../sql.js';
import { askedSql, findAsked, rulesOf, type Asked, type AskedYear } from './asked.js';
import type { Measure, Reading } from './measure.js';
import { measures } from './measures.js';

/** One reading of one target with what was counted. */
export interface TargetFigure extends Figure {
  readonly key: string;
  /** The target in the campaign's own words. */
  readonly label: Text;
  readonly reading: Reading;
  readonly primary: boolean;
  readonly met: boolean;
  readonly sentence: Text;
}

/** The figures of the targets that the campaign has set itself; none when no campaign covers the year. */
export function readTargets(reader: OverviewReader, question: AskedYear): readonly TargetFigure[] {
  const asked = findAsked(reader, question);
  if (!asked) return [];
  return asked.facts.targets.flatMap(({ key, label }) => {
    const measure = measures.find((it) => it.key === key && runs(reader.modules, it.needs));
    return measure ? figuresOf(reader, asked, measure, label) : [];
  });
}

function figuresOf({ views }: OverviewReader, asked: Asked, measure: Measure, label: Text): readonly TargetFigure[] {
  const rules = rulesOf(asked);
  const { sql, params } = askedSql(asked);
  return measure.counts.map((count) => {
    const [row] = views.query(`${sql} ${count.sql}`, params);
    const figure = { numerator: Number(row?.['numerator']), denominator: Number(row?.['denominator']) };
    return {
      key: measure.key,
      label,
      reading: count.reading,
      primary: count.primary(rules),
      ...figure,
      met: measure.met(figure),
      sentence: measure.sentence(figure),
    };
  });
}
