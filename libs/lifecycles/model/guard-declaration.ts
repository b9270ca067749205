import type { ContentGuard, Guard } from '#kernel';
import { modelRefusals } from './refusals.js';
import { isDoubted, type Declarations, type ExistingModel } from './state.js';

/** A result in force, as the evaluations answer it. */
interface VerdictRow {
  readonly year: number;
  readonly verdict: string;
  readonly maintained: number;
}

interface WithVerdicts {
  readonly verdicts: readonly VerdictRow[];
}
interface OfYear {
  readonly year: number;
}

/** Some cycle has a concluded evaluation of the model. */
export const isEvaluated: Guard<unknown, WithVerdicts> = {
  rule: 'isEvaluated',
  check: (_state, { verdicts }) =>
    verdicts.length > 0 ? { years: verdicts.map((it) => it.year) } : modelRefusals.notEvaluated(),
};

const isFoundMaintained = ({ verdict, maintained }: VerdictRow): boolean => verdict === 'EFFECTIVE' && maintained === 1;

/** A declaration repeats nothing, unless a doubt waits for the answer. */
const isNew = (state: ExistingModel, as: Declarations, year: number): boolean =>
  isDoubted(state) || !state[as].includes(year);

/** Some evaluated cycle is still to be declared so. */
export const someYearIsDeclarable = (as: Declarations): Guard<ExistingModel, WithVerdicts> => ({
  rule: 'someYearIsDeclarable',
  check: (state, { verdicts }) => {
    const fit = verdicts.filter((it) => as === 'notMaintainedIn' || isFoundMaintained(it));
    const years = fit.map((it) => it.year).filter((year) => isNew(state, as, year));
    return years.length > 0 ? { years } : modelRefusals.nothingToDeclare();
  },
});

/** The cycle of the declaration has a concluded evaluation. */
export const yearIsEvaluated: ContentGuard<unknown, WithVerdicts, OfYear> = {
  rule: 'yearIsEvaluated',
  checkContent: ({ year }, _state, { verdicts }) => {
    const found = verdicts.find((it) => it.year === year);
    return found
      ? { year, verdict: found.verdict, maintained: found.maintained }
      : modelRefusals.notEvaluatedInYear({ year }, ['year']);
  },
};

/** The evaluation of that cycle found the model effective and kept up. */
export const yearIsFoundMaintained: ContentGuard<unknown, WithVerdicts, OfYear> = {
  rule: 'yearIsFoundMaintained',
  checkContent: ({ year }, _state, { verdicts }) =>
    verdicts.some((it) => it.year === year && isFoundMaintained(it))
      ? { year }
      : modelRefusals.notFoundMaintained({ year }, ['year']),
};

/** The same has not been declared on that cycle, or a doubt waits for the answer. */
export const yearIsUndeclared = (as: Declarations): ContentGuard<ExistingModel, unknown, OfYear> => ({
  rule: 'yearIsUndeclared',
  checkContent: ({ year }, state) =>
    isNew(state, as, year)
      ? { year, declared: [...state[as]], doubted: isDoubted(state) }
      : modelRefusals.alreadyDeclared({ year }, ['year']),
});
