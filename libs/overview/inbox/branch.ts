import type { SqlParams } from '#projections';
import type { SqlPiece } from '#views';
import { literal } from '../sql.js';
import type { InboxPlace } from './place.js';

/** One step of one lifecycle in an inbox, as the parts of a SELECT. */
export interface Branch {
  readonly lifecycle: string;
  readonly command: string;
  /** Expressions for the item's columns. */
  readonly id: string;
  readonly due: string;
  readonly since: string;
  /** What is owed where no dossier has been begun, as JSON; NULL for a dossier. */
  readonly missing: string;
  readonly from: string;
  readonly where: string;
  readonly params: SqlParams;
}

/** The items of a branch that a condition lets through. */
const select = ({ lifecycle, command, id, due, since, missing, from, where }: Branch, more = '1'): string =>
  `SELECT ${due} AS due, ${since} AS since, ${id} AS id, ${literal(lifecycle)} AS lifecycle, ${literal(command)} AS command,
    ${missing} AS missing FROM ${from} WHERE ${where} AND ${more}`;

/** The condition that an item comes after a place, or up to it: what the branch's items have in common is compared here. */
function against({ lifecycle, command, due, since, id }: Branch, place: InboxPlace, after: boolean): string {
  const own = `${lifecycle} ${command}`;
  const theirs = `${place.lifecycle} ${place.command}`;
  const sign = after ? (own > theirs ? '>=' : '>') : own > theirs ? '<' : '<=';
  return `(${due}, ${since}, ${id}) ${sign} (:at_due, :at_since, :at_id)`;
}

const paramsOf = (branches: readonly Branch[]): SqlParams =>
  Object.assign({}, ...branches.map(({ params }) => params)) as SqlParams;
const paramsAt = (place: InboxPlace | undefined): SqlParams =>
  place ? { at_due: place.due, at_since: place.since, at_id: place.id } : {};

/** The first items after a place, in order; each branch is read only as far as it can matter. */
export function pageSql(branches: readonly Branch[], place: InboxPlace | undefined, limit: number): SqlPiece {
  const first = branches.map((branch) => {
    const rows = select(branch, place && against(branch, place, true));
    return `SELECT * FROM (${rows} ORDER BY 1, 2, 3 LIMIT :limit)`;
  });
  return {
    sql: `${first.join(' UNION ')} ORDER BY due, since, id, lifecycle, command LIMIT :limit`,
    params: { ...paramsOf(branches), ...paramsAt(place), limit },
  };
}

/** One row when anything stands up to a place. */
export function upToSql(branches: readonly Branch[], place: InboxPlace): SqlPiece {
  const any = branches.map((branch) => `EXISTS (${select(branch, against(branch, place, false))})`);
  return { sql: `SELECT 1 WHERE ${any.join(' OR ')}`, params: { ...paramsOf(branches), ...paramsAt(place) } };
}

/** How many items there are, each counted once, up to a limit: no branch is read further than that. */
export function countSql(branches: readonly Branch[], limit: number): SqlPiece {
  const keys = branches.map((branch) => `SELECT lifecycle, command, id FROM (${select(branch)} LIMIT :limit)`);
  return {
    sql: `SELECT count(*) AS number FROM (${keys.join(' UNION ')} LIMIT :limit)`,
    params: { ...paramsOf(branches), limit },
  };
}
