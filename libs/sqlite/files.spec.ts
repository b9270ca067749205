import { describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  checkSideFile,
  concerns,
  FileFault,
  look,
  openSideFile,
  proveDurable,
  reasonOf,
  settings,
  stands,
  takeOwnership,
} from './index.js';
import { newFile, thrownBy } from './spec-support/folder.js';

const KIND = { applicationId: 7, layoutVersion: 2, tables: 'CREATE TABLE notes (note TEXT)' };
const made = (sql = ''): string => {
  const file = newFile();
  const database = openSideFile(file, KIND, 'log-1', () => undefined);
  database.exec(sql);
  database.close();
  return file;
};
const reasonFor = (file: string, logId = 'log-1'): string =>
  reasonOf(thrownBy(() => look(file, (database) => checkSideFile(database, KIND, logId))));

describe('A side file', () => {
  it('is made once, its owner’s alone, and furnished in the same transaction', () => {
    const file = newFile();
    const failing = (): never => {
      throw new Error('unfurnished');
    };
    expect(() => openSideFile(file, KIND, 'log-1', failing)).toThrow('unfurnished');
    expect(stands(file)).toBe(false);
    const furnish = (database: DatabaseSync): void => database.exec(`INSERT INTO notes VALUES ('first')`);
    for (let opening = 0; opening < 2; opening += 1) {
      const database = openSideFile(file, KIND, 'log-1', furnish);
      expect(database.prepare('SELECT count(*) AS n FROM notes').get()).toMatchObject({ n: 1 });
      expect(statSync(`${file}-wal`).mode & 0o077).toBe(0);
      database.close();
    }
    expect(look(file, (database) => checkSideFile(database, KIND, 'log-1'))).toBe(true);
  });

  it.each([
    ['otherLog', 'SELECT 1', 'log-2'],
    ['older', 'PRAGMA user_version = 1', 'log-1'],
    ['newer', 'PRAGMA user_version = 3', 'log-1'],
    ['foreign', 'PRAGMA application_id = 8', 'log-1'],
  ])('is refused as %s by looking at it, which changes nothing', (reason, sql, logId) => {
    const file = made(sql);
    const before = readFileSync(file);
    expect(reasonFor(file, logId)).toBe(reason);
    expect([readFileSync(file).equals(before), readdirSync(dirname(file))]).toEqual([true, ['file.db']]);
    expect(() => openSideFile(file, KIND, logId)).toThrow(FileFault);
  });

  it('is refused with a reason when it is no database, no file, or in no folder', () => {
    const [letter, folder] = [newFile(), newFile()];
    writeFileSync(letter, 'A letter that somebody saved here. '.repeat(200));
    mkdirSync(folder);
    expect([reasonFor(letter), reasonFor(folder)]).toEqual(['notDatabase', 'cannotOpen']);
    expect([stands(letter), stands(folder), stands(join(folder, 'nothing'))]).toEqual([true, true, false]);
    expect(reasonOf(thrownBy(() => openSideFile(join(folder, 'x', 'y'), KIND, 'log-1')))).toBe('cannotOpen');
  });
});

describe('A profile of settings', () => {
  it.each(['durableLog', 'durableSideFile'] as const)('%s keeps writes durable, after opening again too', (profile) => {
    const file = newFile();
    for (let opening = 1; opening <= 2; opening += 1) {
      const database = new DatabaseSync(file);
      database.exec(`${settings(profile)}; PRAGMA user_version = ${opening}`);
      expect(() => proveDurable(database)).not.toThrow();
      database.close();
    }
  });

  it.each(['rebuildableLive', 'rebuildableFilling'] as const)('%s keeps every other connection out', (profile) => {
    const file = newFile();
    const [one, other] = [new DatabaseSync(file), new DatabaseSync(file, { timeout: 0 })];
    one.exec(`${settings(profile)}; PRAGMA user_version = 1`);
    expect(thrownBy(() => proveDurable(one))).toMatchObject({ reason: 'notDurable' });
    expect(
      concerns(
        thrownBy(() => other.exec('PRAGMA user_version = 2')),
        'lock',
      ),
    ).toBe(true);
  });
});

describe('The ownership of a file', () => {
  it('is one holder’s until it is given back, and writes nothing', () => {
    const file = newFile();
    const held = takeOwnership(file);
    expect(
      concerns(
        thrownBy(() => takeOwnership(file)),
        'lock',
      ),
    ).toBe(true);
    held.release();
    takeOwnership(file).release();
    expect(statSync(`${file}.lock`).size).toBe(0);
  });
});
