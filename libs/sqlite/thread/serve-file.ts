import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { failureOf } from '../file-fault.js';
import type { ToThread } from './messages.js';

/** What answers questions about an open file, within the thread that owns it. */
export interface FileServer<Question, Reply> {
  /** Answers what was asked together: one transaction, one wait for the disk, however many ask. */
  answer(questions: readonly Question[]): Reply;
  /** What is left to do once they have their answers. */
  afterwards?(): void;
  close(): void;
}

/**
 * Serves a file in this worker thread until told to close. What has arrived by the time it looks is answered together.
 * @param open opens the file with what the thread was started with; `found` goes to whoever started it. What it throws does, too.
 */
export function serveFile<Setup, Found, Question, Reply>(
  open: (setup: Setup) => FileServer<Question, Reply> & { readonly found?: Found },
): void {
  const port = parentPort;
  if (port === null) throw new Error('A file is served in a worker thread only');
  try {
    const server = open(workerData as Setup);
    answerFrom(port, server);
    port.postMessage({ found: server.found });
  } catch (error) {
    port.postMessage({ failure: failureOf(error) });
  }
}

function answerFrom<Question, Reply>(port: MessagePort, server: FileServer<Question, Reply>): void {
  port.on('message', (first: ToThread<Question>) => {
    const { questions, closing } = drain(port, first);
    if (questions.length > 0) {
      port.postMessage(server.answer(questions));
      server.afterwards?.();
    }
    if (!closing) return;
    server.close();
    port.close();
  });
}

/** Everything that has arrived by now. */
function drain<Question>(port: MessagePort, first: ToThread<Question>): { questions: Question[]; closing: boolean } {
  const questions: Question[] = [];
  let next: ToThread<Question> | undefined = first;
  while (next !== undefined) {
    if (next === 'close') return { questions, closing: true };
    for (const question of next) questions.push(question);
    next = receiveMessageOnPort(port)?.message as ToThread<Question> | undefined;
  }
  return { questions, closing: false };
}
