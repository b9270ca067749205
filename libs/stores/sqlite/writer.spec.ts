import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFault, type EventToAppend, type ExpectedRevision } from '#kernel';
import { proveDurable, settings } from '#sqlite';
import { folder } from '../spec-support/folder.js';
import { event, events, firstPositions } from '../spec-support/samples.js';
import { prepareFile } from './prepare.js';
import { CHECKPOINT_PAGES, WRITES } from './schema.js';
import { Writer } from './writer.js';

const to = (stream: string, expected: ExpectedRevision, batch: readonly EventToAppend[]) => ({
  stream,
  expected,
  events: batch,
});

describe('The writer thread', () => {
  let place: Awaited<ReturnType<typeof folder>>;
  let writer: Writer | undefined;
  let faults: StoreFault[];
  let grown: number;
  beforeEach(async () => {
    place = await folder();
    faults = [];
    grown = 0;
    await mkdir(dirname(place.file), { recursive: true });
    prepareFile(place.file);
  });
  afterEach(async () => {
    await writer?.close();
    writer = undefined;
    await rm(place.path, { recursive: true });
  });

  const start = async (morePragmas = '', checkpointPages = CHECKPOINT_PAGES) => {
    const all = `${settings('durableLog')};${morePragmas}`;
    const setup = { file: place.file, settings: all, checkpointPages };
    writer = await Writer.start(setup, { onGrown: () => (grown += 1), onBroken: (fault) => faults.push(fault) });
    return writer;
  };

  it.each(['OFF', 'NORMAL'])('does not start when synchronous reads %s after its first write', async (level) => {
    await expect(start(`PRAGMA synchronous = ${level}`)).rejects.toThrow(/synchronous=FULL/);
  });

  it('finds synchronous FULL after the first write and after opening again, with the settings of the store', () => {
    for (let opening = 1; opening <= 2; opening += 1) {
      const database = new DatabaseSync(place.file);
      database.exec(settings('durableLog'));
      database.prepare(WRITES.countOpening).run();
      expect(() => proveDurable(database)).not.toThrow();
      expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
      expect(database.prepare('SELECT openings FROM log_end').get()).toMatchObject({ openings: opening });
      database.close();
    }
  });

  it('gives the appends of one turn one transaction', async () => {
    const running = await start();
    await Promise.all(events('a', 64).map((each, index) => running.append(to(`s-${index}`, 'noStream', [each]))));
    expect(grown).toBe(1);
  });

  it('tells of no growth when nothing was appended', async () => {
    const running = await start();
    expect(await running.append(to('s', 0, [event('a')]))).toMatchObject({ outcome: 'conflict' });
    expect(grown).toBe(0);
  });

  it('tells of no growth when an append is repeated, and gives no position away', async () => {
    const running = await start();
    const first = await running.append(to('s', 'noStream', [event('a')]));
    const [again, next] = await Promise.all([
      running.append(to('s', 'noStream', [event('a')])),
      running.append(to('s', 0, [event('b')])),
    ]);
    expect(again).toEqual(first);
    expect(next).toEqual({ outcome: 'appended', revision: 1, position: firstPositions(2)[1] });
    expect(await running.append(to('s', 'noStream', [event('a')]))).toEqual(first);
    expect(grown).toBe(2);
  });

  it('answers a repeat in the group of the append itself', async () => {
    const running = await start();
    const twice = [
      running.append(to('s', 'noStream', events('a', 2))),
      running.append(to('s', 'noStream', events('a', 2))),
    ];
    const [first, again] = await Promise.all(twice);
    expect(first).toEqual({ outcome: 'appended', revision: 1, position: firstPositions(2)[1] });
    expect(again).toEqual(first);
    expect(grown).toBe(1);
  });

  it('says that the disk is full, and writes no more', async () => {
    const running = await start('PRAGMA max_page_count = 30');
    const big = event('big', { data: JSON.stringify('x'.repeat(200_000)) });
    const small = running.append(to('s', 'any', [event('a')]));
    const together = [small, running.append(to('s', 'any', [big]))];
    for (const each of together) await expect(each).rejects.toThrow(/events\.db: đĩa đã đầy.*the disk is full/);
    await expect(running.append(to('s', 'any', [event('b')]))).rejects.toThrow(
      /từ chối ghi tiếp.*refuses further writes/,
    );
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('đĩa đã đầy')]);
  });

  it('says that another program holds the lock, and goes on when it is gone', async () => {
    const running = await start('PRAGMA busy_timeout = 20');
    const other = new DatabaseSync(place.file);
    other.exec('BEGIN IMMEDIATE');
    await expect(running.append(to('s', 'any', [event('a')]))).rejects.toThrow(
      /chương trình khác khóa.*another program/,
    );
    other.exec('ROLLBACK');
    other.close();
    expect(await running.append(to('s', 'noStream', [event('a')]))).toMatchObject({ outcome: 'appended', revision: 0 });
    expect(faults).toEqual([]);
  });

  it("keeps one caller's unusable event from failing the others", async () => {
    const running = await start();
    const broken: string = JSON.parse('null');
    const [before, unusable, after] = await Promise.allSettled([
      running.append(to('s', 'noStream', [event('a')])),
      running.append(to('s', 0, [event('b'), event('c', { data: broken })])),
      running.append(to('s', 0, [event('d')])),
    ]);
    expect(before).toMatchObject({ value: { outcome: 'appended', revision: 0 } });
    expect(unusable).toMatchObject({ status: 'rejected', reason: expect.any(StoreFault) });
    expect(after).toMatchObject({ value: { outcome: 'appended', revision: 1, position: firstPositions(2)[1] } });
  });

  it('takes back what was written beside an unusable event, and leaves the rest of the group alone', async () => {
    const running = await start();
    const broken: string = JSON.parse('null');
    const writes = [{ stream: 'fence-a', at: 'noStream' as const, events: [event('f')] }];
    const [unusable, after] = await Promise.allSettled([
      running.append({ ...to('s', 'noStream', [event('a', { data: broken })]), beside: { writes } }),
      running.append({ ...to('s', 'noStream', [event('b')]), beside: { writes } }),
    ]);
    expect(unusable).toMatchObject({ status: 'rejected', reason: expect.any(StoreFault) });
    expect(after).toMatchObject({ value: { outcome: 'appended', revision: 0, position: firstPositions(2)[1] } });
  });

  it('checkpoints on its own when its log is long', async () => {
    const running = await start('', 10);
    for (const each of events('a', 60)) await running.append(to('s', 'any', [each]));
    const other = new DatabaseSync(place.file);
    const { log } = other.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {};
    other.close();
    // Sixty commits write several pages each: without checkpoints the log would hold them all.
    expect(Number(log)).toBeLessThan(60);
  });
});
