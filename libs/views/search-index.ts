import type { Database } from '#projections';
import type { ViewLayout } from './layout.js';
import { quoted, searchTable } from './naming.js';
import type { SqlPiece } from './permission.js';

/** Up to so many finds are sorted; where there are more, a list in its order comes upon them soon enough. */
const FEW = 200;

/** The statement that makes the index of a view's searched texts, by the rows' numbers; it keeps no texts of its own. */
export const searchTableSql = (view: string): string =>
  `CREATE VIRTUAL TABLE ${quoted(searchTable(view))} USING fts5(text, content='', contentless_delete=1, tokenize='trigram')`;

/** The statement that puts a row's searched text in the place of what was there. */
export const noteSearchSql = (view: string): string =>
  `INSERT OR REPLACE INTO ${quoted(searchTable(view))} (rowid, text) VALUES (?, ?)`;

/** The condition that a row's searched text holds all of these pieces, by looking at the text. */
export function holdsSql(needles: readonly string[], name: string): SqlPiece {
  const named = needles.map((needle, index) => [`${name}_${index}`, needle] as const);
  return {
    sql: named.map(([key]) => `instr(search, :${key}) > 0`).join(' AND '),
    params: Object.fromEntries(named),
  };
}

/**
 * The same condition by the index.
 * @returns undefined when many rows hold the pieces
 */
export function rareSql(db: Database, { name }: ViewLayout, needles: readonly string[]): SqlPiece | undefined {
  const table = quoted(searchTable(name));
  const params = { match: needles.map((needle) => `"${needle}"`).join(' AND ') };
  const finds = `SELECT rowid FROM ${table} WHERE ${table} MATCH :match`;
  const row = db.prepare(`SELECT count(*) AS number FROM (${finds} LIMIT :limit)`).get({ ...params, limit: FEW + 1 });
  return Number(row?.['number']) > FEW ? undefined : { sql: `rowid IN (${finds})`, params };
}
