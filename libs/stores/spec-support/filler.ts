import { openSqliteStore } from '../sqlite/sqlite.store.js';
import { event } from './samples.js';

/** A program: appends until the disk has no more room, then says as JSON what the caller was told and what still works. */
const signals: string[] = [];
const store = await openSqliteStore({
  file: process.argv[2] ?? '',
  signalFault: ({ message }) => void signals.push(message),
});
const data = JSON.stringify({ text: 'x'.repeat(20_000) });

async function fill(): Promise<{ acknowledged: number; fault: string }> {
  for (let acknowledged = 0; ; acknowledged += 1) {
    try {
      await store.append('plan-1', 'any', [event(`e-${acknowledged}`, { data })]);
    } catch (error) {
      return { acknowledged, fault: String(error) };
    }
  }
}

const { acknowledged, fault } = await fill();
const next = await store.append('plan-1', 'any', [event('after')]).then(() => 'appended', String);
const readable = (await store.readStream('plan-1')).length;
await store.close();
process.stdout.write(`${JSON.stringify({ acknowledged, fault, next, readable, signals })}\n`);
