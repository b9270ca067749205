import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, isFence, type EventStore, type StoredEvent } from '#kernel';
import { openSqliteStore } from '#stores';
import { Problem } from '../../problem.js';
import type { ProgressBar } from '../../terminal/progress.js';
import { eventsOf, withLog } from '../open-log.js';
import { extentOf, type Extent } from './extent.js';
import { Naming } from './naming.js';
import { Story, type Told } from './story.js';
import { templateOf } from './template.js';

/** What is to be grown. */
export interface Growing {
  /** The data folder of a demonstration that has ended. */
  readonly from: string;
  /** A folder that is empty or not there yet. */
  readonly data: string;
  readonly events: number;
  /** Copies of all units. */
  readonly groups: number;
}

/** What has grown. */
export interface Grown extends Extent {
  readonly events: number;
  /** Of the year it has grown from. */
  readonly year: number;
}

/** What a log's keys and the demonstration's tokens stand in. */
const BESIDE_THE_LOG = ['keys.db', 'keys.kek', 'demo-issuer.key'];
/** Appends under way at the same time: they share transactions. */
const TOGETHER = 2_000;

/**
 * Makes a large log of a year: its dossiers beside each other and again and again under new ids, for more units, later years and
 * further campaigns. The year itself, under its own ids, is among them. What is sealed is taken over with its keys; the digests in decisions stay those of the year, so that such a
 * log is for measuring and no proof of anything.
 * @throws Problem when the folder is not empty or there is no year to grow from
 */
export async function growLog({ from, data, events, groups }: Growing, bar: ProgressBar): Promise<Grown> {
  const year = await withLog(from, dossiersIn);
  prepareFolder(from, data);
  const templates = year.map(templateOf);
  const roster = templates.filter(({ lifecycle }) => ['unit', 'access'].includes(lifecycle)).length;
  const extent = extentOf(events, groups, roster, year.length - roster);
  const store = await openSqliteStore({ file: join(data, 'log.db') });
  try {
    const story = new Story(templates, new Naming(year), extent);
    await write(store, story.told().take(events), (done) => bar.update('Tạo nhật ký (growing the log)', done, events));
    return { events, year: year.length, ...extent };
  } finally {
    bar.stop();
    await store.close();
  }
}

/** All but the fences, which name streams and tries of this log only: nothing in a dossier rests on them. */
async function dossiersIn(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of eventsOf(store)) if (!isFence(event.stream)) events.push(event);
  return events;
}

function prepareFolder(from: string, data: string): void {
  if (existsSync(data) && (!statSync(data).isDirectory() || readdirSync(data).length > 0))
    throw new Problem(
      `${data} không trống nên được giữ nguyên. Hãy chọn thư mục mới bằng --data. (That folder is not empty and is left alone.)`,
    );
  mkdirSync(data, { recursive: true, mode: 0o700 });
  for (const name of BESIDE_THE_LOG) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(data, name));
}

async function write(store: EventStore, events: Iterable<Told>, progress: (done: number) => void): Promise<void> {
  let pending: Promise<void>[] = [];
  let done = 0;
  const settle = async (): Promise<void> => {
    await Promise.all(pending);
    done += pending.length;
    pending = [];
    progress(done);
  };
  for (const next of events) {
    pending.push(append(store, next));
    if (pending.length >= TOGETHER) await settle();
  }
  await settle();
}

async function append(store: EventStore, { stream, revision, event }: Told): Promise<void> {
  const { eventId, type, data, metadata } = event;
  const expected = revision === 0 ? 'noStream' : revision - 1;
  const result = await store.append(stream, expected, [{ eventId, type, data, metadata }]);
  if (result.outcome !== 'appended') throw new Error(`${stream}@${revision} was not appended: ${canonical(result)}`);
}
