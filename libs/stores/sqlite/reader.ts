import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Position, StoredEvent } from '#kernel';
import { ordinalOf, positionOf } from '../position.js';
import { asStoreFault } from './fault.js';
import { PRAGMAS } from './schema.js';

const COLUMNS = 'position, event_id, stream, revision, type, data, metadata, command_id';

/** SQLite's spelling of "no limit". */
const NO_LIMIT = -1;

/** Reads of the committed log, on a connection that cannot write. Every method throws StoreFault when the file fails. */
export interface Reader {
  stream(stream: string, fromRevision: number, limit: number): readonly StoredEvent[];
  after(position: Position, limit: number): readonly StoredEvent[];
  command(commandId: string): readonly StoredEvent[];
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
    database.exec(PRAGMAS);
    const byStream = database.prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    const byPosition = database.prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    const byCommand = database.prepare(`SELECT ${COLUMNS} FROM events WHERE command_id = ? ORDER BY position`);
    const last = database.prepare('SELECT max(position) AS value FROM events');
    return {
      stream: (stream, from, limit) => guard(() => byStream.all(stream, from, bounded(limit)).map(toEvent)),
      after: (position, limit) => guard(() => byPosition.all(ordinalOf(position), bounded(limit)).map(toEvent)),
      command: (commandId) => guard(() => byCommand.all(commandId).map(toEvent)),
      head: () => guard(() => positionOf(Number(last.get()?.value ?? 0))),
      close: () => database.close(),
    };
  });
}

function bounded(limit: number): number {
  return Number.isFinite(limit) ? limit : NO_LIMIT;
}

function toEvent(row: Record<string, SQLOutputValue>): StoredEvent {
  return {
    eventId: String(row.event_id),
    type: String(row.type),
    data: String(row.data),
    metadata: String(row.metadata),
    commandId: String(row.command_id),
    stream: String(row.stream),
    revision: Number(row.revision),
    position: positionOf(Number(row.position)),
  };
}
