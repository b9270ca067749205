import { PERSON, YEAR, type Job, type Rule } from './rules.js';

/** Commands that meet, by what is tried. */
export interface Scenario {
  readonly name: string;
  readonly jobs: readonly Job[];
}

const TARGET_OF: Partial<Record<Rule, string>> = { freeze: YEAR, close: YEAR, hold: PERSON };

const job = (
  process: string,
  rule: Rule,
  target = TARGET_OF[rule] ?? `${rule}-${process}`,
  command = `${rule}-${process}`,
): Job => ({
  process,
  rule,
  target,
  command,
});

/** Two that exclude each other, and all that may come between. */
export const SCENARIOS = {
  rivals: { name: 'two take one', jobs: [job('a', 'take'), job('b', 'take')] },
  threeRivals: {
    name: 'three take one, two of them for one target',
    jobs: [job('a', 'take', 't'), job('b', 'take', 't'), job('c', 'take')],
  },
  same: {
    name: 'one command is carried out by two processes, beside a rival',
    jobs: [job('a', 'take', 't', 'same'), job('b', 'take', 't', 'same'), job('c', 'take')],
  },
  sameOfBothKinds: {
    name: 'one command is carried out by two processes, with fences of both kinds',
    jobs: [job('a', 'grant', 'g', 'same'), job('b', 'grant', 'g', 'same'), job('c', 'hold')],
  },
  givenBack: {
    name: 'what was taken is given back and taken by another',
    jobs: [job('a', 'take', 't'), job('b', 'giveBack', 't'), job('c', 'take')],
  },
  closing: {
    name: 'a year freezes and closes while work begins',
    jobs: [job('a', 'work'), job('b', 'work'), job('c', 'freeze'), job('d', 'close')],
  },
  grants: {
    name: 'two grants of one achievement, a hold, a freeze',
    jobs: [job('a', 'grant'), job('b', 'grant'), job('c', 'hold'), job('d', 'freeze')],
  },
  oneProcess: {
    name: 'two commands in one process, one in another',
    jobs: [job('a', 'take'), job('a', 'grant'), job('b', 'freeze')],
  },
} as const satisfies Readonly<Record<string, Scenario>>;

/** All of them. */
export const ALL_SCENARIOS: readonly Scenario[] = Object.values(SCENARIOS);

/** Commands that come alone, when all is over: each ends, and is refused by a rule only. */
export const AFTERWARDS: readonly Job[] = [
  job('probe', 'take'),
  job('probe', 'work'),
  job('probe', 'grant'),
  job('probe', 'freeze'),
  job('probe', 'close'),
  job('probe', 'hold'),
];
