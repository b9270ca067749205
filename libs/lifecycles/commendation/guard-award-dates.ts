import { localDateOf } from '#calendar';
import { futureRefusal, refusals, type ContentGuard, type DecideContext, type Facts, type Refusal } from '#kernel';
import type { ConferAward } from './commands.js';
import { unpublished, type AboutItem, type Facing } from './guard-award.js';
import { commendationRefusals as refuse } from './refusals.js';
import { standingAwards } from './state.js';

/** What is recorded of an award has happened. */
export const dayHasCome: ContentGuard<unknown, unknown, { readonly on: string }> = {
  rule: 'dayHasCome',
  checkContent: ({ on }, _state, _reads, { now }) => futureRefusal(on, localDateOf(now), ['on']) ?? { on },
};

/** What an act about awards builds on: the civil day of the decision, by item. */
type Days<C> = (command: C, state: Facing) => readonly string[];

/** An award's acts follow the decision on its item: other parts of the dossier may be decided later, and do not count. */
const after = <C>(days: Days<C>): ContentGuard<Facing, unknown, C> => ({
  rule: 'datedAfterDecision',
  checkContent: (command, state, _reads, context) => {
    const last = [...days(command, state)].sort().at(-1);
    return last === undefined ? {} : datedAfter(last, command, context);
  },
});

function datedAfter(last: string, command: unknown, { document, occurredAt }: DecideContext<unknown>): Facts | Refusal {
  const on = (command as { readonly on?: string }).on;
  if (on !== undefined && on < last) return refuse.dateBeforeDecision({ on, decided: last }, ['on']);
  if (document && document.signedOn < last)
    return refusals.signedBeforeLastStep({ signedOn: document.signedOn, last }, ['document', 'signedOn']);
  const date = localDateOf(occurredAt);
  return date < last ? refusals.datedBeforeLastAct({ date, last }, ['occurredAt']) : { decided: last };
}

const grantOf = (items: readonly string[], state: Facing): readonly string[] =>
  state.items.filter((it) => items.includes(it.item)).flatMap(({ award }) => award?.validFrom ?? []);

/** Dated after the decision that granted the award. */
export const afterGrant = after<AboutItem>(({ item }, state) => grantOf([item], state));

/** Dated after the decisions that granted each of the awards. */
export const afterGrants = after<ConferAward>(({ items }, state) => grantOf(items, state));

/** Dated after the first decision of the dossier that still stands: it may be about any of them. */
export const afterFirstGrant = after<unknown>((_command, state) =>
  standingAwards(state)
    .map(({ award }) => award.validFrom)
    .sort()
    .slice(0, 1),
);

/** Dated after every decision that is to be published. */
export const afterUnpublishedGrants = after<unknown>((_command, state) =>
  unpublished(state).map(({ award }) => award.validFrom),
);

/** Dated after the decision that cancelled the award. */
export const afterCancellation = after<AboutItem>(({ item }, state) =>
  state.items.filter((it) => it.item === item).flatMap(({ award }) => award?.cancelledOn ?? []),
);
