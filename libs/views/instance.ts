import { decodeWith, parseStream, type Position, type StateShape, type StoredEvent } from '#kernel';
import type { Database } from './database.js';
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
  /** The parties and parts as last written, to leave them alone when they have not changed; absent when unknown. */
  readonly belongings?: string;
}

/**
 * The instance after one more event.
 * @throws Error when the event cannot be read or does not follow the one before; whatever `evolve` throws
 */
export function evolved(view: EntityView, before: Instance | undefined, stored: StoredEvent): Instance {
  const expected = before ? before.revision + 1 : 0;
  if (stored.revision !== expected) {
    throw new Error(`${stored.stream} goes on at revision ${stored.revision}; ${expected} was expected`);
  }
  const { event, meta } = decodeWith(view.lifecycle, stored);
  const { revision, position } = stored;
  const updatedAt = meta.recordedAt;
  if (before) return { ...before, state: view.lifecycle.evolve(before.state, event), revision, position, updatedAt };
  const { id } = parseStream(stored.stream);
  const state = view.lifecycle.evolve(view.lifecycle.initial, event);
  return { id, state, revision, position, createdAt: updatedAt, updatedAt, policyVersion: meta.policyVersion ?? null };
}

/** Reads the instance back from its row. */
export function readInstance(db: Database, view: string, id: string): Instance | undefined {
  const sql = `SELECT revision, position, created_at, updated_at, policy_version, state FROM ${quoted(view)} WHERE id = :id`;
  const row = db.prepare(sql).get({ id });
  if (!row) return undefined;
  return {
    id,
    state: JSON.parse(String(row['state'])) as StateShape,
    revision: Number(row['revision']),
    position: String(row['position']),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
    policyVersion: row['policy_version'] === null ? null : String(row['policy_version']),
  };
}
