import { fenceStream, type FenceUse, type Json } from '#kernel';

/** Commands of a small world whose rules span streams. */
export type Rule = 'take' | 'giveBack' | 'work' | 'grant' | 'hold' | 'freeze' | 'close';

/** One command, carried out by one process. Two with the same command and target are the same command sent twice. */
export interface Job {
  readonly command: string;
  readonly rule: Rule;
  readonly target: string;
  readonly process: string;
}

/** A fence that a rule passes. */
export interface Use {
  readonly stream: string;
  readonly use: FenceUse;
  readonly fact?: Json;
}

/** The fences of the world, its year and its recipient. */
export const ACHIEVEMENT = fenceStream('achievement', 'a1');
const CYCLE = fenceStream('cycle', 'c1.2026');
const RECIPIENT = fenceStream('recipient', 'p1');
export const YEAR = 'year-1';
export const PERSON = 'person-1';

/** The fences that a command passes. */
export function usesOf({ rule, target }: Pick<Job, 'rule' | 'target'>): readonly Use[] {
  switch (rule) {
    case 'take':
      return [{ stream: ACHIEVEMENT, use: 'exclusive', fact: target }];
    case 'giveBack':
      return [{ stream: ACHIEVEMENT, use: 'exclusive', fact: null }];
    case 'work':
      return [{ stream: CYCLE, use: 'shared' }];
    case 'grant':
      return [
        { stream: ACHIEVEMENT, use: 'exclusive', fact: target },
        { stream: RECIPIENT, use: 'shared' },
        { stream: CYCLE, use: 'shared' },
      ];
    case 'hold':
      return [{ stream: RECIPIENT, use: 'exclusive' }];
    case 'freeze':
    case 'close':
      return [{ stream: CYCLE, use: 'exclusive' }];
    default:
      return rule satisfies never;
  }
}

/** What the rules look at. */
export interface World {
  /** The target that holds the achievement. */
  readonly holder: Json;
  readonly year: 'open' | 'closing' | 'closed';
  readonly held: boolean;
  /** There is work in the year. */
  readonly works: boolean;
}

/** The world before anything happened. */
export const UNTOUCHED: World = { holder: null, year: 'open', held: false, works: false };

/** What happens on a command; undefined when it is refused. */
export const decide = ({ rule, target }: Pick<Job, 'rule' | 'target'>, world: World): string | undefined =>
  DECIDERS[rule](world, target);

const DECIDERS: { readonly [R in Rule]: (world: World, target: string) => string | undefined } = {
  take: ({ holder }) => (holder === null ? 'Taken' : undefined),
  giveBack: ({ holder }, target) => (holder === target ? 'GivenBack' : undefined),
  work: ({ year }) => (year === 'open' ? 'WorkOpened' : undefined),
  grant: ({ holder, year, held }) => (holder === null && year === 'open' && !held ? 'Granted' : undefined),
  hold: ({ held }) => (held ? undefined : 'HoldPlaced'),
  freeze: ({ year }) => (year === 'open' ? 'YearFreezing' : undefined),
  close: ({ year, works }) => (year === 'closing' ? (works ? 'YearReopened' : 'YearClosed') : undefined),
};

/** The world after an event of a target. */
export function evolve(world: World, { type, stream }: { readonly type: string; readonly stream: string }): World {
  switch (type) {
    case 'Taken':
      return { ...world, holder: stream };
    case 'GivenBack':
      return { ...world, holder: null };
    case 'Granted':
      return { ...world, holder: stream, works: true };
    case 'WorkOpened':
      return { ...world, works: true };
    case 'HoldPlaced':
      return { ...world, held: true };
    case 'YearFreezing':
      return { ...world, year: 'closing' };
    case 'YearReopened':
      return { ...world, year: 'open' };
    case 'YearClosed':
      return { ...world, year: 'closed' };
    default:
      return world;
  }
}
