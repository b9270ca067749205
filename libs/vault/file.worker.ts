import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** One statement of a job. */
interface Statement {
  readonly sql: string;
  readonly params: readonly (string | number | Uint8Array | null)[];
}

interface Request {
  /** Each job's statements happen together or not at all; all jobs of a request share one commit. */
  readonly jobs: readonly (readonly Statement[])[];
}

const port = parentPort;
if (port === null) throw new Error('A vault file is served in a worker thread only');
const { file, pragmas } = workerData as { readonly file: string; readonly pragmas: string };
const database = new DatabaseSync(file);
database.exec(pragmas);

/** The rows of the last statement of a job, or what went wrong with it: the others are kept. */
function run(job: readonly Statement[]): { rows: unknown[] } | { error: string } {
  database.exec('SAVEPOINT job');
  try {
    const results = job.map(({ sql, params }) => database.prepare(sql).all(...params));
    database.exec('RELEASE job');
    return { rows: results.at(-1) ?? [] };
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK TO job; RELEASE job');
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function serve({ jobs }: Request): unknown {
  try {
    database.exec('BEGIN IMMEDIATE');
    const answers = jobs.map(run);
    database.exec('COMMIT');
    return answers;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    const message = error instanceof Error ? error.message : String(error);
    return jobs.map(() => ({ error: message }));
  }
}

port.on('message', (message: Request | 'checkpoint' | 'close') => {
  if (message === 'close') {
    database.close();
    port.close();
    return;
  }
  if (message === 'checkpoint') {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    port.postMessage([{ rows: [] }]);
    return;
  }
  port.postMessage(serve(message));
});
