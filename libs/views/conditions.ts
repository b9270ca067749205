import type { ColumnValue } from './entity-view.js';
import { foldVietnamese } from './fold-text.js';
import type { ViewLayout } from './layout.js';
import { quoted, snakeCase } from './naming.js';
import type { SqlPiece } from './permission.js';

/** A condition on a declared column, or on `id`, `status`, `createdAt`, `updatedAt`, `dueAt`; all of a list must hold. */
export type Condition =
  | { readonly column: string; readonly op: 'eq' | 'ne'; readonly value: ColumnValue }
  | { readonly column: string; readonly op: 'gte' | 'lt'; readonly value: string | number }
  | { readonly column: string; readonly op: 'in'; readonly value: readonly (string | number)[] }
  /** `false` asks for those that have a value. */
  | { readonly column: string; readonly op: 'isNull'; readonly value: boolean }
  /** Every word occurs in the searched text, whatever its case and diacritics. */
  | { readonly column: 'search'; readonly op: 'contains'; readonly value: string };

const COMPARISONS = { eq: 'IS', ne: 'IS NOT', gte: '>=', lt: '<' } as const;

/**
 * The SQL name of a column that lists may use.
 * @throws Error when the view has no such column: a mistake in the program
 */
export function columnOf(layout: ViewLayout, column: string): string {
  const name = snakeCase(column);
  if (!layout.queryable.has(name)) throw new Error(`The view ${layout.name} has no column ${column}`);
  return quoted(name);
}

/** All conditions as one piece of SQL; true when there are none. */
export function conditionsSql(layout: ViewLayout, where: readonly Condition[]): SqlPiece {
  const pieces = where.map((condition, index) => conditionSql(layout, condition, `where${index}`));
  return {
    sql: pieces.length === 0 ? '1' : pieces.map((piece) => piece.sql).join(' AND '),
    params: Object.assign({}, ...pieces.map((piece) => piece.params)) as SqlPiece['params'],
  };
}

function conditionSql(layout: ViewLayout, condition: Condition, name: string): SqlPiece {
  if (condition.op === 'contains') return containsSql(condition.value, name);
  const column = columnOf(layout, condition.column);
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

function containsSql(value: string, name: string): SqlPiece {
  const words = foldVietnamese(value).split(/\s+/).filter(Boolean);
  const sql = `NOT EXISTS (SELECT 1 FROM json_each(:${name}) AS word WHERE instr(search, word.value) = 0)`;
  return { sql, params: { [name]: JSON.stringify(words) } };
}

function unknownCondition(condition: never): never {
  throw new Error(`There is no such condition: ${JSON.stringify(condition)}`);
}
