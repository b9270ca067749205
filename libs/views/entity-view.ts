import type { Audience } from '#identity';
import type { Lifecycle, Question, Shape, StateShape } from '#kernel';
import { concernedBy, concernedColumns, type Concerned, type ConcernedName, type Concerns } from './concerns.js';

/** A value in a column. Booleans are 0 and 1. */
export type ColumnValue = string | number | null;

/** A column to filter and order by, computed from the state. */
export interface Column<S> {
  readonly type: 'TEXT' | 'INTEGER';
  of(state: S): ColumnValue | undefined;
}

/** The columns of an index, in their order. */
export type Key<Name extends string = string> = readonly Name[];

/** A table of parts of an instance (recipients, adoptions): replaced whenever the instance changes. */
export interface Part<S> {
  readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
  /** By which columns parts are looked for other than by their instance. The instance's id stands behind each by itself. */
  readonly keys?: readonly Key[];
  of(state: S): readonly Readonly<Record<string, ColumnValue>>[];
}

/** How a view answers a question that it owns. */
export interface AnswerSql {
  readonly question: Question;
  /** One SELECT over published columns, never over `state`; its `:named` parameters are what the question asks. */
  readonly sql: string;
}

/**
 * Answers a question: the compiler holds the question, the start of the service holds the SQL to its columns and parameters.
 * @param sql a list of identifiers arrives as JSON text, for `json_each`
 */
export const answer = <P extends Shape, R extends Shape>(question: Question<P, R>, sql: string): AnswerSql => ({
  question: question as unknown as Question,
  sql,
});

/** The columns that every view has and that keys may name. */
export type FixedName = 'id' | 'status' | 'createdAt' | 'updatedAt' | 'dueAt';

/**
 * How a lifecycle's instances are projected: one row each, holding the state that the lifecycle's own `evolve` gives, and
 * columns computed from it. The rule of what an event does to a state is thus written once.
 *
 * The views keep no statistics: SQLite takes the index that its query names the most columns of. Each statement that reads many
 * instances must find a key that fits it, and no index may begin with what tells few instances apart (a flag, a year).
 */
export interface EntityView<S extends StateShape = StateShape> {
  readonly lifecycle: Lifecycle<S>;
  /** Raise it whenever columns, parts or their meaning change: the views are then built anew beside the old ones. */
  readonly version: number;
  readonly columns: Readonly<Record<string, Column<S>>>;
  /**
   * Keys whose first column picks few instances (a unit, a model). Questions and figures go by them, and so does a list that is
   * filtered by such a column.
   */
  readonly keys?: readonly Key[];
  /** Keys over whole groups (the dossiers of a cycle), for what is counted or collected in whole; lists never go by them. */
  readonly groups?: readonly Key[];
  /** The columns, beside `createdAt`, `updatedAt` and `dueAt`, by which lists may be ordered: each costs an index. */
  readonly orders?: Key;
  /** Which of unit, campaign and year it has; they are among its columns. */
  readonly concerns: Concerned;
  readonly parts?: Readonly<Record<string, Part<S>>>;
  /** The questions that this lifecycle answers. */
  readonly answers?: readonly AnswerSql[];
  /** The circle that may read the instance beside its parties. */
  audience(state: S): Audience;
  /** True when only those cleared for it may read it outside its own unit. */
  restricted?(state: S): boolean;
  /** The units and subjects for whom the dossier is their own. */
  parties(state: S): { readonly units: readonly string[]; readonly subjects?: readonly string[] };
  /** What people call the instance in a list of many kinds. Never a personal name. */
  title?(state: S): string | undefined;
  /** What a search without diacritics looks at. Never a personal name. */
  search?(state: S): string;
}

/** Reads something off an instance; undefined before its first event, when there is nothing to read. */
export const existing = <S extends StateShape, T>(
  state: S,
  read: (it: Exclude<S, { readonly status: 'none' }>) => T,
): T | undefined => (state.status === 'none' ? undefined : read(state as Exclude<S, { readonly status: 'none' }>));

/** A view whose keys name its own columns. */
type Typed<S extends StateShape, Name extends string> = Omit<
  EntityView<S>,
  'lifecycle' | 'concerns' | 'columns' | 'keys' | 'groups' | 'orders'
> & {
  readonly lifecycle: Lifecycle<S>;
  readonly concerns: Concerns<S>;
  readonly columns: Readonly<Record<Name, Column<S>>>;
  readonly keys?: readonly Key<NoInfer<Name> | ConcernedName | FixedName>[];
  readonly groups?: readonly Key<NoInfer<Name> | ConcernedName | FixedName>[];
  readonly orders?: Key<NoInfer<Name> | ConcernedName>;
};

/**
 * Types a view against the state of its lifecycle, and its keys against its columns. What its dossiers are about is kept in
 * columns as well.
 */
export const entityView =
  <S extends StateShape>() =>
  <const Name extends string>({ concerns, ...view }: Typed<S, Name>): EntityView<S> => ({
    ...view,
    columns: { ...concernedColumns(concerns), ...view.columns },
    concerns: concernedBy(concerns),
  });
