import { parseArgs } from 'node:util';

/** How much is measured: a full run takes minutes, a quick one only shows that everything can be measured. */
export interface Size {
  /** Pairs of the store and the ceiling that are measured in turn; the median decides. */
  readonly rounds: number;
  /** Appends in one round, by one caller and by 64 together. */
  readonly appends: Readonly<Record<Callers, number>>;
  /** Commands in one round, by one caller and by 64 together. */
  readonly commands: Readonly<Record<Callers, number>>;
  /** Commands for each number of fences. */
  readonly fenced: number;
  /** Events that the views take in while they follow. */
  readonly followed: number;
  /** Seconds of load on the server for each query, after so many requests to warm up. */
  readonly seconds: number;
  readonly warmUp: number;
  /** Starts of the server on a filled folder. */
  readonly starts: number;
  /** How long the server is left alone before its memory is read. */
  readonly restMs: number;
  /** Logs of two sizes, whose reads are compared. */
  readonly growth: GrowthSize;
}

/** How growth is measured. */
export interface GrowthSize {
  /** What the logs are grown from: a demonstration that is played for it, or what the measured service has left. */
  readonly year: 'demonstration' | 'service';
  readonly events: readonly [small: number, large: number];
  /** Copies of all units: the roster comes first, so that a small log must not have many. */
  readonly groups: number;
  /** Times that each read is asked of either. */
  readonly rounds: number;
}

/** How many callers wait for their answers at the same time. */
export type Callers = 1 | 64;

/** What the run was asked for. */
export interface Options {
  readonly size: Size;
  readonly quick: boolean;
  readonly json: boolean;
}

const FULL: Size = {
  rounds: 7,
  appends: { 1: 500, 64: 12_800 },
  commands: { 1: 500, 64: 3_200 },
  fenced: 320,
  followed: 6_400,
  seconds: 10,
  warmUp: 500,
  starts: 3,
  restMs: 3_000,
  growth: { year: 'demonstration', events: [10_000, 100_000], groups: 5, rounds: 25 },
};
const QUICK: Size = {
  rounds: 3,
  appends: { 1: 50, 64: 640 },
  commands: { 1: 30, 64: 320 },
  fenced: 64,
  followed: 320,
  seconds: 1,
  warmUp: 20,
  starts: 1,
  restMs: 300,
  growth: { year: 'service', events: [1_500, 3_000], groups: 1, rounds: 1 },
};

/**
 * Reads the command line.
 * @throws TypeError for an option that does not exist
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
  const { quick = false, json = false } = values;
  return { quick, json, size: quick ? QUICK : FULL };
}
