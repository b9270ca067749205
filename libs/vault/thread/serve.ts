import type { FileServer } from '#sqlite';
import type { GroupReply, Request, ThreadSetup } from '../messages.js';
import { groupAnswerer } from './group.js';
import { KINDS, openFile } from './open-file.js';

/** Opens a file and answers questions about it. What it finds is the key check that stands there. */
export function openServed(setup: ThreadSetup): FileServer<Request, GroupReply> & { found: Uint8Array | undefined } {
  const { database, keyCheck } = openFile(setup);
  const answer = groupAnswerer(setup.file, database, KINDS[setup.kind]);
  return { found: keyCheck, answer: (requests) => ({ answers: answer(requests) }), close: () => database.close() };
}
