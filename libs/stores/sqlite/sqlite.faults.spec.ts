import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdir, open, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { START, StoreFault, type EventStore } from '#kernel';
import { filesOf, folder } from '../spec-support/folder.js';
import { Recorder } from '../spec-support/recorder.js';
import { event, events } from '../spec-support/samples.js';
import { MARKS } from './schema.js';
import { openSqliteStore } from './sqlite.store.js';

/** As the first layout was, in what it is known by. */
const OLDER_LAYOUT = `CREATE TABLE events (position INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE);
  CREATE TABLE ledger (id INTEGER PRIMARY KEY); PRAGMA application_id = ${MARKS.applicationId}; PRAGMA user_version = 1`;

describe('The SQLite store refuses readably', () => {
  let place: Awaited<ReturnType<typeof folder>>;
  let opened: EventStore[];
  beforeEach(async () => {
    place = await folder();
    opened = [];
    await mkdir(dirname(place.file), { recursive: true });
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await rm(place.path, { recursive: true });
  });

  const openStore = async (file = place.file) => {
    const store = await openSqliteStore({ file });
    opened.push(store);
    return store;
  };
  const writeLog = async (count: number) => {
    const store = await openSqliteStore({ file: place.file });
    await store.append('plan-1', 'noStream', events('a', count));
    await store.close();
  };
  const alter = (sql: string) => {
    const database = new DatabaseSync(place.file);
    database.exec(sql);
    database.close();
  };
  const expectRefusal = async (words: RegExp) => {
    const refused = openStore();
    await expect(refused).rejects.toThrow(StoreFault);
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow(place.file);
  };
  /** The lock beside the file is taken before it is looked at, and may stay. */
  const expectUnchanged = async (act: () => Promise<void>) => {
    const filesButLock = async () => (await filesOf(dirname(place.file))).filter(({ name }) => !name.endsWith('.lock'));
    const before = await filesButLock();
    await act();
    expect(await filesButLock()).toEqual(before);
  };

  it('a file that is no database', async () => {
    await writeFile(place.file, 'Kế hoạch tổ chức phong trào thi đua '.repeat(100));
    await expectRefusal(/không phải là cơ sở dữ liệu SQLite.*not an SQLite database/);
  });

  it("another program's database, and leaves it as it was", async () => {
    alter('CREATE TABLE notes (text); PRAGMA application_id = 7');
    await expectUnchanged(() => expectRefusal(/chương trình khác.*another program.*application_id 7/));
  });

  it('a database without a mark that has tables already', async () => {
    alter('CREATE TABLE notes (text)');
    await expectRefusal(/chương trình khác/);
  });

  it('a file that a newer version wrote', async () => {
    await writeLog(1);
    alter('PRAGMA user_version = 99');
    await expectUnchanged(() => expectRefusal(/phiên bản mới hơn.*newer version/));
  });

  it('a file of an older layout, which it leaves as it was', async () => {
    alter(OLDER_LAYOUT);
    await expectUnchanged(() =>
      expectRefusal(
        /bố cục của một phiên bản cũ.*chọn thư mục khác.*an older version.*choose another folder.*user_version 1/,
      ),
    );
  });

  it('a file of an older layout that a crash left with its write-ahead log', async () => {
    const running = new DatabaseSync(place.file);
    running.exec(`PRAGMA journal_mode = WAL; ${OLDER_LAYOUT}`);
    await cp(dirname(place.file), join(place.path, 'crashed'), { recursive: true });
    running.close();
    place = { ...place, file: join(place.path, 'crashed', 'events.db') };
    await expectUnchanged(() => expectRefusal(/an older version/));
    await rm(`${place.file}-shm`);
    await expectUnchanged(() => expectRefusal(/an older version/));
  });

  it('a log that lost its end', async () => {
    await writeLog(5);
    alter('DELETE FROM events WHERE position = 5');
    await expectUnchanged(() => expectRefusal(/đã hỏng.*last position 4, expected 5/));
  });

  it('a log that lost its beginning', async () => {
    await writeLog(5);
    alter('DELETE FROM events WHERE position = 1');
    await expectRefusal(/đã hỏng.*first position 2, expected 1/);
  });

  it('a log without one of its tables', async () => {
    await writeLog(1);
    alter('DROP TABLE log_end');
    await expectRefusal(/đã hỏng.*missing: CREATE TABLE log_end/);
  });

  it('a file that was cut off', async () => {
    await writeLog(200);
    await truncate(place.file, 10_000);
    await expectRefusal(/đã hỏng.*damaged/);
  });

  it('reads from pages that were overwritten, and ends subscriptions with the fault', async () => {
    await writeLog(3_000);
    await overwriteMiddle(place.file);
    const store = await openStore();
    await expect(store.readAll(START, Infinity)).rejects.toThrow(StoreFault);
    const recorder = new Recorder();
    store.subscribe(START, recorder);
    await recorder.until(() => recorder.errors.length > 0);
    expect(recorder.errors[0]).toBeInstanceOf(StoreFault);
  });

  it('a folder that cannot be made', async () => {
    await writeFile(join(place.path, 'plain'), '');
    await expect(openStore(join(place.path, 'plain', 'events.db'))).rejects.toThrow(
      /không mở được tệp.*cannot be opened/,
    );
  });

  it('a folder in place of the file', async () => {
    await mkdir(place.file);
    await expectRefusal(/không mở được tệp/);
  });

  it('a second store on the same file, by whatever path', async () => {
    await openStore();
    await expectRefusal(/đang sử dụng/);
    await symlink(place.file, join(place.path, 'other.db'));
    await expect(openStore(join(place.path, 'other.db'))).rejects.toThrow(/đang sử dụng/);
  });

  it('a broken file without keeping it locked', async () => {
    await writeFile(place.file, 'x'.repeat(5_000));
    await expectRefusal(/SQLite/);
    await rm(place.file);
    const store = await openStore();
    expect(await store.append('plan-1', 'noStream', [event('a')])).toMatchObject({ outcome: 'appended' });
  });

  it('nothing after a clean close, which leaves one tidy file and its empty lock', async () => {
    await writeLog(10);
    expect((await readdir(dirname(place.file))).sort()).toEqual(['events.db', 'events.db.lock']);
  });
});

/** Spoils the middle half of the file, well away from its header and from its last pages. */
async function overwriteMiddle(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  await handle.write(Buffer.alloc(Math.floor(size / 2), 0xa5), 0, Math.floor(size / 2), Math.floor(size / 4));
  await handle.close();
}
