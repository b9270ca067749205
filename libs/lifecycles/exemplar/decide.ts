import type { Loaded } from '#kernel';
import type { ModelState } from '#lifecycles/model';
import type { RecogniseExemplar } from './commands.js';
import type { ExemplarEvent } from './events.js';

/** A withdrawn title comes back only by being restored, with its history. */
export const recogniseExemplar = (
  { type: _type, ...title }: RecogniseExemplar,
  _state: unknown,
  _context: unknown,
  { model }: { readonly model: Loaded<ModelState> },
): ExemplarEvent => ({ type: 'ExemplarRecognised', data: { ...title, restricted: isKeptBack(model.state) } });

/** A model that is not known is kept from publication. */
const isKeptBack = (model: ModelState): boolean => model.status === 'none' || model.restricted;

export const withdrawStatus = (): ExemplarEvent => ({ type: 'ExemplarStatusWithdrawn', data: {} });

export const restoreExemplar = (): ExemplarEvent => ({ type: 'ExemplarRestored', data: {} });
