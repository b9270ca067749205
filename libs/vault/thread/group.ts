import type { DatabaseSync } from 'node:sqlite';
import { savepoint, transaction } from '#sqlite';
import { asVaultFault, vaultFault } from '../fault.js';
import type { Answer, Request } from '../messages.js';
import { answered, ask, faultAnswer } from './ask.js';
import type { FileKind } from './kind.js';

/** Answers groups of questions, each group in one transaction: one wait for the disk, however many ask. */
export function groupAnswerer(
  file: string,
  database: DatabaseSync,
  kind: FileKind,
): (requests: readonly Request[]) => readonly Answer[] {
  const desk = kind.desk(database);

  /** One that fails is undone alone, unless SQLite has given up the transaction. */
  function answerOne(request: Request): Answer {
    const answer = answered(file, () => savepoint(database, () => ask(desk, request)));
    if ('fault' in answer && !database.isTransaction) throw vaultFault('failed', file, answer.fault.message);
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
