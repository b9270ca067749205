import { randomUUID } from 'node:crypto';
import { openSqliteStore } from '../sqlite/sqlite.store.js';
import { event } from './samples.js';

const CALLERS = 16;

/**
 * A program: appends batches of one to three events as fast as it can and says each acknowledged one on a line:
 * batch, events in it, position. It runs until it is killed.
 */
const store = await openSqliteStore({ file: process.argv[2] ?? '' });
process.stdout.write('ready\n');

async function appendForEver(stream: string): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const batch = randomUUID();
    const size = (turn % 3) + 1;
    const data = JSON.stringify({ batch, size, text: 'Đăng ký '.repeat(turn % 50) });
    const events = Array.from({ length: size }, () => event(randomUUID(), { data }));
    const answer = await store.append(stream, 'any', events);
    if (answer.outcome !== 'appended') throw new Error(JSON.stringify(answer));
    process.stdout.write(`${batch} ${size} ${answer.position}\n`);
  }
}

await Promise.all(Array.from({ length: CALLERS }, (_, caller) => appendForEver(`s-${caller}`)));
