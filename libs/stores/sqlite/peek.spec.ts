import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { START, StoreFault } from '#kernel';
import { filesOf, folder } from '../spec-support/folder.js';
import { event, events } from '../spec-support/samples.js';
import { peekFirstEvent } from './peek.js';
import { prepareFile } from './prepare.js';
import { MARKS } from './schema.js';
import { openSqliteStore } from './sqlite.store.js';

describe('Peeking at a log', () => {
  let place: Awaited<ReturnType<typeof folder>>;
  let data: string;
  beforeEach(async () => {
    place = await folder();
    data = dirname(place.file);
    await mkdir(data);
  });
  afterEach(() => rm(place.path, { recursive: true }));

  const writeLog = async () => {
    const store = await openSqliteStore({ file: place.file });
    await store.append('plan-1', 'noStream', events('a', 3));
    const [first] = await store.readAll(START, 1);
    await store.close();
    return first;
  };
  /** The log as a crash would leave it: with a write-ahead log that no one has taken in. */
  const crash = async (count: number) => {
    const store = await openSqliteStore({ file: place.file });
    if (count > 0) await store.append('kế-hoạch', 'noStream', events('a', count));
    const [first] = await store.readAll(START, 1);
    const crashed = join(place.path, 'bị ngắt #1?');
    await cp(data, crashed, { recursive: true });
    await store.close();
    data = crashed;
    place = { ...place, file: join(crashed, 'events.db') };
    return first;
  };
  const peekUnchanged = async () => {
    const before = await filesOf(data);
    const first = peekFirstEvent(place.file);
    expect(await filesOf(data)).toEqual(before);
    return first;
  };

  it('finds nothing where there is no file, and makes none', async () => {
    expect(await peekUnchanged()).toBeUndefined();
    expect(peekFirstEvent(join(place.path, 'nowhere', 'events.db'))).toBeUndefined();
    expect(await readdir(place.path)).toEqual(['data']);
  });

  it('finds nothing in an empty file, and in a log without events', async () => {
    await writeFile(place.file, '');
    expect(await peekUnchanged()).toBeUndefined();
    prepareFile(place.file);
    expect(await peekUnchanged()).toBeUndefined();
  });

  it('gives the first event of a log at rest', async () => {
    const first = await writeLog();
    expect(first?.eventId).toBe('a-0');
    expect(await peekUnchanged()).toEqual(first);
  });

  it('gives the first event of a log that is open, as soon as it is durable', async () => {
    const store = await openSqliteStore({ file: place.file });
    expect(peekFirstEvent(place.file)).toBeUndefined();
    await store.append('plan-1', 'noStream', [event('a')]);
    expect([peekFirstEvent(place.file)]).toEqual(await store.readAll(START, 1));
    await store.append('plan-1', 0, [event('b')]);
    expect(await store.readStream('plan-1')).toHaveLength(2);
    await store.close();
    expect((await readdir(data)).sort()).toEqual(['events.db', 'events.db.lock']);
  });

  it('gives the first event of a log that a crash left, though it stands in the write-ahead log alone', async () => {
    const first = await crash(3);
    expect(first?.eventId).toBe('a-0');
    expect(await readdir(data)).toEqual(expect.arrayContaining(['events.db-wal', 'events.db-shm']));
    expect(await peekUnchanged()).toEqual(first);
    expect(await peekUnchanged()).toEqual(first);
  });

  it('does so when the index of the write-ahead log was not kept', async () => {
    const first = await crash(3);
    await rm(join(data, 'events.db-shm'));
    expect(await peekUnchanged()).toEqual(first);
    const store = await openSqliteStore({ file: place.file });
    expect(await store.readAll(START, 1)).toEqual([first]);
    await store.close();
  });

  it.each([
    ['is empty', ''],
    ['is cut off', '7\u007f'],
    ['never became one', '\0'.repeat(5_000)],
  ])('takes a write-ahead log that %s for none', async (_, content) => {
    const first = await writeLog();
    await writeFile(join(data, 'events.db-wal'), content);
    await writeFile(join(data, 'events.db-shm'), '');
    expect(await peekUnchanged()).toEqual(first);
  });

  it.each([
    ['a file that is no database', /not an SQLite database/, () => writeFile(place.file, 'Kế hoạch '.repeat(1_000))],
    ["another program's database", /another program/, () => alter('CREATE TABLE notes (text)')],
    ['a file of an older layout', /older version/, () => alter(`PRAGMA application_id = ${MARKS.applicationId}`)],
    ['a file of a newer layout', /newer version/, () => writeLog().then(() => alter('PRAGMA user_version = 3'))],
    ['a file that was cut off', /damaged/, () => writeLog().then(() => truncate(place.file, 10_000))],
    ['a folder', /cannot be opened/, () => mkdir(place.file)],
  ])('refuses %s', async (_, words, make: () => unknown) => {
    await make();
    expect(() => peekFirstEvent(place.file)).toThrow(StoreFault);
    expect(() => peekFirstEvent(place.file)).toThrow(words);
    expect(() => peekFirstEvent(place.file)).toThrow(place.file);
    expect(await readdir(data)).toEqual(expect.not.arrayContaining(['events.db-wal', 'events.db-shm']));
  });

  function alter(sql: string): void {
    const database = new DatabaseSync(place.file);
    database.exec(sql);
    database.close();
  }
});
