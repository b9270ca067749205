import type { ContentGuard, Facts, Guard, Refusal } from '#kernel';
import type { ConferAward, RecordAwardMoney } from './commands.js';
import type { Level } from './events.js';
import { isRestricted, modelsOf, type WithModels } from './guard-models.js';
import { commendationRefusals as refuse } from './refusals.js';
import { awardsToRecover, standingAwards, type Awarded, type DossierFacts } from './state.js';

/** What guards of awards look at. */
export type Facing = Pick<DossierFacts, 'items'>;
/** A command about one item. */
export interface AboutItem {
  readonly item: string;
}

/** Something was granted and has not been cancelled. */
export const someAwardStands: Guard<Facing, unknown> = {
  rule: 'someAwardStands',
  check: (state) => {
    const awards = standingAwards(state).length;
    return awards > 0 ? { awards } : refuse.nothingGranted();
  },
};

/** The item has an award in force. */
export const awardIsInForce: ContentGuard<Facing, unknown, AboutItem> = {
  rule: 'awardIsInForce',
  checkContent: ({ item }, state) => inForce([item], state, ['item']),
};

/** Each of the items has an award in force. */
export const awardsAreInForce: ContentGuard<Facing, unknown, ConferAward> = {
  rule: 'awardIsInForce',
  checkContent: ({ items }, state) => inForce(items, state, ['items']),
};

function inForce(items: readonly string[], state: Facing, path: readonly string[]): Facts | Refusal {
  const standing = standingAwards(state).map((it) => it.item);
  const without = items.find((it) => !standing.includes(it));
  return without === undefined ? { items: [...items] } : refuse.awardUnknown({ item: without }, path);
}

const toConfer = (state: Facing): readonly Awarded[] =>
  standingAwards(state).filter(({ award }) => award.conferredOn === undefined);

/** Some award has not been conferred. */
export const someAwardIsToConfer: Guard<Facing, unknown> = {
  rule: 'someAwardIsToConfer',
  check: (state) => {
    const awards = toConfer(state).length;
    return awards > 0 ? { awards } : refuse.nothingToConfer();
  },
};

/** None of the awards has been conferred. */
export const awardsAreToConfer: ContentGuard<Facing, unknown, ConferAward> = {
  rule: 'awardsAreToConfer',
  checkContent: ({ items }, state) => {
    const open = toConfer(state).map((it) => it.item);
    const done = items.find((it) => !open.includes(it));
    return done === undefined ? { items: items.length } : refuse.alreadyConferred({ item: done }, ['items']);
  },
};

const toPay = (state: Facing): readonly Awarded[] => standingAwards(state).filter(({ award }) => !award.paid);

/** Some award's money has not been paid. */
export const someMoneyIsToPay: Guard<Facing, unknown> = {
  rule: 'someMoneyIsToPay',
  check: (state) => {
    const awards = toPay(state).length;
    return awards > 0 ? { awards } : refuse.nothingToPay();
  },
};

/** The award's money has not been paid. */
export const moneyIsToPay: ContentGuard<Facing, unknown, RecordAwardMoney> = {
  rule: 'moneyIsToPay',
  checkContent: ({ item }, state) =>
    toPay(state).some((it) => it.item === item) ? { item } : refuse.alreadyPaid({ item }, ['item']),
};

/** What was granted and has not been published. */
export const unpublished = (state: Facing): readonly Awarded[] =>
  standingAwards(state).filter(({ award }) => !award.published);

/** Something is left to publish. */
export const someAwardIsToPublish: Guard<Facing, unknown> = {
  rule: 'someAwardIsToPublish',
  check: (state) => {
    const awards = unpublished(state).length;
    return awards > 0 ? { awards } : refuse.nothingToPublish();
  },
};

/** Nothing that is to be published rests on a restricted model. */
export const modelsAreCleared: Guard<Facing, WithModels> = {
  rule: 'modelsAreCleared',
  check: (state, { models }) => {
    const named = modelsOf(unpublished(state));
    const restricted = named.find((it) => isRestricted(models.find(({ id }) => id === it)));
    return restricted === undefined ? { models: [...named] } : refuse.modelRestricted({ model: restricted });
  },
};

/** All awards of a dossier are of one level: a unit decides only before the dossier goes further. */
const levelOf = ([first]: readonly Awarded[]): Level => first?.award.level ?? 'CITY';

/** The erratum is the issuer's: the unit's head for the unit's own decision, the city for the city's. */
export const ofIssuer: Guard<Facing, unknown> = {
  rule: 'ofIssuer',
  check: (state, _reads, { actor }) => {
    const level = levelOf(standingAwards(state));
    return (level === 'UNIT') === (actor.role === 'UNIT_HEAD') ? { level } : refuse.notIssuer({ level });
  },
};

/** Only who decided, or a higher authority, touches a decision: a head of unit never the city's. */
export const byDecidingAuthority: Guard<Facing, unknown> = {
  rule: 'byDecidingAuthority',
  check: (state, _reads, { actor }) => notAbove(levelOf(standingAwards(state)), actor.role),
};

/** Only who decided, or a higher authority or an official, records what became of a cancelled award. */
export const recoveryByDecidingAuthority: Guard<Facing, unknown> = {
  rule: 'byDecidingAuthority',
  check: (state, _reads, { actor }) => notAbove(levelOf(awardsToRecover(state)), actor.role),
};

const notAbove = (level: Level, role: string): Facts | Refusal =>
  level === 'CITY' && role === 'UNIT_HEAD' ? refuse.notDeciding({ level }) : { level, role };

/** An award was cancelled and its object is still to be brought back. */
export const recoveryIsDue: Guard<Facing, unknown> = {
  rule: 'recoveryIsDue',
  check: (state) => {
    const due = awardsToRecover(state).map((it) => it.item);
    return due.length > 0 ? { due } : refuse.nothingToRecover();
  },
};

/** This award's object is still to be brought back. */
export const objectIsToRecover: ContentGuard<Facing, unknown, AboutItem> = {
  rule: 'objectIsToRecover',
  checkContent: ({ item }, state) =>
    awardsToRecover(state).some((it) => it.item === item) ? { item } : refuse.nothingToRecover({ item }, ['item']),
};
