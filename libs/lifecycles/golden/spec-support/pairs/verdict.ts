import type { StoreKind } from './fork.js';
import { PlaceFiles } from './place-files.js';
import type { Pair } from './partners.js';
import type { Year } from './recorded-year.js';
import { ACCEPTED, atOnce, inEveryOrder, isBusy, isSame, type Ground, type Met, type Result } from './trial.js';

/** One time that a pair is to meet. */
export interface Planned {
  readonly pair: Pair;
  readonly store: StoreKind;
  readonly seed: string;
}

/** What became of a pair that met. */
export interface Verdict {
  readonly planned: Planned;
  /** They are sent to two dossiers, either alone is accepted, and one after the other one of them is not. */
  readonly interesting: boolean;
  /** It was not run: a command stayed busy. */
  readonly notRun: boolean;
  /** How often a command was told to come again before it was answered. */
  readonly busy: number;
  /** What is as in no order of the two, or breaks a rule. */
  readonly broken?: string;
}

/** What a pair leads to, one after the other. */
export interface Serial {
  readonly either: readonly Result[];
  readonly interesting: boolean;
}

/**
 * Lets pairs meet, place by place, and judges each by what they lead to one after the other.
 * @param serials what is known of that; grows
 */
export async function* verdictsOf(
  year: Year,
  plan: readonly Planned[],
  modules: Ground['modules'],
  serials = new Map<Pair, Serial>(),
): AsyncGenerator<Verdict> {
  const files = new PlaceFiles(
    year,
    plan.some(({ store }) => store === 'sqlite'),
  );
  const inOrder = plan.toSorted((one, other) => one.pair.place.before - other.pair.place.before);
  try {
    for (const planned of inOrder) {
      const { pair } = planned;
      await files.goTo(pair.place);
      const ground = { files, modules };
      const serial = serials.get(pair) ?? (await serialOf(ground, pair));
      serials.set(pair, serial);
      yield judged(planned, serial, await atOnce(ground, pair, planned));
    }
  } finally {
    files.close();
  }
}

/** Runs a pair one after the other, both ways. */
async function serialOf(ground: Ground, pair: Pair): Promise<Serial> {
  const either = await inEveryOrder(ground, pair);
  const [forth, back] = either;
  const alone = forth?.outcomes[0] === ACCEPTED && back?.outcomes[1] === ACCEPTED;
  const refused = forth?.outcomes[1] !== ACCEPTED || back?.outcomes[0] !== ACCEPTED;
  return { either, interesting: pair.crossing && alone && refused };
}

function judged(planned: Planned, { either, interesting }: Serial, met: Met): Verdict {
  const { busy, outcomes, breaches } = met;
  const notRun = outcomes.some(isBusy);
  const isSound = breaches.length === 0 && (notRun || either.some((it) => isSame(it, met)));
  const about = { planned, interesting, busy, notRun };
  if (isSound) return about;
  const expected = either.map((it) => it.outcomes.join('/')).join(' or ');
  return { ...about, broken: [`${outcomes.join('/')} instead of ${expected}`, ...breaches].join('; ') };
}
