import type { EntityView, Key } from './entity-view.js';
import { partTable, partyTable, searchTable, snakeCase } from './naming.js';
import { assertReachable } from './reachable.js';

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

/** The fixed columns that a list may filter by. */
const FIXED_QUERYABLE = ['id', 'status', 'created_at', 'updated_at', 'due_at'] as const;
/** The fixed columns by which every list may be ordered. */
const FIXED_ORDERS = ['created_at', 'updated_at', 'due_at'] as const;

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
  readonly keys: readonly Key[];
}

/** The tables of one view. */
export interface ViewLayout {
  readonly view: EntityView;
  /** The lifecycle's name, which is also the table's. */
  readonly name: string;
  readonly parties: string;
  readonly columns: readonly TableColumn[];
  readonly parts: readonly PartLayout[];
  /** SQL names that conditions may use. */
  readonly queryable: ReadonlySet<string>;
  /** Keys and groups, as SQL names. */
  readonly keys: readonly Key[];
  /** SQL names of columns that pick few instances: the first of each key. */
  readonly narrow: ReadonlySet<string>;
  /** SQL names that lists may be ordered by. */
  readonly orders: ReadonlySet<string>;
  /** True when there is a text to search. */
  readonly isSearched: boolean;
}

/**
 * Works out the tables of a view.
 * @throws Error when two names would be the same in SQL, a key names no column, or a step would be in nobody's inbox
 */
export function layoutOf(view: EntityView): ViewLayout {
  assertReachable(view);
  const { name } = view.lifecycle;
  const types = Object.entries(view.columns).map(([key, { type }]) => [key, type] as const);
  const columns = columnsOf(name, types, Object.keys(FIXED_COLUMNS));
  const parts = Object.entries(view.parts ?? {}).map(([key, part]): PartLayout => {
    const table = partTable(name, key);
    const own = columnsOf(table, Object.entries(part.columns), ['id', 'ordinal']);
    return { key, table, columns: own, keys: keysOf(table, part.keys, new Set(own.map((column) => column.name))) };
  });
  requireDistinct(`the tables of ${name}`, [partyTable(name), searchTable(name), ...parts.map((part) => part.table)]);
  const queryable = new Set([...FIXED_QUERYABLE, ...columns.map((column) => column.name)]);
  const keys = keysOf(name, view.keys, queryable);
  const groups = keysOf(name, view.groups, queryable);
  const [orders = []] = keysOf(name, [[...FIXED_ORDERS, ...(view.orders ?? [])]], queryable);
  const narrow = new Set(keys.flatMap(([first]) => first ?? []));
  const tables = { name, parties: partyTable(name), columns, parts };
  const ways = { queryable, keys: [...keys, ...groups], narrow, orders: new Set(orders) };
  return { view, ...tables, ...ways, isSearched: view.search !== undefined };
}

/** Keys under the names that their columns have in SQL. */
function keysOf(table: string, keys: readonly Key[] = [], columns: ReadonlySet<string>): readonly Key[] {
  return keys.map((key) =>
    key.map((column) => {
      const name = snakeCase(column);
      if (!columns.has(name)) throw new Error(`A key of ${table} names ${column}, which is no column of it`);
      return name;
    }),
  );
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
