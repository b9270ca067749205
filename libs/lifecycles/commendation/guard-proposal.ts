import { streamName, type ContentGuard, type Facts, type Guard, type Refusal, type ValuesOf } from '#kernel';
import type { ReviseDossier } from './commands.js';
import type { achievementsTaken } from './questions/index.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type DossierFacts, type Item } from './state.js';

/** What the views answer about achievements that other dossiers hold. */
export interface WithTaken {
  readonly taken: readonly ValuesOf<(typeof achievementsTaken)['answers']>[];
}

/** A revision touches open items only, each once; after a decider's answer it adds none. */
export const itemsMayBeRevised: ContentGuard<DossierFacts & { readonly status: string }, unknown, ReviseDossier> = {
  rule: 'itemsMayBeRevised',
  checkContent: ({ items, removed }, state) => {
    const named = [...items.flatMap(({ item }) => item ?? []), ...removed];
    const open = openItems(state).map((it) => it.item);
    const unknown = named.find((it) => !open.includes(it));
    if (unknown !== undefined) return refuse.itemUnknown({ item: unknown }, ['items']);
    const twice = named.find((it, index) => named.indexOf(it) !== index);
    if (twice !== undefined) return refuse.itemTwice({ item: twice }, ['items']);
    const closed = open.length < state.items.length || state.status === 'returnedByDecider';
    const added = items.length - (named.length - removed.length);
    return closed && added > 0
      ? refuse.onlyReturned({}, ['items'])
      : { open: open.length, touched: named.length, added };
  },
};

/** No other dossier holds an achievement of this one (Art. 5). */
export const achievementsAreFree: Guard<DossierFacts, WithTaken> = {
  rule: 'achievementsAreFree',
  check: (state, { taken }) => free(openItems(state), taken),
};

/** The number of achievements, none of them held by another dossier, or the refusal. */
export function free(items: readonly Item[], taken: WithTaken['taken']): Facts | Refusal {
  const fingerprints = items.map((it) => it.fingerprint);
  const dossiers = taken.filter((it) => fingerprints.includes(it.fingerprint)).map((it) => it.dossier);
  return dossiers.length > 0
    ? refuse.achievementTaken(
        dossiers.map((it) => streamName('commendation', it)),
        { dossiers: [...new Set(dossiers)] },
      )
    : { achievements: items.length };
}
