import type { EntityView } from './entity-view.js';
import { partTable, partyTable, snakeCase } from './naming.js';

/** What every view's table has before its declared columns. */
export const FIXED_COLUMNS = {
  id: 'TEXT PRIMARY KEY',
  status: 'TEXT NOT NULL',
  audience: 'TEXT NOT NULL',
  restricted: 'INTEGER NOT NULL',
  revision: 'INTEGER NOT NULL',
  position: 'TEXT NOT NULL',
  created_at: 'TEXT NOT NULL',
  updated_at: 'TEXT NOT NULL',
  due_at: 'TEXT',
  search: 'TEXT NOT NULL',
  state: 'TEXT NOT NULL',
  policy_version: 'TEXT',
} as const;

/** The fixed columns that a list may filter and order by. */
const FIXED_QUERYABLE = ['id', 'status', 'created_at', 'updated_at', 'due_at'] as const;

/** A declared column: its key in the view and its name in SQL. */
export interface TableColumn {
  readonly key: string;
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER';
}

/** The table of one kind of parts. */
export interface PartLayout {
  readonly key: string;
  readonly table: string;
  readonly columns: readonly TableColumn[];
}

/** The tables of one view. */
export interface ViewLayout {
  readonly view: EntityView;
  /** The lifecycle's name, which is also the table's. */
  readonly name: string;
  readonly parties: string;
  readonly columns: readonly TableColumn[];
  readonly parts: readonly PartLayout[];
  /** SQL names that conditions and orders may use. */
  readonly queryable: ReadonlySet<string>;
}

/**
 * Works out the tables of a view.
 * @throws Error when two names would be the same in SQL
 */
export function layoutOf(view: EntityView): ViewLayout {
  const { name } = view.lifecycle;
  const types = Object.entries(view.columns).map(([key, { type }]) => [key, type] as const);
  const columns = columnsOf(name, types, Object.keys(FIXED_COLUMNS));
  const parts = Object.entries(view.parts ?? {}).map(([key, part]): PartLayout => {
    const table = partTable(name, key);
    return { key, table, columns: columnsOf(table, Object.entries(part.columns), ['id', 'ordinal']) };
  });
  requireDistinct(`the tables of ${name}`, [partyTable(name), ...parts.map((part) => part.table)]);
  const queryable = new Set([...FIXED_QUERYABLE, ...columns.map((column) => column.name)]);
  return { view, name, parties: partyTable(name), columns, parts, queryable };
}

function columnsOf(
  table: string,
  declared: readonly (readonly [key: string, type: 'TEXT' | 'INTEGER'])[],
  taken: readonly string[],
): readonly TableColumn[] {
  const columns = declared.map(([key, type]) => ({ key, name: snakeCase(key), type }));
  requireDistinct(`the columns of ${table}`, [...taken, ...columns.map((column) => column.name)]);
  return columns;
}

function requireDistinct(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names.map((each) => each.toLowerCase())) {
    if (seen.has(name)) throw new Error(`Among ${what}, ${name} is named twice`);
    seen.add(name);
  }
}
