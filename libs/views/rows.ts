import type { Audience, Viewer } from '#identity';
import type { Position, StateShape } from '#kernel';
import type { SqlRow } from '#projections';
import { readsStep, sightOf, type Sight } from '#visibility';
import { exposureOf } from './exposure.js';
import type { ViewLayout } from './layout.js';

/** An instance as the views hold it. */
export interface Row<S extends StateShape = StateShape> {
  readonly name: string;
  readonly id: string;
  readonly status: string;
  readonly revision: number;
  /** Of the instance's last event. */
  readonly position: Position;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly dueAt: string | undefined;
  readonly restricted: boolean;
  readonly audience: Audience;
  /** How the viewer who reads it stands to it. */
  readonly sight: Sight;
  /** The viewer reads what is restricted of it. */
  readonly readsRestricted: boolean;
  readonly state: S;
}

/** The columns that a row is read from. */
export const ROW_COLUMNS = 'id, status, revision, position, created_at, updated_at, due_at, state';

/**
 * The instance in a row of SQLite, for a viewer who may see it.
 * @throws Error when the viewer may not: the query that found the row asked no permission
 */
export function rowOf({ name, view }: ViewLayout, row: SqlRow, viewer: Viewer): Row {
  const state = JSON.parse(String(row['state'])) as StateShape;
  const exposure = exposureOf(view, state);
  const sight = sightOf(viewer, exposure);
  if (!sight) throw new Error(`The row ${name} ${String(row['id'])} was read for a viewer who may not see it`);
  return {
    name,
    id: String(row['id']),
    status: String(row['status']),
    revision: Number(row['revision']),
    position: String(row['position']),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
    dueAt: row['due_at'] === null ? undefined : String(row['due_at']),
    restricted: exposure.restricted,
    audience: exposure.audience,
    sight,
    readsRestricted: readsStep(sight, viewer, 'RESTRICTED'),
    state,
  };
}
