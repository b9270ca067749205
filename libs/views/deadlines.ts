import type { DueKind, WindowRef } from '#kernel';
import type { Database, Projection, SqlRow } from '#projections';

/** Stands for “no deadline”: greater than every instant. */
export const NO_DEADLINE = '~';

/**
 * What waits in every dossier, one row for each step and whom it waits for; a window of a campaign has a row of its own. Its
 * underscore keeps it apart from every lifecycle's name.
 */
const DEADLINE_TABLE = `CREATE TABLE _deadline (
  view TEXT NOT NULL,
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('duty', 'right', 'timer', 'window')),
  command TEXT,
  unit TEXT,
  whom TEXT,
  due_at TEXT NOT NULL,
  campaign TEXT,
  year INTEGER,
  "window" TEXT,
  since TEXT NOT NULL,
  PRIMARY KEY (view, id, ordinal)
) WITHOUT ROWID`;

/** The windows of every campaign, open or not: what dossiers that name them are due by. */
const WINDOW_TABLE = `CREATE TABLE _window (
  campaign TEXT NOT NULL, year INTEGER NOT NULL, name TEXT NOT NULL, before TEXT NOT NULL,
  PRIMARY KEY (campaign, year, name)
) WITHOUT ROWID`;

/** The indexes of the deadlines: by time, by the step, by the dossier's unit, by whom it waits for, by the window that moves them. */
const DEADLINE_INDEXES = [
  'CREATE INDEX _deadline_by_step ON _deadline (view, command, due_at, since, id)',
  'CREATE INDEX _deadline_by_unit ON _deadline (unit, view, command, due_at, since, id)',
  'CREATE INDEX _deadline_by_whom ON _deadline (whom, view, command, due_at, since, id) WHERE whom IS NOT NULL',
  'CREATE INDEX _deadline_by_due_at ON _deadline (due_at, view, id, ordinal)',
  'CREATE INDEX _deadline_by_window ON _deadline (campaign, year, "window") WHERE "window" IS NOT NULL',
];

/**
 * The tables of deadlines, as a projection of their own name. It takes in no event itself: each view writes what waits in its
 * dossiers together with their rows.
 */
export const deadlinesOfAll: Projection = {
  name: 'deadlines',
  version: 1,
  of: '',
  tables: { _deadline: DEADLINE_TABLE, _window: WINDOW_TABLE },
  indexes: DEADLINE_INDEXES,
  over: () => ({ apply: () => [], forget: () => undefined }),
};

/** A deadline that stands in a dossier. */
export interface Deadline {
  readonly lifecycle: string;
  readonly id: string;
  readonly kind: DueKind;
  /** The step of the lifecycle's table; undefined for a window. */
  readonly command: string | undefined;
  /** The unit or subject that it waits for in particular. */
  readonly whom: string | undefined;
  /** The window that it ends with, and moves with. */
  readonly window: WindowRef | undefined;
  /** The exclusive instant, as it stands now. */
  readonly dueAt: string;
  /** The instant since which what the dossier waits for has been the same. */
  readonly since: string;
  /** Tells several deadlines of one dossier apart; with `dueAt`, `lifecycle` and `id` its place among all. */
  readonly ordinal: number;
}

/** Which deadlines are asked for, the earliest first. */
export interface DeadlineQuery {
  /** Those at this instant or later. */
  readonly from?: string;
  /** Those earlier than this instant. */
  readonly before: string;
  /** Those that come after this one, which an earlier page ended with. */
  readonly after?: Deadline;
  /** How many at most: 1 to 1,000. */
  readonly limit: number;
}

const MOST = 1_000;

/** The statement that reads a page of the deadlines. */
export const DEADLINE_PAGE = `SELECT view, id, ordinal, kind, command, whom, due_at, campaign, year, "window", since FROM _deadline
  WHERE (due_at, view, id, ordinal) > (:due_at, :view, :id, :ordinal) AND due_at < :before
  ORDER BY due_at, view, id, ordinal LIMIT :limit`;

/**
 * The deadlines of all dossiers in a span of time: one range of an index.
 * @throws RangeError when more are asked for than may be
 */
export function readDeadlines(db: Database, { from = '', before, after, limit }: DeadlineQuery): readonly Deadline[] {
  if (limit < 1 || limit > MOST) throw new RangeError(`${limit} deadlines are asked for; 1 to ${MOST} may be`);
  const start = after
    ? { due_at: after.dueAt, view: after.lifecycle, id: after.id, ordinal: after.ordinal }
    : { due_at: from, view: '', id: '', ordinal: -1 };
  const end = before < NO_DEADLINE ? before : NO_DEADLINE;
  return db
    .prepare(DEADLINE_PAGE)
    .all({ ...start, before: end, limit })
    .map(deadlineOf);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function deadlineOf(row: SqlRow): Deadline {
  const [campaign, name] = [text(row['campaign']), text(row['window'])];
  return {
    lifecycle: String(row['view']),
    id: String(row['id']),
    kind: String(row['kind']) as DueKind,
    command: text(row['command']),
    whom: text(row['whom']),
    window: campaign === undefined || name === undefined ? undefined : { campaign, year: Number(row['year']), name },
    dueAt: String(row['due_at']),
    since: String(row['since']),
    ordinal: Number(row['ordinal']),
  };
}
