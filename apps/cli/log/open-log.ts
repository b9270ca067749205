import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { identityIn, START, type EventStore, type LogIdentity, type StoredEvent } from '#kernel';
import { openSqliteStore, peekSqliteLog } from '#stores';
import { Problem } from '../problem.js';

const BATCH = 1000;

/**
 * Opens the log of a data folder for as long as it is read.
 * @throws Problem when there is no log; StoreFault when a running service owns it
 */
export async function withLog<T>(
  data: string,
  read: (store: EventStore, identity: LogIdentity) => Promise<T>,
): Promise<T> {
  const file = join(data, 'log.db');
  if (!existsSync(file))
    throw new Problem(
      `Không có nhật ký trong ${data}: thiếu tệp log.db. Hãy chỉ đúng thư mục bằng --data. (There is no log in that folder.)`,
    );
  const first = peekSqliteLog(file);
  if (!first) throw new Problem(`Nhật ký trong ${data} chưa có sự kiện nào. (The log is empty.)`);
  const identity = identityIn(first);
  const store = await openSqliteStore({ file });
  try {
    return await read(store, identity);
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
