import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfiguration } from '../configuration.js';
import { isMisplaced } from '../faults.js';
import { installFirstAdmin } from '../first-admin.js';
import { openService, type Service } from '../service.js';

const PRODUCTION = {
  KHEO_PROFILE: 'production',
  KHEO_OIDC_ISSUER: 'https://id.example.vn',
  KHEO_OIDC_AUDIENCE: 'kheo',
  KHEO_FIRST_ADMIN: 'admin',
};
const LISTENER = { log: () => undefined, progress: () => undefined };
const LOG = ['log.db', 'log.db-wal', 'log.db-shm'];
const RING = ['keys.db', 'keys.db-wal', 'keys.db-shm'];

let folder: string;
const data = (name: string): string => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-misplaced-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (name: string, around: Readonly<Record<string, string>> = {}): Promise<Service> =>
  openService(readConfiguration({ ...PRODUCTION, KHEO_DATA: data(name), ...around }), LISTENER);

/** A folder in which a service has worked. */
async function used(name: string): Promise<void> {
  const service = await open(name);
  await installFirstAdmin(service, service.configuration);
  await service.close();
}

const without = (name: string, files: readonly string[]): Promise<unknown> =>
  Promise.all(files.map((file) => rm(join(data(name), file), { force: true })));

/** Every file of a folder with its digest; what a database keeps beside its file left out. */
async function contents(name: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(data(name), { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile() && !/-(wal|shm)$/.test(it.name));
  const digests = files.map(async (it) => {
    const path = join(it.parentPath, it.name);
    return [
      relative(data(name), path),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

/** The sentence in both languages, exit code 78, and no file changed but those named. */
async function expectMisplaced(
  opening: () => Promise<Service>,
  words: RegExp,
  except: readonly string[] = [],
): Promise<void> {
  const before = await contents('one');
  const fault = await opening().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(Error);
  expect((fault as Error).message).toMatch(words);
  expect(isMisplaced(fault)).toBe(true);
  const kept = except.map((file) => [file, before[file]]);
  expect({ ...(await contents('one')), ...Object.fromEntries(kept) }).toEqual(before);
}

describe('a data folder that is not this service’s own is refused and left as it is', () => {
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['another profile', { KHEO_PROFILE: 'demo' }, /chế độ là “production”.*Use the right data folder/],
    ['another issuer', { KHEO_OIDC_ISSUER: 'https://other.example.vn' }, /nơi cấp định danh.*id\.example\.vn.*issuer/],
  ])('a log of %s', async (_what, around, words) => {
    await used('one');
    await expectMisplaced(() => open('one', around), words);
  });

  it('keys without their log', async () => {
    await used('one');
    await without('one', LOG);
    await expectMisplaced(() => open('one'), /keys\.db.*Restore log\.db/);
  });
});

/** The log is the service's own and is opened to be looked at: SQLite counts that in the file's header. */
const OPENED = ['log.db'];

describe('a log whose keys are not there is refused, and goes on when they are back', () => {
  beforeEach(async () => {
    await used('one');
    await used('two');
    await cp(data('one'), data('backup'), { recursive: true });
  });

  const restored = async (): Promise<void> => {
    for (const file of ['keys.db', 'keys.kek']) await cp(join(data('backup'), file), join(data('one'), file));
    const service = await open('one');
    expect(Number(await service.store.head())).toBeGreaterThan(0);
    await service.close();
  };

  it('without a ring: every name would read as erased', async () => {
    await without('one', RING);
    await expectMisplaced(() => open('one'), /thiếu vòng khóa.*Restore keys\.db/, OPENED);
    await restored();
  });

  it.each([
    ['another log’s ring and master key', ['keys.db', 'keys.kek'], /keys\.db/],
    ['another master key', ['keys.kek'], /keys\.kek|master key/],
  ])('with %s', async (_what, files, words) => {
    await without('one', RING.slice(1));
    for (const file of files) await cp(join(data('two'), file), join(data('one'), file));
    await expectMisplaced(() => open('one'), words, OPENED);
    await restored();
  });
});

describe('a data folder of one’s own', () => {
  it('opens again and goes on with the same log', async () => {
    await used('one');
    const service = await open('one');
    const { logId } = service.identity;
    await service.close();
    const again = await open('one');
    expect(again.identity.logId).toBe(logId);
    await again.close();
  });

  it('that is empty is founded', async () => {
    await mkdir(data('one'));
    const service = await open('one');
    expect(service.identity).toMatchObject({ format: 0, profile: 'production', issuer: 'https://id.example.vn' });
    await service.close();
  });
});
