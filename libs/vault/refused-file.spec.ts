import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { keyRingStands, openAttemptLog, VaultFault, type OpenAttemptLog, type OpenKeyRing } from './index.js';
import { change, filesBeside, LOG, newFile, openRing, OTHER_LOG, rowsOf } from './spec-support/files.js';

const kek = randomBytes(32);
type Open = (file: string, logId?: string) => Promise<OpenKeyRing | OpenAttemptLog>;
const KINDS: readonly (readonly [string, Open])[] = [
  ['a key ring', (file, logId = LOG) => openRing(file, kek, { logId })],
  ['an attempt log', (file, logId = LOG) => openAttemptLog({ file, logId })],
];

describe.each(KINDS)('%s', (_, open) => {
  const made = async (sql: string): Promise<string> => {
    const file = newFile();
    await (await open(file)).close();
    change(file, sql);
    return file;
  };
  /** The fault, once it is sure that it left every byte and every file as it was. */
  const refused = async (file: string, opening = () => open(file)): Promise<VaultFault> => {
    const before = filesBeside(file);
    const fault = await opening().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(filesBeside(file)).toEqual(before);
    if (!(fault instanceof VaultFault)) throw new Error(`It was not refused: ${String(fault)}`);
    return fault;
  };

  it('carries the id of its log', async () => {
    expect(rowsOf(await made('SELECT 1'), 'SELECT log_id FROM belongs_to')).toEqual([{ log_id: LOG }]);
  });

  it('is refused when it is another log’s, by name and with the remedy', async () => {
    const file = await made('SELECT 1');
    const fault = await refused(file, () => open(file, OTHER_LOG));
    expect(fault.message).toContain(`sổ sự kiện ${LOG}`);
    expect(fault.message).toMatch(/belongs to log .*from the same backup/);
    expect(fault.misplaced).toBe(true);
  });

  it.each([1, 2, 3])('is refused when it has the layout of version %d', async (version) => {
    const fault = await refused(await made(`PRAGMA user_version = ${version}`));
    expect(fault.message).toMatch(/phiên bản cũ.*older version/);
    expect(fault.misplaced).toBe(true);
  });

  it('is refused when a newer version wrote it', async () => {
    expect((await refused(await made('PRAGMA user_version = 9'))).message).toMatch(/phiên bản mới hơn/);
  });

  it('is refused when another program made it', async () => {
    const file = newFile();
    change(file, 'CREATE TABLE theirs (x)');
    expect((await refused(file)).message).toMatch(/chương trình khác/);
  });

  it('is refused when it is no database', async () => {
    const file = newFile();
    writeFileSync(file, 'A letter that somebody saved here. '.repeat(200));
    expect((await refused(file)).message).toMatch(/chương trình khác/);
  });

  it('is refused as a crash left it, its write-ahead log beside it', async () => {
    const [living, dead] = [newFile(), newFile()];
    const open1 = await open(living);
    for (const end of ['', '-wal']) copyFileSync(living + end, dead + end);
    await open1.close();
    expect((await refused(dead, () => open(dead, OTHER_LOG))).message).toContain(LOG);
    await (await open(dead)).close();
  });

  it('is refused when its folder is not there', async () => {
    const file = join(dirname(newFile()), 'nowhere', 'keys.db');
    await expect(open(file)).rejects.toThrow(VaultFault);
  });

  it('is made once when two open it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = newFile();
      const opened = await Promise.all([open(file), open(file), open(file)]);
      await Promise.all(opened.map((one) => one.close()));
      expect(rowsOf(file, 'SELECT count(*) AS n FROM belongs_to')).toEqual([{ n: 1 }]);
    }
  });
});

describe('a key ring’s master key', () => {
  it('is refused when it is another, without showing either and without a trace in the file', async () => {
    const [file, wrong] = [newFile(), randomBytes(32)];
    await (await openRing(file, kek)).close();
    const before = filesBeside(file);
    await expect(openRing(file, wrong)).rejects.toMatchObject({
      message: expect.stringMatching(/khóa chủ không phải là khóa đã dùng/),
      misplaced: true,
    });
    expect(filesBeside(file)).toEqual(before);
    await (await openRing(file, kek)).close();
  });

  it('is refused when it has another length', () =>
    expect(openRing(newFile(), randomBytes(16))).rejects.toThrow(/32 byte/));

  it('is the first one’s when two processes with different ones make the file at once', async () => {
    const file = newFile();
    const results = await Promise.allSettled([openRing(file, kek), openRing(file, randomBytes(32))]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const result of results) if (result.status === 'fulfilled') await result.value.close();
  });
});

describe('whether a key ring stands', () => {
  it('is told without making or changing anything', async () => {
    const file = newFile();
    expect([keyRingStands(file), filesBeside(file)]).toEqual([false, {}]);
    writeFileSync(file, '');
    expect(keyRingStands(file)).toBe(false);
    const ring = await openRing(file, kek);
    expect(keyRingStands(file)).toBe(true);
    await ring.close();
    const before = filesBeside(file);
    expect([keyRingStands(file), filesBeside(file)]).toEqual([true, before]);
  });

  it('is yes for whatever else has its name: opening it tells what it is', () => {
    const [folder, letter] = [newFile(), newFile()];
    mkdirSync(folder);
    writeFileSync(letter, 'A letter');
    expect([keyRingStands(folder), keyRingStands(letter)]).toEqual([true, true]);
    expect(keyRingStands(join(letter, 'below'))).toBe(false);
  });
});
