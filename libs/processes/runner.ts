import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, EventStore, Position, StoredEvent, Subscription } from '#kernel';
import type { Checkpoint, RefusedCommand, Standing } from './checkpoint.js';
import { NOT_BEGUN } from './checkpoint.js';
import { BEGINNING, endOf, type Process, type Subject } from './process.js';
import { requestOf, sent, type CommandTarget } from './sending.js';
import type { Timers } from './timers.js';

/** What a process runs on. */
export interface RunnerParts {
  readonly store: EventStore;
  readonly engine: CommandTarget;
  readonly checkpoint: Checkpoint;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Resolves once what processes read shows a position; rejects when that takes too long. */
  inStep(position: Position): Promise<void>;
  /** Says something to the operator. */
  log(line: string): void;
}

/** Where a process stands. */
export interface ProcessStatus {
  readonly process: string;
  readonly position: Position;
  /** Why it rests at the moment, and since when; it goes on by itself. */
  readonly failure?: { readonly error: string; readonly since: string };
  readonly refused: readonly RefusedCommand[];
}

const BATCH = 200;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 60_000;
/** Between two looks at what is due. */
const SCAN_EVERY_MS = 30_000;
const REFUSED_KEPT = 50;

/** Runs one process: alone, in the order of the log, from where it stood. */
export class Runner {
  #standing: Standing = NOT_BEGUN;
  #loaded = false;
  #stopped = false;
  #subscription: Subscription | undefined;
  #timer: () => void = () => undefined;
  #pause = FIRST_PAUSE_MS;
  #failure: ProcessStatus['failure'];
  /** One thing at a time. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly process: Process,
    private readonly parts: RunnerParts,
  ) {}

  /**
   * Reads the checkpoint; needed before anything else.
   * @throws ProcessesFault when it belongs to another log
   */
  async open(): Promise<void> {
    const standing = await this.parts.checkpoint.load();
    const ahead = standing.position > (await this.parts.store.head());
    if (ahead) this.#say('its checkpoint has come further than the log; it looks at everything again');
    this.#standing = ahead ? NOT_BEGUN : standing;
    this.#loaded = true;
  }

  /** Follows the log and the time from now on, until it is stopped. */
  start(): void {
    if (!this.#loaded) throw new Error(`The process ${this.process.name} is started before it is opened`);
    if (this.#stopped) return;
    this.#subscription = this.parts.store.subscribe(this.#standing.position, {
      batchSize: BATCH,
      onEvents: (events) => this.#alone(() => this.#take(events)),
      onError: (error) => this.#rest(error),
    });
    this.#scanAfter(0);
  }

  /**
   * Does all that is to be done now, once, without following: for a clock that moves by command.
   * @throws whatever kept it from going on
   */
  async catchUp(): Promise<void> {
    await this.#alone(() => this.#scan());
  }

  /** Ends when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer();
    await this.#subscription?.stop();
    await this.#work;
  }

  status(): ProcessStatus {
    const { position, refused } = this.#standing;
    return { process: this.process.name, position, refused, ...(this.#failure && { failure: this.#failure }) };
  }

  #alone(work: () => Promise<void>): Promise<void> {
    const mine = this.#work.then(work);
    this.#work = mine.catch(() => undefined);
    return mine;
  }

  /** What happened. Events may come again: what has been dealt with is passed over. */
  async #take(events: readonly StoredEvent[]): Promise<void> {
    const news = events.filter(({ position }) => position > this.#standing.position);
    const last = news.at(-1);
    if (!last) return;
    const subjects = new Set(news.flatMap((event) => this.process.touches(event)));
    if (subjects.size > 0) await this.parts.inStep(last.position);
    if (!(await this.#lookAtAll(subjects))) return;
    const again = news.some((event) => this.process.unsettles?.(event) ?? false);
    await this.#keep({ position: last.position, ...(again && { places: {} }) });
    this.#well();
  }

  /** Whatever has happened comes before whatever is due: nobody is told of what has been done by then. */
  async #takeAll(): Promise<void> {
    while (!this.#stopped) {
      const events = await this.parts.store.readAll(this.#standing.position, BATCH);
      if (events.length === 0) return;
      await this.#take(events);
      await nextTurn();
    }
  }

  /** What is due: for each offset the deadlines behind the last place, page by page. */
  async #scan(): Promise<void> {
    await this.#takeAll();
    const { due } = this.process;
    if (!due || this.#stopped) return;
    await this.parts.inStep(await this.parts.store.head());
    const now = this.parts.clock.now();
    const offsets = await due.offsets();
    for (const offset of offsets) {
      const to = new Date(Date.parse(now) - offset).toISOString();
      while (await this.#scanPage(String(offset), to)) await nextTurn();
    }
    this.#well();
  }

  /** @returns whether there is more */
  async #scanPage(offset: string, to: string): Promise<boolean> {
    const after = this.#standing.places[offset] ?? BEGINNING;
    const page = (await this.process.due?.page(after, to, BATCH)) ?? [];
    if (!(await this.#lookAtAll(new Set(page.map(({ subject }) => subject))))) return false;
    const last = page.at(-1);
    const more = page.length === BATCH && last !== undefined;
    const place = more ? { dueAt: last.dueAt, key: last.key } : endOf(to);
    if (more || place.dueAt > after.dueAt) await this.#keep({ places: { ...this.#standing.places, [offset]: place } });
    return more;
  }

  /** @returns false when it was stopped on the way: then nothing is taken as dealt with */
  async #lookAtAll(subjects: ReadonlySet<Subject>): Promise<boolean> {
    const seen = new Set<Subject>(subjects);
    // A set is walked in the order of its making, what is added on the way included.
    for (const subject of seen) {
      if (this.#stopped) return false;
      const { wanted, also = [] } = await this.process.look(subject, this.parts.clock.now());
      for (const each of also) seen.add(each);
      for (const each of wanted) {
        const request = requestOf(this.process.name, each);
        const refused = await sent(this.parts.engine, request, subject, this.parts.clock.now());
        if (refused) this.#noteRefused(refused);
      }
    }
    return true;
  }

  /** A refused command is said once and not sent again before its dossier changes or something else falls due. */
  #noteRefused(refused: RefusedCommand): void {
    const { commandId, subject, command, code } = refused;
    const known = this.#standing.refused.some((it) => it.commandId === commandId && it.code === code);
    if (known) return;
    this.#say(`${command} for ${subject} was refused: ${code}`);
    this.#standing = { ...this.#standing, refused: [...this.#standing.refused, refused].slice(-REFUSED_KEPT) };
  }

  async #keep(standing: Partial<Standing>): Promise<void> {
    this.#standing = { ...this.#standing, ...standing };
    await this.parts.checkpoint.save(this.#standing);
  }

  #scanAfter(milliseconds: number): void {
    this.#timer();
    if (this.#stopped) return;
    this.#timer = this.parts.timers.after(milliseconds, () => {
      this.#alone(() => this.#scan()).then(
        () => this.#scanAfter(SCAN_EVERY_MS),
        (error: unknown) => this.#rest(error instanceof Error ? error : new Error(String(error))),
      );
    });
  }

  /** Something failed: what was not dealt with comes again, after a pause that grows. */
  #rest(error: Error): void {
    if (this.#stopped) return;
    if (this.#failure?.error !== error.message)
      this.#say(`broke off after position ${this.#standing.position}: ${error.message}`);
    this.#failure = { error: error.message, since: this.#failure?.since ?? this.parts.clock.now() };
    this.#timer();
    const ended = this.#subscription?.stop() ?? Promise.resolve();
    this.#subscription = undefined;
    const pause = this.#pause;
    this.#pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    void ended.then(() => {
      if (!this.#stopped) this.#timer = this.parts.timers.after(pause, () => this.start());
    });
  }

  #well(): void {
    this.#pause = FIRST_PAUSE_MS;
    this.#failure = undefined;
  }

  #say(what: string): void {
    this.parts.log(`The process ${this.process.name}: ${what}`);
  }
}
