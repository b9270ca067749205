import { DatabaseSync } from 'node:sqlite';
import type { Position, StoredEvent } from '#kernel';
import { settings } from '#sqlite';
import { ordinalOf, positionOf } from '../position.js';
import { asStoreFault } from './fault.js';
import { COLUMNS, toEvent } from './rows.js';

/** SQLite's spelling of "no limit". */
const NO_LIMIT = -1;

/** Reads of the committed log, on a connection that cannot write. Every method throws StoreFault when the file fails. */
export interface Reader {
  stream(stream: string, fromRevision: number, limit: number): readonly StoredEvent[];
  after(position: Position, limit: number): readonly StoredEvent[];
  head(): Position;
  close(): void;
}

/** Opens the reading connection of a prepared file. */
export function openReader(file: string): Reader {
  const guard = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw asStoreFault(error, file);
    }
  };
  return guard(() => {
    const database = new DatabaseSync(file, { readOnly: true });
    database.exec(settings('durableLog'));
    const byStream = database.prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    const byPosition = database.prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    const last = database.prepare('SELECT max(position) AS value FROM events');
    return {
      stream: (stream, from, limit) => guard(() => byStream.all(stream, from, bounded(limit)).map(toEvent)),
      after: (position, limit) => guard(() => byPosition.all(ordinalOf(position), bounded(limit)).map(toEvent)),
      head: () => guard(() => positionOf(Number(last.get()?.value ?? 0))),
      close: () => database.close(),
    };
  });
}

function bounded(limit: number): number {
  return Number.isFinite(limit) ? limit : NO_LIMIT;
}
