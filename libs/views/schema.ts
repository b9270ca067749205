import { FIXED_COLUMNS, type TableColumn, type ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import { PERSON_TABLE } from './persons.js';

/** How far each view has come and, for one that stopped, why. Its underscore keeps it apart from every lifecycle's name. */
const PROGRESS_TABLE = `CREATE TABLE _progress (
  view TEXT PRIMARY KEY,
  position TEXT NOT NULL,
  event_id TEXT,
  failed_position TEXT,
  failed_event TEXT,
  error TEXT
)`;

/** The log whose views these are. */
const BELONGS_TO_TABLE = 'CREATE TABLE _belongs_to (log_id TEXT NOT NULL)';

const declared = (columns: readonly TableColumn[]): string[] =>
  columns.map(({ name, type }) => `${quoted(name)} ${type}`);

const fixed = Object.entries(FIXED_COLUMNS).map(([name, type]) => `${name} ${type}`);

/** The statements that create every table of a views file. */
export function tablesOf(layouts: readonly ViewLayout[]): readonly string[] {
  return [PROGRESS_TABLE, BELONGS_TO_TABLE, PERSON_TABLE, ...layouts.flatMap(tablesOfView)];
}

function tablesOfView({ name, parties, columns, parts }: ViewLayout): readonly string[] {
  return [
    `CREATE TABLE ${quoted(name)} (${[...fixed, ...declared(columns)].join(', ')})`,
    `CREATE TABLE ${quoted(parties)} (id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('unit', 'subject')),
       party TEXT NOT NULL, PRIMARY KEY (id, kind, party)) WITHOUT ROWID`,
    ...parts.map(
      (part) =>
        `CREATE TABLE ${quoted(part.table)} (${['id TEXT NOT NULL', 'ordinal INTEGER NOT NULL', ...declared(part.columns)].join(', ')},
           PRIMARY KEY (id, ordinal)) WITHOUT ROWID`,
    ),
  ];
}

/** The statements that create every index; a file that is being filled gets them at the end, which is faster. */
export function indexesOf(layouts: readonly ViewLayout[]): readonly string[] {
  return layouts.flatMap(({ name, parties, columns, parts }) => [
    index(name, 'status', 'due_at'),
    // The identifier stands behind each column, because pages are cut by both.
    index(name, 'created_at', 'id'),
    ...columns.map((column) => index(name, column.name, 'id')),
    index(parties, 'party', 'kind', 'id'),
    ...parts.flatMap((part) => part.columns.map((column) => index(part.table, column.name))),
  ]);
}

const index = (table: string, ...columns: readonly string[]): string =>
  `CREATE INDEX ${quoted(`${table}_by_${columns.join('_')}`)} ON ${quoted(table)} (${columns.map(quoted).join(', ')})`;
