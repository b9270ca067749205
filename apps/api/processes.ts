import type { Clock, EventStore, LogIdentity } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { deadlineProcess, deadlinesIn, openProcesses, systemTimers, type OpenProcesses } from '#processes';
import { LogPolicies, type Host } from '#runtime';
import type { Views } from '#views';
import type { Configuration } from './configuration.js';

/** What the service's processes stand on. */
export interface ProcessParts {
  readonly folder: string;
  readonly host: Host;
  readonly store: EventStore;
  readonly identity: LogIdentity;
  readonly views: Views;
  readonly clock: Clock;
  log(line: string): void;
}

/**
 * Opens the processes of the service; none of them runs yet.
 * @throws ProcessesFault when a checkpoint belongs to another log
 */
export function openServiceProcesses({ host, identity, views, ...parts }: ProcessParts): Promise<OpenProcesses> {
  const { engine, loader } = host;
  const deadlines = deadlineProcess({
    modules: lifecycleModules,
    loader,
    policies: new LogPolicies(),
    deadlines: deadlinesIn(views),
  });
  return openProcesses({
    ...{ ...parts, engine, logId: identity.logId, processes: [deadlines], timers: systemTimers },
    waitFor: (position, timeoutMs) => views.waitFor(position, timeoutMs),
  });
}

/** What is started, and with what. */
interface Startable {
  readonly configuration: Configuration;
  readonly processes: OpenProcesses;
  readonly simulated: unknown;
}

/**
 * Lets the processes run, unless they are turned off. Where the clock moves by command they run when it is moved, so that the
 * same commands leave the same log.
 */
export async function startProcesses({ configuration, processes, simulated }: Startable): Promise<void> {
  if (configuration.processes === 'off') return;
  if (simulated === undefined) processes.start();
  else await processes.catchUp();
}
