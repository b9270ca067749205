import type { DecideContext, Loaded, Refusal } from '#kernel';
import { commendationRefusals, registeredAs, type WithRegister } from '#lifecycles/commendation';
import type { ModelState } from '#lifecycles/model';
import type { RecogniseExemplar } from './commands.js';
import type { ExemplarEvent } from './events.js';

/** A withdrawn title comes back only by being restored, with its history. */
export function recogniseExemplar(
  { type: _type, ...title }: RecogniseExemplar,
  _state: unknown,
  { now }: DecideContext<unknown>,
  { model, ...register }: WithRegister & { readonly model: Loaded<ModelState> },
): ExemplarEvent | Refusal {
  const recipient = registeredAs(title.recipient, now, register);
  if (!recipient) return commendationRefusals.recipientUnsound({}, ['recipient']);
  return { type: 'ExemplarRecognised', data: { ...title, recipient, restricted: isKeptBack(model.state) } };
}

/** A model that is not known is kept from publication. */
const isKeptBack = (model: ModelState): boolean => model.status === 'none' || model.restricted;

export const withdrawStatus = (): ExemplarEvent => ({ type: 'ExemplarStatusWithdrawn', data: {} });

export const restoreExemplar = (): ExemplarEvent => ({ type: 'ExemplarRestored', data: {} });
