import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { START, type EventStore } from '#kernel';
import { build, type Built, type Child } from '../spec-support/built.js';
import { filesOf, folder } from '../spec-support/folder.js';
import { event, firstPositions } from '../spec-support/samples.js';
import { peekFirstEvent } from './peek.js';
import { openSqliteStore } from './sqlite.store.js';

const CYCLES = 10;
const MINUTE = 60_000;

interface Ack {
  readonly batch: string;
  readonly size: number;
  readonly position: string;
}

describe('The SQLite store in a process of its own', () => {
  let built: Built;
  let place: Awaited<ReturnType<typeof folder>>;
  beforeAll(async () => {
    built = await build();
  }, MINUTE);
  afterAll(() => built.remove());
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(async () => {
    await built.endAll();
    await rm(place.path, { recursive: true });
  });

  it(
    'loses, repeats and halves nothing that it acknowledged when it is killed while appending',
    async () => {
      const acks: Ack[] = [];
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        acks.push(...(await appendUntilKilled(built.run('appender', place.file), 20 + cycle * 37)));
        const left = await filesOf(dirname(place.file));
        const first = peekFirstEvent(place.file);
        expect(await filesOf(dirname(place.file))).toEqual(left);
        const store = await openSqliteStore({ file: place.file });
        await expectWhole(store, acks);
        await expectAnsweredAgain(store);
        expect([first]).toEqual(await store.readAll(START, 1));
        await store.close();
      }
      expect(acks.length).toBeGreaterThan(CYCLES * 20);
    },
    MINUTE,
  );

  it(
    'keeps a second process out, and is free again when the first is killed',
    async () => {
      const child = built.run('appender', place.file);
      await once(child.lines, 'line');
      await expect(openSqliteStore({ file: place.file })).rejects.toThrow(
        /tiến trình khác đang sử dụng.*another process/,
      );
      child.process.kill('SIGKILL');
      await child.ended;
      const store = await openSqliteStore({ file: place.file });
      expect(await store.append('mine', 'noStream', [event('a')])).toMatchObject({ outcome: 'appended' });
      await store.close();
    },
    MINUTE,
  );

  it(
    'shows its first event to another process while it writes',
    async () => {
      const child = built.run('appender', place.file);
      const acks: string[] = [];
      child.lines.on('line', (line) => acks.push(line));
      while (acks.length < 2) await once(child.lines, 'line');
      const first = peekFirstEvent(place.file);
      while (acks.length < 1_000) {
        expect(peekFirstEvent(place.file)).toEqual(first);
        await once(child.lines, 'line');
      }
      child.process.kill('SIGKILL');
      await child.ended;
      const store = await openSqliteStore({ file: place.file });
      expect(await store.readAll(START, 1)).toEqual([first]);
      await store.close();
    },
    MINUTE,
  );

  it(
    'refuses readably to write on when the disk has no more room, and keeps what it acknowledged',
    async () => {
      const child = built.run('filler', place.file, 2_000);
      const [line] = (await once(child.lines, 'line')) as [string];
      await child.ended;
      const said = JSON.parse(line) as Record<'fault' | 'next', string> & {
        acknowledged: number;
        readable: number;
        signals: string[];
      };
      expect(said.acknowledged).toBeGreaterThan(10);
      expect(said.fault).toMatch(/StoreFault: Kho sự kiện .*events\.db: .*(đĩa đã đầy|lỗi đọc ghi)/);
      expect(said.next).toMatch(/từ chối ghi tiếp.*refuses further writes/);
      expect(said.readable).toBe(said.acknowledged);
      expect(said.signals).toHaveLength(1);

      const store = await openSqliteStore({ file: place.file });
      const kept = await store.readStream('plan-1');
      expect(kept.slice(0, said.acknowledged).map(({ eventId }) => eventId)).toEqual(
        Array.from({ length: said.acknowledged }, (_, index) => `e-${index}`),
      );
      expect(await store.append('plan-1', kept.length - 1, [event('later')])).toMatchObject({ outcome: 'appended' });
      await store.close();
    },
    MINUTE,
  );
});

/** Lets the child append until it has acknowledged so many batches, kills it, and returns every acknowledgement it gave. */
async function appendUntilKilled(child: Child, enough: number): Promise<Ack[]> {
  const acks: Ack[] = [];
  child.lines.on('line', (line) => {
    const [batch, size, position] = line.split(' ');
    if (batch === undefined || size === undefined || position === undefined) return;
    acks.push({ batch, size: Number(size), position });
    if (acks.length === enough) child.process.kill('SIGKILL');
  });
  await child.ended;
  expect(child.process.signalCode).toBe('SIGKILL');
  return acks;
}

async function expectWhole(store: EventStore, acks: readonly Ack[]): Promise<void> {
  const log = await store.readAll(START, Infinity);
  expect(log.map(({ position }) => position)).toEqual(firstPositions(log.length));
  expect(new Set(log.map(({ eventId }) => eventId)).size).toBe(log.length);

  const next = new Map<string, number>();
  const batches = new Map<string, { count: number; position: string }>();
  for (const { stream, revision, data, position } of log) {
    expect(revision).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
    const { batch } = contentOf(data);
    batches.set(batch, { count: (batches.get(batch)?.count ?? 0) + 1, position });
  }
  for (const { batch, size } of log.map(({ data }) => contentOf(data))) expect(batches.get(batch)?.count).toBe(size);
  for (const { batch, size, position } of acks) expect(batches.get(batch)).toEqual({ count: size, position });
}

/** Whoever was not told how their append ended asks again: the last append of each stream is answered where it stands. */
async function expectAnsweredAgain(store: EventStore): Promise<void> {
  const head = await store.head();
  for (const stream of new Set((await store.readAll(START, Infinity)).map((event) => event.stream))) {
    const events = await store.readStream(stream);
    const last = events.at(-1);
    const { size } = contentOf(last?.data ?? '');
    const before = events.length - size - 1;
    expect(await store.append(stream, before < 0 ? 'noStream' : before, events.slice(-size))).toEqual({
      outcome: 'appended',
      revision: last?.revision,
      position: last?.position,
    });
  }
  expect(await store.head()).toBe(head);
}

function contentOf(data: string): { readonly batch: string; readonly size: number } {
  return JSON.parse(data) as { batch: string; size: number };
}
