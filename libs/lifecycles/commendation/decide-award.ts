import { localDateOf } from '#calendar';
import { isRefusal, type Refusal } from '#kernel';
import type {
  AmendDecision,
  CancelCommendation,
  ConferAward,
  DeclareObjectUnrecoverable,
  IssueErratum,
  RecordAwardMoney,
  RecoverAwardObject,
} from './commands.js';
import type { Award } from './award.js';
import { documentTypeRefusal } from './decide-appraisal.js';
import type { Context, Decision } from './decide-proposal.js';
import type { CommendationEvent } from './events.js';
import { awardStands, isRestricted, type WithModels } from './guards.js';
import { isWhole, underOwnKey, type Recipient } from './items.js';
import { commendationRefusals as refuse } from './refusals.js';
import type { Dossier, Item } from './state.js';

type Awarded = Item & { readonly award: Award };

/** The item's award while it stands, or the refusal. */
function standing(state: Dossier, item: string): Awarded | Refusal {
  const found = state.items.find((it) => it.item === item);
  return found?.award && awardStands(found)
    ? { ...found, award: found.award }
    : refuse.awardUnknown({ item }, ['item']);
}

const futureRefusal = (on: string, { now }: Context): Refusal | undefined =>
  on > localDateOf(now) ? refuse.dateFuture({ on }, ['on']) : undefined;

export function conferAward({ items, on }: ConferAward, state: Dossier, context: Context): Decision {
  if (items.length === 0) return refuse.noItems({}, ['items']);
  for (const [index, item] of items.entries()) {
    if (items.indexOf(item) !== index) return refuse.itemTwice({ item }, ['items']);
    const found = standing(state, item);
    if (isRefusal(found)) return found;
    if (found.award.conferredOn !== undefined) return refuse.alreadyConferred({ item }, ['items']);
  }
  return futureRefusal(on, context) ?? { type: 'AwardConferred', data: { items, on } };
}

export function recordAwardMoney({ item, amount, on }: RecordAwardMoney, state: Dossier, context: Context): Decision {
  const found = standing(state, item);
  if (isRefusal(found)) return found;
  if (!Number.isSafeInteger(amount) || amount <= 0) return refuse.amountUnsound({}, ['amount']);
  if (found.award.paid) return refuse.alreadyPaid({ item }, ['item']);
  return futureRefusal(on, context) ?? { type: 'AwardMoneyPaid', data: { item, amount, on } };
}

/** Tells the public what was granted since the last time; what rests on a restricted model stays inside. */
export function publishDecision(
  _command: unknown,
  state: Dossier,
  _context: Context,
  { models }: WithModels,
): Decision {
  const fresh = state.items.filter((it) => awardStands(it) && it.award?.published === false);
  if (fresh.length === 0) return refuse.nothingToPublish();
  const restricted = fresh.find((it) => isRestricted(models.find(({ id }) => id === it.model)));
  if (restricted) return refuse.modelRestricted({ model: restricted.model });
  return {
    type: 'DecisionPublished',
    data: { year: state.year, items: fresh.map(({ item, form, recipient }) => ({ item, form, recipient })) },
  };
}

/** A slip of form is put right by a letter (NĐ 30/2020/NĐ-CP, Art. 18). */
export const issueErratum = ({ correction }: IssueErratum, _state: Dossier, context: Context): Decision =>
  documentTypeRefusal('CV', context) ?? { type: 'DecisionErratumIssued', data: { correction } };

/** Only who decided, or a higher authority, touches a decision: a head of unit never the city's. */
const authorityRefusal = ({ level }: Award, { actor }: Context): Refusal | undefined =>
  level === 'CITY' && actor.role === 'UNIT_HEAD' ? refuse.notDeciding() : undefined;

/** The same person, household or unit; of a collective without an identity the name is what may be amended. */
const isSame = (one: Recipient, other: Recipient): boolean =>
  one.kind === other.kind && one.person?.ref === other.person?.ref && one.collective?.unit === other.collective?.unit;

export function amendDecision(
  { item, amendment, recipient }: AmendDecision,
  state: Dossier,
  context: Context,
): Decision {
  const found = standing(state, item);
  if (isRefusal(found)) return found;
  if (!isWhole(recipient)) return refuse.recipientUnsound({}, ['recipient']);
  if (!isSame(recipient, found.recipient)) return refuse.recipientChanged({}, ['recipient']);
  return (
    authorityRefusal(found.award, context) ??
    documentTypeRefusal('QĐ', context) ?? {
      type: 'DecisionAmended',
      data: { item, amendment, recipient: underOwnKey(recipient) },
    }
  );
}

/** Annuls an award on one of the four lawful grounds; what was handed over is to be recovered, what was published retracted. */
export function cancelCommendation(
  { item, ground }: CancelCommendation,
  state: Dossier,
  context: Context,
): Decision | readonly CommendationEvent[] {
  const found = standing(state, item);
  if (isRefusal(found)) return found;
  const refused = authorityRefusal(found.award, context) ?? documentTypeRefusal('QĐ', context);
  if (refused) return refused;
  const { conferredOn, paid, published } = found.award;
  const cancelled: CommendationEvent = {
    type: 'CommendationCancelled',
    data: { item, ground, toRecover: conferredOn !== undefined || paid !== undefined },
  };
  return published ? [cancelled, { type: 'PublicationRetracted', data: { items: [item] } }] : cancelled;
}

/** The award whose object is still to be brought back. */
const dueFor = (state: Dossier, item: string): Award | undefined =>
  state.items.find((it) => it.item === item && it.award?.recovery === 'DUE')?.award;

export function recoverAwardObject({ item, on }: RecoverAwardObject, state: Dossier, context: Context): Decision {
  const due = dueFor(state, item);
  if (!due) return refuse.nothingToRecover({ item }, ['item']);
  return (
    authorityRefusal(due, context) ?? futureRefusal(on, context) ?? { type: 'AwardObjectRecovered', data: { item, on } }
  );
}

export function declareUnrecoverable({ item }: DeclareObjectUnrecoverable, state: Dossier): Decision {
  return dueFor(state, item)
    ? { type: 'AwardObjectUnrecoverable', data: { item } }
    : refuse.nothingToRecover({ item }, ['item']);
}
