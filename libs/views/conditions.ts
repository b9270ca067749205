import type { ColumnValue } from './entity-view.js';
import type { ViewLayout } from './layout.js';
import { quoted, snakeCase } from './naming.js';
import type { SqlPiece } from './permission.js';
import { holdsSql } from './search-index.js';
import { needlesOf } from './search-text.js';

/** A condition on a declared column, or on `id`, `status`, `createdAt`, `updatedAt`, `dueAt`; all of a list must hold. */
export type Condition =
  | { readonly column: string; readonly op: 'eq' | 'ne'; readonly value: ColumnValue }
  | { readonly column: string; readonly op: 'gte' | 'lt'; readonly value: string | number }
  | { readonly column: string; readonly op: 'in'; readonly value: readonly (string | number)[] }
  /** `false` asks for those that have a value. */
  | { readonly column: string; readonly op: 'isNull'; readonly value: boolean }
  /** Every word occurs in the searched text, whatever its case and diacritics; one of one or two letters begins a word there. */
  | { readonly column: 'search'; readonly op: 'contains'; readonly value: string };

const COMPARISONS = { eq: 'IS', ne: 'IS NOT', gte: '>=', lt: '<' } as const;
/** Keeps SQLite from looking for an index: the conditions that lead are few, and chosen by us. */
const UNLED = '+';

/**
 * The SQL name of a column that lists may be filtered by.
 * @throws Error when the view has no such column: a mistake in the program
 */
export function columnOf(layout: ViewLayout, column: string): string {
  const name = snakeCase(column);
  if (!layout.queryable.has(name)) throw new Error(`The view ${layout.name} has no column ${column}`);
  return name;
}

/** True when the condition picks few instances by a key. */
export const isNarrow = (layout: ViewLayout, { column, op, value }: Condition): boolean =>
  (op === 'in' || (op === 'eq' && value !== null)) && (column === 'id' || layout.narrow.has(snakeCase(column)));

/**
 * All conditions as one piece of SQL; true when there are none.
 * @param leads the condition by whose index the instances are found, where there is one
 */
export function conditionsSql(layout: ViewLayout, where: readonly Condition[], leads?: Condition): SqlPiece {
  const pieces = where.map((it, index) => conditionSql(layout, it, `where${index}`, it === leads ? '' : UNLED));
  return {
    sql: pieces.length === 0 ? '1' : pieces.map((piece) => piece.sql).join(' AND '),
    params: Object.assign({}, ...pieces.map((piece) => piece.params)) as SqlPiece['params'],
  };
}

function conditionSql(layout: ViewLayout, condition: Condition, name: string, led: '' | typeof UNLED): SqlPiece {
  if (condition.op === 'contains') return containsSql(condition.value, name);
  const column = led + quoted(columnOf(layout, condition.column));
  switch (condition.op) {
    case 'in':
      return {
        sql: `${column} IN (SELECT value FROM json_each(:${name}))`,
        params: { [name]: JSON.stringify(condition.value) },
      };
    case 'isNull':
      return { sql: `${column} IS ${condition.value ? '' : 'NOT '}NULL`, params: {} };
    case 'eq':
    case 'ne':
    case 'gte':
    case 'lt':
      return { sql: `${column} ${COMPARISONS[condition.op]} :${name}`, params: { [name]: condition.value } };
    default:
      return unknownCondition(condition);
  }
}

/** Nothing is searched for by an empty text; what holds no letter or digit occurs nowhere. */
function containsSql(value: string, name: string): SqlPiece {
  const needles = needlesOf(value);
  if (needles.length > 0) return holdsSql(needles, name);
  return { sql: value.trim() === '' ? '1' : '0', params: {} };
}

function unknownCondition(condition: never): never {
  throw new Error(`There is no such condition: ${JSON.stringify(condition)}`);
}
