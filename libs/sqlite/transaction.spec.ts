import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { concerns, reasonOf, savepoint, transaction } from './index.js';
import { newFile, thrownBy } from './spec-support/folder.js';

const opened = (file = newFile()): DatabaseSync => {
  const database = new DatabaseSync(file, { timeout: 0 });
  database.exec('CREATE TABLE IF NOT EXISTS notes (note TEXT UNIQUE) STRICT');
  return database;
};
const write = (database: DatabaseSync, note: string): void =>
  void database.prepare('INSERT INTO notes (note) VALUES (?)').run(note);
const notes = (database: DatabaseSync): readonly unknown[] =>
  database
    .prepare('SELECT note FROM notes ORDER BY rowid')
    .all()
    .map(({ note }) => note);

describe('A transaction', () => {
  it('writes all or nothing, and gives the first error on', () => {
    const database = opened();
    expect(transaction(database, 'IMMEDIATE', () => (write(database, 'a'), 'done'))).toBe('done');
    const failing = (): void => {
      write(database, 'b');
      write(database, 'a');
    };
    const error = thrownBy(() => transaction(database, 'IMMEDIATE', failing));
    expect([reasonOf(error), concerns(error, 'statement'), notes(database)]).toEqual(['other', true, ['a']]);
  });

  it('may be undone in part', () => {
    const database = opened();
    transaction(database, 'IMMEDIATE', () => {
      savepoint(database, () => write(database, 'a'));
      thrownBy(() => savepoint(database, () => (write(database, 'b'), write(database, 'a'))));
      savepoint(database, () => write(database, 'c'));
    });
    expect(notes(database)).toEqual(['a', 'c']);
  });

  it('says that the disk is full although SQLite has ended it by itself, and lets the next one begin', () => {
    const database = opened();
    database.exec('PRAGMA max_page_count = 4');
    const fill = (): void => savepoint(database, () => write(database, 'x'.repeat(100_000)));
    const error = thrownBy(() => transaction(database, 'IMMEDIATE', fill));
    expect([reasonOf(error), concerns(error, 'machine'), database.isTransaction]).toEqual(['full', true, false]);
    transaction(database, 'IMMEDIATE', () => write(database, 'a'));
    expect(notes(database)).toEqual(['a']);
  });

  it('does not begin while another connection writes, and leaves nothing open', () => {
    const file = newFile();
    const [one, other] = [opened(file), opened(file)];
    transaction(one, 'IMMEDIATE', () => {
      const error = thrownBy(() => transaction(other, 'IMMEDIATE', () => write(other, 'b')));
      expect([reasonOf(error), concerns(error, 'lock'), other.isTransaction]).toEqual(['busy', true, false]);
      write(one, 'a');
    });
    expect(notes(other)).toEqual(['a']);
  });
});
