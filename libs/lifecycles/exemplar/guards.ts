import type { ActorRecord, ContentGuard, Guard, Loaded, Refusal } from '#kernel';
import {
  commendationRefusals as refuse,
  effectiveRefusal,
  isWhole,
  personIn,
  registeredAs,
  type RecipientDraft,
  type WithRegister,
} from '#lifecycles/commendation';
import type { EvaluationState } from '#lifecycles/evaluation';
import type { ModelState } from '#lifecycles/model';
import { noneHeld, noneIsDouble, recipientRefusals, type WithDoubles, type WithHolds } from '#lifecycles/recipient';
import type { RecogniseExemplar } from './commands.js';
import type { Exemplar } from './state.js';

/** What an exemplar's standing rests on. */
export interface Source {
  readonly evaluation: Loaded<EvaluationState>;
  readonly model: Loaded<ModelState>;
}

type OnRecognising = ContentGuard<unknown, Source, RecogniseExemplar>;

/** Nobody recognises, ends or restores a title of one's own: a person is known by identity. */
function ownTitle(recipient: RecipientDraft, { subject, onBehalfOf }: ActorRecord): Refusal | undefined {
  const person = personIn(recipient);
  return person !== undefined && (person === subject || person === onBehalfOf) ? refuse.ownDossier() : undefined;
}

/** The title is not the actor's own. */
export const notOwnTitle: Guard<Exemplar, unknown> = {
  rule: 'notOwnTitle',
  check: ({ recipient }, _reads, { actor }) => ownTitle(recipient, actor) ?? { kind: recipient.kind },
};

/** Whom the command names is not the actor. */
export const recognisesAnother: OnRecognising = {
  rule: 'notOwnTitle',
  checkContent: ({ recipient }, _state, _reads, { actor }) => ownTitle(recipient, actor) ?? { kind: recipient.kind },
};

/** The recipient is a body or a person, as its kind says. */
export const recipientIsWhole: OnRecognising = {
  rule: 'recipientIsWhole',
  checkContent: ({ recipient }) =>
    isWhole(recipient) ? { kind: recipient.kind } : refuse.recipientUnsound({}, ['recipient']),
};

/** The collective that it names is registered. */
export const recipientIsRegistered: ContentGuard<unknown, WithRegister, RecogniseExemplar> = {
  rule: 'recipientIsRegistered',
  checkContent: ({ recipient }, _state, register, { now }) =>
    registeredAs(recipient, now, register) ? { kind: recipient.kind } : recipientRefusals.unknown({}, ['recipient']),
};

/** Whoever is to be held up as an example is not on hold. */
export const namedIsNotHeld: ContentGuard<unknown, WithHolds, RecogniseExemplar> = {
  rule: 'recipientIsNotHeld',
  checkContent: ({ recipient }, _state, reads) => noneHeld([recipient], reads, ['recipient']),
};

/** Whoever is to be held up again is not on hold. */
export const recipientIsNotHeld: Guard<Exemplar, WithHolds> = {
  rule: 'recipientIsNotHeld',
  check: ({ recipient }, reads) => noneHeld([recipient], reads),
};

/** Whoever is to be held up again has not been joined to another person. */
export const recipientIsNoDouble: Guard<Exemplar, WithDoubles> = {
  rule: 'recipientIsNoDouble',
  check: ({ recipient }, reads) => noneIsDouble([recipient], reads),
};

/** The model is the unit's own, in the campaign that the command names. */
export const modelIsOwn: OnRecognising = {
  rule: 'modelIsOwn',
  checkContent: ({ campaign, unit, model: id }, _state, { model: { state } }) =>
    state.status === 'none' || state.unit !== unit || state.campaign !== campaign
      ? refuse.modelNotOwn({ model: id }, ['model'])
      : { model: id, unit },
};

/** The model that the command names is found effective in the title's cycle. */
export const namedModelIsEffective: OnRecognising = {
  rule: 'modelIsEffective',
  checkContent: ({ model, year }, _state, { evaluation }) =>
    effectiveRefusal(model, year, [evaluation]) ?? { model, year },
};

/** The model is found effective in the title's cycle. */
export const modelIsEffective: Guard<Exemplar, Source> = {
  rule: 'modelIsEffective',
  check: ({ model, year }, { evaluation }) => effectiveRefusal(model, year, [evaluation]) ?? { model, year },
};
