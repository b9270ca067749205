import { attemptOf, entryIn, isFence, type FenceSettled, type StoredEvent } from '#kernel';
import { commandIn } from './handler.js';
import { decide, evolve, UNTOUCHED, usesOf, type Job, type Use } from './rules.js';
import type { Run } from './run.js';

/** What a run must never show; each sentence begins with the invariant's name. */
export function violationsIn(run: Run): readonly string[] {
  const facts = new Facts(run);
  return [
    ...facts.serial(),
    ...facts.entered(),
    ...facts.final(),
    ...facts.gaps(),
    ...facts.effects(),
    ...facts.looked(),
    ...facts.alone(),
    ...run.stuck.map(({ command, process }) => `ends: ${command} on ${process} does not`),
  ];
}

/** An entry with its place. */
type Placed = StoredEvent & { readonly entry: NonNullable<ReturnType<typeof entryIn>> };

const exclusiveOf = (job: Job): readonly Use[] => usesOf(job).filter(({ use }) => use === 'exclusive');

class Facts {
  readonly #effects: readonly StoredEvent[];
  readonly #entries: readonly Placed[];

  constructor(private readonly run: Run) {
    const commands = new Set(run.jobs.map(({ command }) => command));
    this.#effects = run.log.filter(
      ({ stream, metadata }) => !isFence(stream) && commands.has(commandIn(metadata) ?? ''),
    );
    this.#entries = run.log.flatMap((event) => {
      const entry = entryIn(event);
      return entry ? [{ ...event, entry }] : [];
    });
  }

  /** Every effect is what its rule gives in the world that the effects before it made: one step would have done the same. */
  serial(): string[] {
    let world = UNTOUCHED;
    return this.#effects.flatMap((effect) => {
      const due = decide(this.#jobOf(effect), world);
      world = evolve(world, effect);
      return due === effect.type
        ? []
        : [`serial: ${effect.type} in ${effect.stream}, where ${due ?? 'a refusal'} was due`];
    });
  }

  /** Every effect was entered before in each fence that it passed alone, on any store. */
  entered(): string[] {
    return this.#effects.flatMap((effect) =>
      exclusiveOf(this.#jobOf(effect)).flatMap(({ stream, use }) => {
        const entry = this.#entryOf(effect, stream);
        return entry?.entry.use === use && entry.position < effect.position
          ? []
          : [`entered: ${effect.stream} is not in ${stream}`];
      }),
    );
  }

  /** What is told of a try is so. */
  final(): string[] {
    const settled = this.run.log.filter(({ type }) => type === 'FenceSettled');
    return settled.flatMap(({ data }) => {
      const { committed, aborted } = JSON.parse(data) as FenceSettled['data'];
      return [...committed.map((it) => [it, true] as const), ...aborted.map((it) => [it, false] as const)]
        .filter(([attempt, isCommitted]) => this.#isCommitted(attempt) !== isCommitted)
        .map(([attempt]) => `final: ${attempt} is told to have ended otherwise`);
    });
  }

  /** Between where a fence was looked at and the entry of an effect nobody passed alone with effect. */
  gaps(): string[] {
    return this.#effects.flatMap((effect) => {
      const { seen } = JSON.parse(effect.data) as { seen: Record<string, number | 'noStream'> };
      return Object.entries(seen).flatMap(([fence, at]) => {
        const own = this.#entryOf(effect, fence);
        const between = this.#entries.filter(
          ({ stream, revision, entry }) =>
            stream === fence &&
            revision > (at === 'noStream' ? -1 : at) &&
            revision < (own?.revision ?? 0) &&
            entry.use === 'exclusive' &&
            this.#isCommitted(entry.attempt),
        );
        return between.map(({ entry }) => `gaps: ${effect.stream} passed ${fence} beside ${entry.target}`);
      });
    });
  }

  /** A command has one effect at most, and has it where it was accepted. */
  effects(): string[] {
    const counts = new Map<string, number>();
    for (const { metadata } of this.#effects) {
      const command = commandIn(metadata) ?? '';
      counts.set(command, (counts.get(command) ?? 0) + 1);
    }
    const twice = [...counts].filter(([, count]) => count > 1).map(([command]) => `effects: ${command} has two`);
    const lost = [...this.run.answers]
      .filter(([job, answer]) => (answer === 'accepted' || answer === 'repeated') && !counts.has(job.command))
      .map(([{ command }]) => `effects: ${command} was accepted and has none`);
    return [...twice, ...lost];
  }

  /** A look told what took effect up to where it looked, all of it and nothing else. */
  looked(): string[] {
    return this.run.looks.flatMap(({ stream, at, facts }) => {
      const due = this.#entries
        .filter((it) => it.stream === stream && it.revision <= (at === 'noStream' ? -1 : at))
        .filter(({ entry }) => entry.fact !== undefined && this.#isCommitted(entry.attempt))
        .map(({ entry }) => entry.fact);
      return JSON.stringify(due) === JSON.stringify(facts)
        ? []
        : [`looked: ${JSON.stringify(facts)} in ${stream} at ${at}, where ${JSON.stringify(due)} holds`];
    });
  }

  /** Who is alone gets to the end, and is refused by nothing but a rule, whatever the others left. */
  alone(): string[] {
    const { after, answers } = this.run;
    const isAfter = new Set(after.map(({ command }) => command));
    let world = this.#effects.filter((it) => !isAfter.has(commandIn(it.metadata) ?? '')).reduce(evolve, UNTOUCHED);
    return after.flatMap((job) => {
      const type = decide(job, world);
      if (type !== undefined) world = evolve(world, { type, stream: job.target });
      const [answer, due] = [answers.get(job), type === undefined ? 'refused' : 'accepted'];
      return answer === due ? [] : [`alone: ${job.command} is ${answer ?? 'not answered'}, where ${due} was due`];
    });
  }

  #jobOf({ metadata }: StoredEvent): Job {
    const job = this.run.jobs.find(({ command }) => command === commandIn(metadata));
    if (!job) throw new Error('An effect without a command');
    return job;
  }

  #entryOf(effect: StoredEvent, fence: string): Placed | undefined {
    return this.#entries.find(({ stream, entry }) => stream === fence && entry.attempt === attemptOf(effect));
  }

  #isCommitted(attempt: string): boolean {
    const entry = this.#entries.find((it) => it.entry.attempt === attempt)?.entry;
    const standing = this.run.log.find(({ stream, revision }) => stream === entry?.target && revision === entry.at);
    return standing !== undefined && attemptOf(standing) === attempt;
  }
}
