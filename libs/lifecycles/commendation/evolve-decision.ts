import type { EventMeta, Recorded } from '#kernel';
import { dayOf } from './award.js';
import type { CommendationEvent, Grant, ItemReason } from './events.js';
import { changeItems, type Dossier, type ItemOutcome } from './state.js';

type DecisionEvent = Extract<
  CommendationEvent,
  { type: 'CommendationGranted' | 'UnitCommendationGranted' | 'CommendationRefused' | 'DossierReturnedByDecider' }
>;

/** The dossier after a part of the deciding authority's answer. */
export function evolveDecision(
  state: Dossier,
  { event, meta }: Pick<Recorded<DecisionEvent>, 'event' | 'meta'>,
): Dossier {
  switch (event.type) {
    case 'CommendationGranted':
    case 'UnitCommendationGranted':
      return settled(granted(state, event.data, meta));
    case 'CommendationRefused':
      return settled(outcomes(state, event.data.items, 'REFUSED'));
    case 'DossierReturnedByDecider':
      return {
        ...settled({ ...outcomes(state, event.data.items, 'RETURNED'), timesReturned: state.timesReturned + 1 }),
        dueAt: event.data.dueAt,
      };
    default:
      return event satisfies never;
  }
}

const granted = (state: Dossier, { items, level }: Grant, meta: EventMeta): Dossier =>
  changeItems(
    { ...state, sent: true },
    (it) => items.some(({ item }) => item === it.item),
    (it) => ({
      ...it,
      outcome: 'GRANTED',
      award: { level, validFrom: dayOf(meta), published: false },
    }),
  );

const outcomes = (state: Dossier, items: readonly ItemReason[], outcome: ItemOutcome): Dossier =>
  changeItems(
    state,
    (it) => items.some(({ item }) => item === it.item),
    (it) => ({ ...it, outcome }),
  );

/** A dossier is decided once nothing of it has gone back. */
const settled = (state: Dossier): Dossier => ({
  ...state,
  status: state.items.some((it) => it.outcome === 'RETURNED') ? 'returnedByDecider' : 'decided',
  dueAt: undefined,
});
