import type { DatabaseSync } from 'node:sqlite';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Desk, FromThread, OpeningDesk, Request, ThreadSetup, ToThread } from '../messages.js';
import { answered, ask } from './ask.js';
import { attempts } from './attempts.js';
import { groupAnswerer } from './group.js';
import type { FileKind } from './kind.js';
import { keys } from './keys.js';
import { openFile, standingCheck } from './open-file.js';

const KINDS: Readonly<Record<ThreadSetup['kind'], FileKind>> = { keys, attempts };

/** Answers questions about one file until told to close. What has arrived by the time it looks is answered together. */
export function serve(port: MessagePort, setup: ThreadSetup): void {
  const file = servedFile(setup);
  port.on('message', (first: ToThread) => {
    const { requests, closing } = drain(port, first);
    if (requests.length > 0) port.postMessage(file.answer(requests));
    if (!closing) return;
    file.close();
    port.close();
  });
}

function drain(port: MessagePort, first: ToThread): { requests: Request[]; closing: boolean } {
  const requests: Request[] = [];
  let next: ToThread | undefined = first;
  while (next !== undefined) {
    if (next === 'close') return { requests, closing: true };
    for (const request of next) requests.push(request);
    next = receiveMessageOnPort(port)?.message as ToThread | undefined;
  }
  return { requests, closing: false };
}

interface ServedFile {
  answer(requests: readonly Request[]): FromThread;
  close(): void;
}

/** Until the file is open it can only be looked at and opened. */
function servedFile({ file, kind: name, logId }: ThreadSetup): ServedFile {
  const kind = KINDS[name];
  let database: DatabaseSync | undefined;
  const opening: OpeningDesk & Desk = {
    look: () => standingCheck(file, kind, logId),
    open: (keyCheck) => {
      const opened = openFile(file, kind, { logId, keyCheck });
      database = opened.database;
      answer = groupAnswerer(file, database, kind);
      return opened.keyCheck;
    },
  };
  let answer = (requests: readonly Request[]): FromThread =>
    requests.map((request) => answered(file, () => ask(opening, request)));
  return { answer: (requests) => answer(requests), close: () => database?.close() };
}
