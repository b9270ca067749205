import { setImmediate as quiet } from 'node:timers/promises';
import { START, type Clock, type EventStore, type Looked, type Randomness, type StoredEvent } from '#kernel';
import { fencedStore } from '../fenced.store.js';
import { GRACE_MS, type FencedParts } from '../parts.js';
import { carryOut, type Answer } from './handler.js';
import { PERSON, YEAR, type Job } from './rules.js';
import { Scheduler, type Point, type Way } from './scheduler.js';

/** What may happen next. */
export type Option =
  | { readonly does: 'go'; readonly point: Point; readonly way: Way }
  | { readonly does: 'kill'; readonly process: string }
  | { readonly does: 'pass'; readonly ms: number };

/** Chooses what happens next; the first is what happens where nothing goes wrong. */
export type Pick = (options: readonly [Option, ...Option[]]) => Option;

/** How a process puts its store together. */
export type Build = (inner: EventStore, parts: FencedParts) => EventStore;

/** What was seen of a run. */
export interface Run {
  readonly jobs: readonly Job[];
  /** Those among them that were carried out alone and in peace, at the end. */
  readonly after: readonly Job[];
  readonly answers: ReadonlyMap<Job, Answer>;
  readonly looks: readonly Looked[];
  readonly log: readonly StoredEvent[];
  /** What did not end though it was let on. */
  readonly stuck: readonly Job[];
}

const MOST_STEPS = 3_000;
const TRIES = 6;

/**
 * Carries out commands, each process over a store of its own, in the order that is chosen; then, alone and in peace, those of `after`.
 */
export async function run(
  jobs: readonly Job[],
  pick: Pick,
  after: readonly Job[] = [],
  build: Build = fencedStore,
): Promise<Run> {
  const world = new Worldly(jobs.concat(after), build);
  await world.play(jobs, pick);
  for (const job of after) await world.play([job], ([first]) => first);
  const all = [...jobs, ...after];
  const isStuck = (job: Job): boolean => !world.answers.has(job) && !world.scheduler.isDead(job.process);
  const log = await world.scheduler.inner.readAll(START, 10_000);
  return { jobs: all, after, answers: world.answers, looks: world.looks, log, stuck: all.filter(isStuck) };
}

class Worldly {
  readonly scheduler = new Scheduler();
  readonly answers = new Map<Job, Answer>();
  readonly looks: Looked[] = [];
  readonly #stores = new Map<string, EventStore>();
  readonly #targets: readonly string[];

  constructor(
    jobs: readonly Job[],
    private readonly build: Build,
  ) {
    this.#targets = [...new Set(jobs.map(({ target }) => target))].filter((it) => it !== YEAR && it !== PERSON);
  }

  async play(jobs: readonly Job[], pick: Pick): Promise<void> {
    const going = Promise.all(jobs.map((job) => this.#start(job)));
    let failure: unknown;
    going.catch((error: unknown) => (failure = error));
    for (let step = 0; step < MOST_STEPS; step += 1) {
      await quiet();
      if (failure !== undefined) throw failure;
      const [first, ...others] = optionsAt(this.scheduler.points);
      if (!first) return;
      this.#do(pick([first, ...others]));
    }
  }

  async #start(job: Job): Promise<void> {
    const answer = await carryOut(job, {
      store: this.#storeOf(job.process),
      targets: this.#targets,
      tries: TRIES,
      onLook: (looked) => this.looks.push(looked),
      wait: () => this.scheduler.pause(job.process),
    });
    this.answers.set(job, answer);
  }

  #storeOf(process: string): EventStore {
    const known = this.#stores.get(process);
    if (known) return known;
    const store = this.build(this.scheduler.storeOf(process), this.#parts());
    this.#stores.set(process, store);
    return store;
  }

  #parts(): FencedParts {
    let salts = 0;
    const clock: Clock = { now: () => new Date(Date.UTC(2026, 0, 1) + this.scheduler.now).toISOString() };
    const random: Randomness = { bytes: (length) => Buffer.alloc(length, String((salts += 1))) };
    return { clock, random, elapsed: () => this.scheduler.now };
  }

  #do(option: Option): void {
    if (option.does === 'pass') this.scheduler.now += option.ms;
    else if (option.does === 'kill') this.scheduler.kill(option.process);
    else {
      if (option.point.kind === 'pause') this.scheduler.now += GRACE_MS / 2;
      option.point.go(option.way);
    }
  }
}

/** All that may happen: the oldest call goes on first, pauses last. */
function optionsAt(points: readonly Point[]): readonly Option[] {
  const inOrder = [...points.filter(({ kind }) => kind !== 'pause'), ...points.filter(({ kind }) => kind === 'pause')];
  const ways = (point: Point): readonly Way[] =>
    point.kind === 'append' ? ['hold', 'lose', 'drop'] : point.kind === 'read' ? ['hold'] : [];
  const processes = [...new Set(points.map(({ process }) => process))];
  if (points.length === 0) return [];
  return [
    ...inOrder.map((point): Option => ({ does: 'go', point, way: 'go' })),
    ...inOrder.flatMap((point) => ways(point).map((way): Option => ({ does: 'go', point, way }))),
    ...processes.map((process): Option => ({ does: 'kill', process })),
    { does: 'pass', ms: GRACE_MS },
  ];
}
