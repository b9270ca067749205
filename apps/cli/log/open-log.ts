import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { START, type EventStore, type StoredEvent } from '#kernel';
import { openSqliteStore } from '#stores';
import { Problem } from '../problem.js';

const BATCH = 1000;

/**
 * Opens the log of a data folder for as long as it is read.
 * @throws Problem when there is no log; StoreFault when a running service owns it
 */
export async function withLog<T>(data: string, read: (store: EventStore) => Promise<T>): Promise<T> {
  const file = join(data, 'log.db');
  if (!existsSync(file))
    throw new Problem(
      `Không có nhật ký trong ${data}: thiếu tệp log.db. Hãy chỉ đúng thư mục bằng --data. (There is no log in that folder.)`,
    );
  const store = await openSqliteStore({ file });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

/** Every event of the log, in its order. */
export async function* eventsOf(store: EventStore): AsyncGenerator<StoredEvent> {
  let from = START;
  for (;;) {
    const batch = await store.readAll(from, BATCH);
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    from = last.position;
  }
}
