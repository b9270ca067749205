import { FIXED_COLUMNS, type PartLayout, type TableColumn, type ViewLayout } from './layout.js';
import { quoted } from './naming.js';

const declared = (columns: readonly TableColumn[]): string[] =>
  columns.map(({ name, type }) => `${quoted(name)} ${type}`);

const fixed = Object.entries(FIXED_COLUMNS).map(([name, type]) => `${name} ${type}`);

/** The tables of a view by name, as the statements that create them. */
export function tablesOf({ name, parties, columns, parts }: ViewLayout): Readonly<Record<string, string>> {
  const partColumns = (part: PartLayout): string =>
    ['id TEXT NOT NULL', 'ordinal INTEGER NOT NULL', ...declared(part.columns)].join(', ');
  return {
    [name]: `CREATE TABLE ${quoted(name)} (${[...fixed, ...declared(columns)].join(', ')})`,
    [parties]: `CREATE TABLE ${quoted(parties)} (id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('unit', 'subject')),
       party TEXT NOT NULL, PRIMARY KEY (id, kind, party)) WITHOUT ROWID`,
    ...Object.fromEntries(
      parts.map((part) => [
        part.table,
        `CREATE TABLE ${quoted(part.table)} (${partColumns(part)}, PRIMARY KEY (id, ordinal)) WITHOUT ROWID`,
      ]),
    ),
  };
}

/** The statements that create the indexes of a view. */
export function indexesOf({ name, parties, columns, parts }: ViewLayout): readonly string[] {
  return [
    index(name, 'status', 'due_at'),
    // The identifier stands behind each column, because pages are cut by both.
    index(name, 'created_at', 'id'),
    ...columns.map((column) => index(name, column.name, 'id')),
    index(parties, 'party', 'kind', 'id'),
    ...parts.flatMap((part) => part.columns.map((column) => index(part.table, column.name))),
  ];
}

const index = (table: string, ...columns: readonly string[]): string =>
  `CREATE INDEX ${quoted(`${table}_by_${columns.join('_')}`)} ON ${quoted(table)} (${columns.map(quoted).join(', ')})`;
