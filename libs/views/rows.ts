import type { Audience } from '#identity';
import type { Position, StateShape } from '#kernel';
import type { SqlRow } from '#projections';

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
  readonly state: S;
}

/** The columns that a row is read from. */
export const ROW_COLUMNS =
  'id, status, revision, position, created_at, updated_at, due_at, restricted, audience, state';

/** The instance in a row of SQLite. */
export function rowOf(name: string, row: SqlRow): Row {
  return {
    name,
    id: String(row['id']),
    status: String(row['status']),
    revision: Number(row['revision']),
    position: String(row['position']),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
    dueAt: row['due_at'] === null ? undefined : String(row['due_at']),
    restricted: row['restricted'] === 1,
    audience: String(row['audience']) as Audience,
    state: JSON.parse(String(row['state'])) as StateShape,
  };
}
