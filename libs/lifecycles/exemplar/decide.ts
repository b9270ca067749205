import { localDateOf } from '#calendar';
import type { DecideContext, Guard, Loaded, Refusal } from '#kernel';
import { commendationRefusals, effectiveRefusal, isWhole, underOwnKey, type Recipient } from '#lifecycles/commendation';
import type { EvaluationState } from '#lifecycles/evaluation';
import type { ModelState } from '#lifecycles/model';
import type { RecogniseExemplar } from './commands.js';
import type { ExemplarEvent } from './events.js';
import type { Exemplar } from './state.js';

type Context = DecideContext<unknown>;
type Decision = ExemplarEvent | Refusal;

/** What an exemplar's standing rests on. */
export interface Source {
  readonly evaluation: Loaded<EvaluationState>;
  readonly model: Loaded<ModelState>;
}

/** Nobody recognises, ends or restores a title of one's own. */
const ownTitle = ({ person }: Recipient, { subject, onBehalfOf }: Context['actor']): Refusal | undefined =>
  person && (person.ref === subject || person.ref === onBehalfOf) ? commendationRefusals.ownDossier() : undefined;

/** The title is not the actor's own. */
export const notOwnTitle: Guard<Exemplar, unknown> = {
  rule: 'notOwnTitle',
  check: ({ recipient }, _reads, { actor }) => ownTitle(recipient, actor) ?? { kind: recipient.kind },
};

/** The model is found effective in the title's cycle. */
export const modelIsEffective: Guard<Exemplar, Source> = {
  rule: 'modelIsEffective',
  check: ({ model, year }, { evaluation }) => effectiveRefusal(model, year, [evaluation]) ?? { model, year },
};

/** A withdrawn title comes back only by being restored, with its history. */
export function recogniseExemplar(
  { type: _type, ...title }: RecogniseExemplar,
  _state: unknown,
  { actor }: Context,
  { evaluation, model }: Source,
): Decision {
  const { campaign, unit, year, recipient } = title;
  if (!isWhole(recipient)) return commendationRefusals.recipientUnsound({}, ['recipient']);
  const { state } = model;
  if (state.status === 'none' || state.unit !== unit || state.campaign !== campaign)
    return commendationRefusals.modelNotOwn({ model: title.model }, ['model']);
  const refused = ownTitle(recipient, actor) ?? effectiveRefusal(title.model, year, [evaluation]);
  return (
    refused ?? {
      type: 'ExemplarRecognised',
      data: { ...title, recipient: underOwnKey(recipient), restricted: state.restricted },
    }
  );
}

export const withdrawStatus = (_command: unknown, _state: Exemplar, { occurredAt }: Context): Decision => ({
  type: 'ExemplarStatusWithdrawn',
  data: { on: localDateOf(occurredAt) },
});

export const restoreExemplar = (_command: unknown, _state: Exemplar, { occurredAt }: Context): Decision => ({
  type: 'ExemplarRestored',
  data: { on: localDateOf(occurredAt) },
});
