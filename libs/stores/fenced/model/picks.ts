import type { Option, Pick } from './run.js';

/** The number of choices from which picks are made. */
export const CHOICES = 100;

/** Of a hundred choices so many let the process of the choice before go on, and so many more let any go on. */
const ON = 45;
const PEACEFUL = 78;

/**
 * Picks by numbers below `CHOICES`; when they are used up, what happens where nothing goes wrong. Processes mostly go on for
 * a while: what one of them does in the midst of another's rest is seldom seen otherwise.
 */
export function picksBy(choices: readonly number[]): Pick {
  const left = [...choices];
  let process = '';
  const pick: Pick = (options) => {
    const choice = left.shift();
    if (choice === undefined) return options[0];
    const peaceful = options.filter(isPeaceful);
    const same = choice < ON ? peaceful.find((it) => processOf(it) === process) : undefined;
    const among = choice < PEACEFUL ? peaceful : options.filter((it) => !isPeaceful(it));
    return same ?? among[choice % among.length] ?? options[0];
  };
  return (options) => {
    const option = pick(options);
    process = processOf(option) ?? process;
    return option;
  };
}

const isPeaceful = (option: Option): boolean => option.does === 'go' && option.way === 'go';

const processOf = (option: Option): string | undefined => (option.does === 'go' ? option.point.process : undefined);

/** Choices that follow from a seed. */
export function choicesOf(seed: number, count: number): readonly number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % CHOICES;
  });
}

/** What befalls a process at one of its calls. */
export const MISHAPS = [
  'dies before',
  'dies after',
  'sleeps before',
  'sleeps after',
  'sleeps, its answer lost',
  'sleeps, its call lost',
] as const;

/** One of these mishaps. */
export type Mishap = (typeof MISHAPS)[number];

/**
 * Picks so that one process goes alone to its call of that number, meets with a mishap there, and lies still until all others
 * have ended, the grace long over; then it goes on, if it lives.
 * @param call from 0
 * @param onMishap told when the process came so far
 */
export function mishapAt(process: string, call: number, mishap: Mishap, onMishap: () => void): Pick {
  let calls = 0;
  let phase: 'coming' | 'dying' | 'lying' = 'coming';
  return (options) => {
    const own = options.find((it) => it.does === 'go' && it.point.process === process);
    const others = options.find((it) => it.does === 'go' && it.point.process !== process) ?? options[0];
    if (phase === 'dying') {
      phase = 'lying';
      return { does: 'kill', process };
    }
    if (phase === 'lying' || own?.does !== 'go') return others;
    calls += 1;
    if (calls <= call) return own;
    onMishap();
    phase = mishap === 'dies after' ? 'dying' : 'lying';
    if (mishap === 'dies before') return { does: 'kill', process };
    return options.find((it) => it.does === 'go' && it.point === own.point && it.way === WAYS[mishap]) ?? others;
  };
}

const WAYS = {
  'dies after': 'hold',
  'sleeps before': undefined,
  'sleeps after': 'hold',
  'sleeps, its answer lost': 'lose',
  'sleeps, its call lost': 'drop',
} as const;
