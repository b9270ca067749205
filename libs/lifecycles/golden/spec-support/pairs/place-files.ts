import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, StoredEvent } from '#kernel';
import { LogPapers } from '#runtime';
import { openMemoryStore, openSqliteStore } from '#stores';
import { viewsOf } from '../house.js';
import type { Place, Year } from './recorded-year.js';

/** The log beside the views, where it is kept as a file. */
export const LOG_FILE = 'log.db';

/** Appends what another log holds, in its order. */
export async function appendAll(store: EventStore, events: readonly StoredEvent[]): Promise<void> {
  await Promise.all(
    events.map(({ stream, revision, position: _, ...event }) =>
      store.append(stream, revision === 0 ? 'noStream' : revision - 1, [event]),
    ),
  );
}

/** Views as they stand at places of a year, built once on the way through it and copied for each who works on them. */
export class PlaceFiles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'places-'));
  readonly #store = openMemoryStore();
  /** Who bears which name here: remembered by all who work on copies. */
  #papers = new LogPapers();
  #reached = 0;
  #copies = 0;

  /** @param withLog keep the log as a file, too */
  constructor(
    private readonly year: Year,
    private readonly withLog: boolean,
  ) {}

  /** Goes on to a place. @throws RangeError when it lies behind */
  async goTo({ before }: Place): Promise<void> {
    if (before < this.#reached) throw new RangeError(`The views stand at ${this.#reached}, beyond ${before}`);
    if (before === this.#reached) return;
    const news = this.year.log.slice(this.#reached, before);
    await appendAll(this.#store, news);
    if (this.withLog) await this.#appendToFile(news);
    this.#reached = before;
    this.#papers = new LogPapers();
    const views = await viewsOf({ folder: this.#live, store: this.#store, identity: this.year.identity });
    await views.ready;
    await views.close();
  }

  get papers(): LogPapers {
    return this.#papers;
  }

  /** A folder with the views as they stand here. */
  copy(): string {
    const folder = join(this.#folder, String((this.#copies += 1)));
    mkdirSync(folder);
    cpSync(this.#live, folder, { recursive: true });
    return folder;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  async #appendToFile(news: readonly StoredEvent[]): Promise<void> {
    const store = await openSqliteStore({ file: join(this.#live, LOG_FILE) });
    await appendAll(store, news);
    await store.close();
  }

  get #live(): string {
    return join(this.#folder, 'live');
  }
}
