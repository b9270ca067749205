import type { Key } from './entity-view.js';
import { FIXED_COLUMNS, type PartLayout, type TableColumn, type ViewLayout } from './layout.js';
import { quoted, searchTable } from './naming.js';
import { searchTableSql } from './search-index.js';

const declared = (columns: readonly TableColumn[]): string[] =>
  columns.map(({ name, type }) => `${quoted(name)} ${type}`);

const fixed = Object.entries(FIXED_COLUMNS).map(([name, type]) => `${name} ${type}`);

/** The tables of a view by name, as the statements that create them. */
export function tablesOf({ name, parties, columns, parts, isSearched }: ViewLayout): Readonly<Record<string, string>> {
  const partColumns = (part: PartLayout): string =>
    ['id TEXT NOT NULL', 'ordinal INTEGER NOT NULL', ...declared(part.columns)].join(', ');
  return {
    ...(isSearched && { [searchTable(name)]: searchTableSql(name) }),
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
export function indexesOf(layout: ViewLayout): readonly string[] {
  const { name, parties, parts, keys, orders } = layout;
  return [
    index(name, 'status', 'due_at'),
    ...keys.map((key) => index(name, ...withId(key))),
    ...[...orders].map((order) => walkIndex(layout, order)),
    index(parties, 'party', 'kind', 'id'),
    ...parts.flatMap((part) => part.keys.map((key) => index(part.table, ...key, 'id'))),
  ];
}

const withId = (key: Key): Key => (key.includes('id') ? key : [...key, 'id']);

/** The name of the index by which a list in this order is walked. */
export const walkName = (view: string, order: string): string => `${view}_list_${order}`;

/**
 * A list is walked circle by circle, in its order. What else it may be filtered by stands behind, so that passing over an
 * instance never touches its row, and counting none at all.
 */
function walkIndex({ name, columns, narrow }: ViewLayout, order: string): string {
  const filters = ['status', ...columns.map((column) => column.name)].filter((it) => it !== order && !narrow.has(it));
  const all = ['audience', 'restricted', order, 'id', ...filters].map(quoted).join(', ');
  return `CREATE INDEX ${quoted(walkName(name, order))} ON ${quoted(name)} (${all})`;
}

const index = (table: string, ...columns: readonly string[]): string =>
  `CREATE INDEX ${quoted(`${table}_by_${columns.join('_')}`)} ON ${quoted(table)} (${columns.map(quoted).join(', ')})`;
