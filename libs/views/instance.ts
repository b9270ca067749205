import {
  decodeWith,
  evolveWith,
  isRectification,
  isVoid,
  parseStream,
  refold,
  standingIn,
  type Logged,
  type Position,
  type StandingDue,
  type StateShape,
} from '#kernel';
import type { Database, Histories } from '#projections';
import type { EntityView } from './entity-view.js';
import { quoted } from './naming.js';

/** An instance as it stands after an event: the state and what the row says beside it. */
export interface Instance {
  readonly id: string;
  readonly state: StateShape;
  readonly revision: number;
  readonly position: Position;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly policyVersion: string | null;
  /** What waits in the state, and since when that has been the same. */
  readonly standing: readonly StandingDue[];
  readonly since: string;
}

/**
 * The instance after one more event. One that only stands where another was to stand changes nothing but the revision.
 * @param log the log's id
 * @param begins the revision of the stream's first event that something happened by
 * @throws Error when it does not follow the one before; whatever `evolve` throws
 */
export function evolved(
  log: string,
  view: EntityView,
  before: Instance | undefined,
  recorded: Logged,
  histories: Histories,
  begins: number,
): Instance {
  const { stream, revision, position, meta } = recorded;
  const expected = before ? before.revision + 1 : begins;
  if (revision !== expected) throw new Error(`${stream} goes on at revision ${revision}; ${expected} was expected`);
  if (before && isVoid(recorded)) return { ...before, revision, position };
  const { id } = parseStream(stream);
  const state = isRectification(recorded)
    ? correctedBy(log, view, recorded, histories)
    : evolveWith(view.lifecycle, before?.state ?? view.lifecycle.initial, recorded);
  const begun = before ?? { id, createdAt: meta.recordedAt, policyVersion: meta.policyVersion ?? null };
  const now = { ...begun, state, revision, position, updatedAt: meta.recordedAt };
  return { ...now, ...waiting(view, before, now) };
}

/** What waits in the new state; as long as that is the same, it goes on waiting. */
function waiting(
  { lifecycle }: EntityView,
  before: Instance | undefined,
  { id, state, updatedAt }: Pick<Instance, 'id' | 'state' | 'updatedAt'>,
): Pick<Instance, 'standing' | 'since'> {
  const standing = standingIn(lifecycle, id, state);
  const same = before !== undefined && JSON.stringify(before.standing) === JSON.stringify(standing);
  return { standing, since: same ? before.since : updatedAt };
}

/** A correction reaches back: the whole stream is folded anew, as far as the correction. */
function correctedBy(log: string, view: EntityView, recorded: Logged, histories: Histories): StateShape {
  const stream = histories.get(recorded.stream);
  if (!stream) throw new Error(`The stream ${recorded.stream} is corrected and was not read`);
  const events = stream.map((each) => decodeWith(log, view.lifecycle, each));
  return refold(view.lifecycle, recorded.id, events, { revision: recorded.revision }).state;
}

/** Reads the instance back from its row. */
export function readInstance(db: Database, { lifecycle }: EntityView, id: string): Instance | undefined {
  const sql = `SELECT revision, position, created_at, updated_at, policy_version, state,
      (SELECT since FROM _deadline WHERE view = :view AND id = :id LIMIT 1) AS since
    FROM ${quoted(lifecycle.name)} WHERE id = :id`;
  const row = db.prepare(sql).get({ view: lifecycle.name, id });
  if (!row) return undefined;
  const state = JSON.parse(String(row['state'])) as StateShape;
  return {
    id,
    state,
    standing: standingIn(lifecycle, id, state),
    since: String(row['since'] ?? row['updated_at']),
    revision: Number(row['revision']),
    position: String(row['position']),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
    policyVersion: row['policy_version'] === null ? null : String(row['policy_version']),
  };
}
