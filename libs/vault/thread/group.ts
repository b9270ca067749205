import type { DatabaseSync } from 'node:sqlite';
import { asVaultFault, vaultFault } from '../fault.js';
import type { Answer, FromThread, Request } from '../messages.js';
import { answered, ask, faultAnswer } from './ask.js';
import type { FileKind } from './kind.js';
import { transaction } from './transaction.js';

/** Answers groups of questions, each group in one transaction: one wait for the disk, however many ask. */
export function groupAnswerer(
  file: string,
  database: DatabaseSync,
  kind: FileKind,
): (requests: readonly Request[]) => FromThread {
  const desk = kind.desk(database);

  /** One that fails is undone alone, unless SQLite has given up the transaction. */
  function answerOne(request: Request): Answer {
    database.exec('SAVEPOINT one');
    const answer = answered(file, () => ask(desk, request));
    if ('fault' in answer) {
      if (!database.isTransaction) throw vaultFault('failed', file, answer.fault.message);
      database.exec('ROLLBACK TO one');
    }
    database.exec('RELEASE one');
    return answer;
  }

  return (requests) => {
    const mode = requests.every(([question]) => kind.reads.has(question)) ? 'DEFERRED' : 'IMMEDIATE';
    try {
      const answers = transaction(database, mode, () => requests.map(answerOne));
      const scrubs = requests.some(([question]) => kind.scrubs.has(question));
      const fault = scrubs ? scrub(file, database) : undefined;
      return fault ? answers.map((answer, i) => (kind.scrubs.has(requests[i]?.[0] ?? '') ? fault : answer)) : answers;
    } catch (error) {
      const fault = faultAnswer(asVaultFault(error, file));
      return requests.map(() => fault);
    }
  };
}

/**
 * Writes the file anew from what it says now and empties the write-ahead log: SQLite overwrites what is deleted, but rows
 * that it moved from page to page before may have left copies.
 */
function scrub(file: string, database: DatabaseSync): Answer | undefined {
  try {
    database.exec('VACUUM');
    const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
    return busy === 0 ? undefined : faultAnswer(vaultFault('notScrubbed', file));
  } catch (error) {
    return faultAnswer(vaultFault('notScrubbed', file, error instanceof Error ? error.message : String(error)));
  }
}
