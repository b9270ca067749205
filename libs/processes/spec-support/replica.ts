import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandRequest, EventStore, Outcome, Position, Randomness } from '#kernel';
import { overviewAnswers } from '#overview';
import { lifecycleModules } from '#lifecycles';
import { personRegister, registers } from '#registers';
import { hostOf, seededRandomness, type Host, type SimulatedClock } from '#runtime';
import { memoryKeys, SPEC_LOG } from '#testing';
import { openViews, type Views } from '#views';
import { fileCheckpoint, type Checkpoint } from '../checkpoint.js';
import { Runner } from '../runner.js';
import type { Process } from '../process.js';
import { SimulatedTimers } from './timers.js';

/** One of several services over one log: an engine and views of its own, and a folder for its checkpoints. */
export interface Replica {
  readonly host: Host;
  readonly views: Views;
  readonly timers: SimulatedTimers;
  readonly folder: string;
  /** Everything that was said to the operator. */
  readonly said: readonly string[];
  /** Every command that a process sent, refused ones included. */
  readonly sent: readonly { readonly request: CommandRequest; readonly outcome: Outcome }[];
  checkpoint(name: string): Checkpoint;
  /** A runner of a process on this replica, opened. */
  runner(process: Process, over?: EventStore): Promise<Runner>;
  end(): Promise<void>;
}

const BEHIND_MS = 10_000;

/** @param random where salts come from: each replica's own */
export async function openReplica(
  store: EventStore,
  clock: SimulatedClock,
  random: Randomness = seededRandomness('processes'),
): Promise<Replica> {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  const { logId } = SPEC_LOG;
  const keys = memoryKeys((length) => random.bytes(length));
  const attempts = { record: () => Promise.resolve() };
  const shown = lifecycleModules.map(({ view }) => view);
  const views = await openViews({
    folder: join(folder, 'views'),
    views: shown,
    others: registers,
    answers: overviewAnswers,
    store,
    logId,
  });
  await views.ready;
  const log = { store, identity: SPEC_LOG, questions: views, persons: personRegister(views.projections) };
  const host = hostOf({ modules: lifecycleModules, answers: overviewAnswers, ...log, keys, attempts, clock, random });
  const said: string[] = [];
  const sent: { request: CommandRequest; outcome: Outcome }[] = [];
  const timers = new SimulatedTimers();
  const say = (line: string): void => void said.push(line);
  const checkpoint = (name: string): Checkpoint => fileCheckpoint({ folder, logId, log: say }, name);
  const execute = async (request: CommandRequest): Promise<Outcome> => {
    const outcome = await host.engine.execute(request);
    sent.push({ request, outcome });
    return outcome;
  };
  const inStep = async (position: Position): Promise<void> => {
    if (!(await views.waitFor(position, BEHIND_MS))) throw new Error(`The views have not reached ${position}`);
  };
  return {
    ...{ host, views, timers, folder, said, sent, checkpoint },
    runner: async (process, over = store) => {
      const parts = { store: over, engine: { execute }, checkpoint: checkpoint(process.name), clock, timers, inStep };
      const runner = new Runner(process, { ...parts, log: say });
      await runner.open();
      return runner;
    },
    end: async () => {
      await views.close();
      rmSync(folder, { recursive: true });
    },
  };
}
