import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeWith, parseStream, type EventStore, type Recorded } from '#kernel';
import { openMemoryStore } from '#stores';
import type { EntityView } from '../entity-view.js';
import { openViews } from '../open-views.js';
import type { Views, ViewsOptions } from '../views.js';
import { taskLifecycle, taskView, type TaskEvent, type TaskState } from './task.js';
import { TaskLog } from './task-log.js';
import { everything } from './viewers.js';

/** The log of every spec. */
export const LOG_ID = '00000000-0000-4000-8000-000000000001';

/** A store and a views folder of their own for one spec. */
export class House {
  readonly store: EventStore = openMemoryStore();
  readonly log = new TaskLog(this.store);
  readonly folder = mkdtempSync(join(tmpdir(), 'views-'));
  readonly said: string[] = [];
  readonly #open = new Set<Views>();

  /** Opens the views and waits until they have taken in the whole log. */
  async views(views: readonly EntityView[] = [taskView()], more: Partial<ViewsOptions> = {}): Promise<Views> {
    const opened = await openViews({
      folder: this.folder,
      views,
      store: this.store,
      logId: LOG_ID,
      log: (line) => this.said.push(line),
      ...more,
    });
    this.#open.add(opened);
    await opened.ready;
    await opened.waitFor(await (more.store ?? this.store).head(), 30_000);
    return opened;
  }

  async close(views: Views): Promise<void> {
    this.#open.delete(views);
    await views.close();
  }

  async end(): Promise<void> {
    for (const views of this.#open) await views.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The state of every task, folded by hand from the log. */
export async function foldedFrom(store: EventStore): Promise<Record<string, TaskState>> {
  const lifecycle = taskLifecycle();
  const states: Record<string, TaskState> = {};
  for (const stored of await store.readAll('', Number.MAX_SAFE_INTEGER)) {
    const { id } = parseStream(stored.stream);
    states[id] = lifecycle.evolve(
      states[id] ?? lifecycle.initial,
      decodeWith(LOG_ID, lifecycle, stored) as Recorded<TaskEvent>,
    );
  }
  return JSON.parse(JSON.stringify(states)) as Record<string, TaskState>;
}

/** The state of every task, as the views hold it. */
export function heldBy(views: Views, name = 'task'): Record<string, unknown> {
  const page = views.list(name, {
    viewer: everything,
    where: [],
    orderBy: { column: 'createdAt', direction: 'asc' },
    first: 100_000,
  });
  return Object.fromEntries(page.edges.map(({ node }) => [node.id, node.state]));
}

/** Everything in the tables of a view, row by row. */
export function tablesOf(views: Views, name = 'task'): unknown {
  const rows = views
    .query(`SELECT * FROM "${name}" ORDER BY id`)
    .map((row) => ({ ...row, state: JSON.parse(String(row['state'])) as unknown }));
  const parties = views.query(`SELECT * FROM "${name}__party" ORDER BY id, kind, party`);
  const parts = views.query(`SELECT * FROM "${name}__helpers" ORDER BY id, ordinal`);
  const deadlines = views.query('SELECT * FROM _deadline WHERE view = :name ORDER BY id, ordinal', { name });
  return { rows, parties, parts, deadlines };
}
