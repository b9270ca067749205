import type { StateShape } from '#kernel';

type Existing<S> = Exclude<S, { readonly status: 'none' }>;
type About<S, V> = 'none' | ((state: Existing<S>) => V | undefined);

/**
 * What an instance is about, for whoever reads across lifecycles: inboxes find by it whose step it is, figures count by it. Each
 * is said, be it that there is none; each that is given is a column of that name as well.
 */
export interface Concerns<S> {
  /** The unit whose dossier it is. */
  readonly unit: About<S, string>;
  readonly campaign: About<S, string>;
  /** The cycle that it belongs to. */
  readonly year: About<S, number>;
}

/** The names of these, and of their columns. */
export type ConcernedName = keyof Concerns<unknown>;
/** Which of these a view has. */
export type Concerned = { readonly [K in ConcernedName]: boolean };

/** Which of these are given. */
export const concernedBy = <S>({ unit, campaign, year }: Concerns<S>): Concerned => ({
  unit: unit !== 'none',
  campaign: campaign !== 'none',
  year: year !== 'none',
});

/** A column that a view need not declare. */
interface ConcernedColumn<S> {
  readonly type: 'TEXT' | 'INTEGER';
  of(state: S): string | number | undefined;
}

/** The columns that they are kept in. */
export function concernedColumns<S extends StateShape>({
  campaign,
  unit,
  year,
}: Concerns<S>): Readonly<Record<string, ConcernedColumn<S>>> {
  const column = (key: string, type: 'TEXT' | 'INTEGER', read: About<S, string | number>) =>
    read === 'none'
      ? {}
      : { [key]: { type, of: (state: S) => (state.status === 'none' ? undefined : read(state as Existing<S>)) } };
  return {
    ...column('campaign', 'TEXT', campaign),
    ...column('unit', 'TEXT', unit),
    ...column('year', 'INTEGER', year),
  };
}
