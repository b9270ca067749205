import type { Clock, EventStore, Position } from '#kernel';
import { fileCheckpoint } from './checkpoint.js';
import type { Process } from './process.js';
import { Runner, type ProcessStatus } from './runner.js';
import type { CommandTarget } from './sending.js';
import type { Timers } from './timers.js';

/** What processes run on. */
export interface ProcessesOptions {
  /** Where the checkpoints stand; made when it is absent. Everything in it can be deleted at any time. */
  readonly folder: string;
  readonly processes: readonly Process[];
  readonly store: EventStore;
  /** The log's id: a checkpoint of another log is refused. */
  readonly logId: string;
  readonly engine: CommandTarget;
  readonly clock: Clock;
  readonly timers: Timers;
  /** True once what processes read shows a position; false when that takes longer than so many milliseconds. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  /** Told when a process rests, a command is refused, a checkpoint cannot be read. */
  log(line: string): void;
}

/** Processes that have read how far they had come. */
export interface OpenProcesses {
  /** Lets them follow the log and the time, each on its own. */
  start(): void;
  /**
   * Lets each do all that is to be done now, one after the other: for a clock that moves by command.
   * @throws whatever kept one of them from it
   */
  catchUp(): Promise<void>;
  status(): readonly ProcessStatus[];
  /** Ends when nothing is under way any more. */
  close(): Promise<void>;
}

const BEHIND_MS = 10_000;

/**
 * Opens the processes of a log. Any number may run over one log at once: what one has done, the others find done.
 * @throws ProcessesFault when a checkpoint belongs to another log
 */
export async function openProcesses(options: ProcessesOptions): Promise<OpenProcesses> {
  const { processes, waitFor, ...parts } = options;
  const inStep = async (position: Position): Promise<void> => {
    if (!(await waitFor(position, BEHIND_MS)))
      throw new Error(`What is read has not reached position ${position} within ${BEHIND_MS} ms`);
  };
  const runners = processes.map(
    (each) => new Runner(each, { ...parts, inStep, checkpoint: fileCheckpoint(options, each.name) }),
  );
  for (const runner of runners) await runner.open();
  return {
    start: () => runners.forEach((runner) => runner.start()),
    catchUp: async () => {
      for (const runner of runners) await runner.catchUp();
    },
    status: () => runners.map((runner) => runner.status()),
    close: async () => void (await Promise.all(runners.map((runner) => runner.stop()))),
  };
}
