import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadSetup } from './messages.js';

// Where the source runs, Node reads this thread's modules as they are written: their names end in .ts. They take nothing
// but types from other libraries, and those are gone by then.
if (import.meta.url.endsWith('.ts')) {
  registerHooks({ resolve: (name, context, next) => next(name.replace(/^(\..*)\.js$/, '$1.ts'), context) });
}
if (parentPort === null) throw new Error('A file of the vault is served in a worker thread only');

const { serve } = await import('./thread/serve.js');
serve(parentPort, workerData as ThreadSetup);
