import { canonical, derivedId, isRefusal, SYSTEM_SUBJECT, type CommandRequest, type Outcome } from '#kernel';
import type { RefusedCommand } from './checkpoint.js';
import type { Subject, Wanted } from './process.js';

/** Whatever carries out commands: the kernel's engine, and nothing beside it. */
export interface CommandTarget {
  execute(request: CommandRequest): Promise<Outcome>;
}

/**
 * The request of a command that a process sends. Its id follows from what it says and what it follows from: whoever sends it
 * again, from wherever, sends the same command.
 */
export function requestOf(process: string, { lifecycle, command, because }: Wanted): CommandRequest {
  const commandId = derivedId('process', process, lifecycle, canonical(command), because);
  return { commandId, lifecycle, command, subject: SYSTEM_SUBJECT };
}

/**
 * Sends a command once.
 * @returns what is to be said when it was refused
 * @throws whatever the engine throws: then nothing was carried out, or it is found out when it is sent again
 */
export async function sent(
  engine: CommandTarget,
  request: CommandRequest,
  subject: Subject,
  now: string,
): Promise<RefusedCommand | undefined> {
  const outcome = await engine.execute(request);
  if (!isRefusal(outcome)) return undefined;
  const command = `${request.lifecycle}.${request.command.type}`;
  return { commandId: request.commandId, at: now, subject, command, code: outcome.code };
}
