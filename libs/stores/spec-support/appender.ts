import { randomUUID } from 'node:crypto';
import { openSqliteStore } from '../sqlite/sqlite.store.js';
import { event } from './samples.js';

const CALLERS = 16;

/**
 * A program: appends batches of one to three events as fast as it can and says each acknowledged one on a line:
 * command, events in the batch, position. It runs until it is killed.
 */
const store = await openSqliteStore({ file: process.argv[2] ?? '' });
process.stdout.write('ready\n');

async function appendForEver(stream: string): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const commandId = randomUUID();
    const size = (turn % 3) + 1;
    const data = JSON.stringify({ size, text: 'Đăng ký '.repeat(turn % 50) });
    const batch = Array.from({ length: size }, () => event(randomUUID(), { commandId, data }));
    const answer = await store.append(stream, 'any', batch);
    if (answer.outcome !== 'appended') throw new Error(JSON.stringify(answer));
    process.stdout.write(`${commandId} ${size} ${answer.position}\n`);
  }
}

await Promise.all(Array.from({ length: CALLERS }, (_, caller) => appendForEver(`s-${caller}`)));
