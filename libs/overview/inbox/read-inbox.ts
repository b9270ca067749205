import { localDateOf } from '#calendar';
import type { PageInfo } from '#graphql';
import type { Viewer } from '#identity';
import type { SqlRow } from '#projections';
import { MOST_COUNTED, totalOf, type SqlPiece, type Total } from '#views';
import type { OverviewReader } from '../reader.js';
import { countSql, pageSql, upToSql, type Branch } from './branch.js';
import { entryOf, placeIn, type InboxEntry } from './inbox-entry.js';
import { owedBy } from './owed-sql.js';
import { cursorAt, placeAt } from './place.js';
import { waitingFor } from './waiting-sql.js';

/** A part of the inbox. */
export interface InboxPage {
  readonly edges: readonly { readonly cursor: string; readonly node: InboxEntry }[];
  readonly pageInfo: PageInfo;
}

/** Everything that waits for the viewer. */
const branchesFor = ({ modules, clock }: OverviewReader, viewer: Viewer): readonly Branch[] => [
  ...waitingFor(modules, viewer),
  ...owedBy(modules, viewer, localDateOf(clock.now())),
];

const rowsOf = ({ views }: OverviewReader, { sql, params }: SqlPiece): readonly SqlRow[] => views.query(sql, params);

/**
 * What waits for the viewer, the oldest deadline first: a page of it.
 * @throws InvalidCursor, ProjectionStopped
 */
export function readInbox(reader: OverviewReader, viewer: Viewer, first: number, after?: string): InboxPage {
  const place = after === undefined ? undefined : placeAt(after);
  const branches = branchesFor(reader, viewer);
  const found = branches.length > 0 ? rowsOf(reader, pageSql(branches, place, first + 1)) : [];
  const edges = found
    .slice(0, first)
    .map((row) => ({ cursor: cursorAt(placeIn(row)), node: entryOf(reader, viewer, row) }));
  const hasPreviousPage =
    branches.length > 0 && place !== undefined && rowsOf(reader, upToSql(branches, place)).length > 0;
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage,
      ...(edges.length > 0 && { startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor }),
    },
  };
}

/** How much waits for the viewer, counted up to a bound. */
export function countInbox(reader: OverviewReader, viewer: Viewer): Total {
  const branches = branchesFor(reader, viewer);
  const [row] = branches.length > 0 ? rowsOf(reader, countSql(branches, MOST_COUNTED + 1)) : [];
  return totalOf(Number(row?.['number'] ?? 0));
}
