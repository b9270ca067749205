import type {
  AmendDecision,
  CancelCommendation,
  ConferAward,
  DeclareObjectUnrecoverable,
  IssueErratum,
  RecordAwardMoney,
  RecoverAwardObject,
} from './commands.js';
import type { Context, Decision } from './decide-proposal.js';
import type { CommendationEvent } from './events.js';
import { unpublished } from './guard-award.js';
import { commendationRefusals as refuse } from './refusals.js';
import { renamedTo, type WithRegister } from './registered.js';
import type { Dossier } from './state.js';

/** Records when awards were handed over. */
export function conferAward({ items, on }: ConferAward): Decision {
  if (items.length === 0) return refuse.noItems({}, ['items']);
  const twice = items.find((it, index) => items.indexOf(it) !== index);
  return twice === undefined
    ? { type: 'AwardConferred', data: { items, on } }
    : refuse.itemTwice({ item: twice }, ['items']);
}

/** Records what was paid with an award. */
export const recordAwardMoney = ({ item, amount, on }: RecordAwardMoney): Decision =>
  Number.isSafeInteger(amount) && amount > 0
    ? { type: 'AwardMoneyPaid', data: { item, amount, on } }
    : refuse.amountUnsound({}, ['amount']);

/** Tells the public what was granted since the last time. */
export const publishDecision = (_command: unknown, state: Dossier): Decision => ({
  type: 'DecisionPublished',
  data: {
    year: state.year,
    items: unpublished(state).map(({ item, form, recipient }) => ({ item, form, recipient })),
  },
});

/** A slip of form is put right by a letter (NĐ 30/2020/NĐ-CP, Art. 18). */
export const issueErratum = ({ correction }: IssueErratum): Decision => ({
  type: 'DecisionErratumIssued',
  data: { correction },
});

/** Content is put right by another decision: of the recipient the registered name, never who it is. */
export function amendDecision(
  { item, amendment }: AmendDecision,
  { items }: Dossier,
  { now }: Context,
  register: WithRegister,
): Decision {
  const recipient = items.find((it) => it.item === item)?.recipient;
  const name = recipient && renamedTo(recipient, now, register);
  return { type: 'DecisionAmended', data: { item, amendment, ...(name !== undefined && { name }) } };
}

/** Annuls an award on one of the four lawful grounds: what was handed over is recovered, what was published retracted. */
export function cancelCommendation({ item, ground }: CancelCommendation, state: Dossier): readonly CommendationEvent[] {
  const award = state.items.find((it) => it.item === item)?.award;
  const toRecover = award?.conferredOn !== undefined || award?.paid !== undefined;
  const cancelled: CommendationEvent = { type: 'CommendationCancelled', data: { item, ground, toRecover } };
  return award?.published ? [cancelled, { type: 'PublicationRetracted', data: { items: [item] } }] : [cancelled];
}

/** The cancelled award's object or money is back. */
export const recoverAwardObject = ({ item, on }: RecoverAwardObject): Decision => ({
  type: 'AwardObjectRecovered',
  data: { item, on },
});

/** It will not come back. */
export const declareUnrecoverable = ({ item }: DeclareObjectUnrecoverable): Decision => ({
  type: 'AwardObjectUnrecoverable',
  data: { item },
});
