import { localDateOf } from '#calendar';
import type { EventMeta, Recorded } from '#kernel';
import type { CancellationGround, CommendationEvent, Level } from './events.js';

/** The life of what was granted to one recipient. Dates are civil dates. */
export interface Award {
  readonly level: Level;
  /** The day of the granting document: from then on the award is valid. */
  readonly validFrom: string;
  /** The day from which it is valid no more; absent while it has not been cancelled. */
  readonly validTo?: string;
  readonly conferredOn?: string;
  readonly paid?: { readonly amount: number; readonly on: string };
  readonly published: boolean;
  readonly cancelled?: CancellationGround;
  /** The day of the cancelling document. */
  readonly cancelledOn?: string;
  readonly recovery?: 'DUE' | 'RECOVERED' | 'UNRECOVERABLE';
}

/** The events that only touch awards. */
export type AwardEvent = Extract<
  CommendationEvent,
  {
    type:
      | 'AwardConferred'
      | 'AwardMoneyPaid'
      | 'DecisionPublished'
      | 'PublicationRetracted'
      | 'CommendationCancelled'
      | 'AwardObjectRecovered'
      | 'AwardObjectUnrecoverable';
  }
>;

/** The civil day from which an act is true: its paper's, or else its own. */
export const dayOf = ({ document, occurredAt }: Pick<EventMeta, 'document' | 'occurredAt'>): string =>
  document?.signedOn ?? localDateOf(occurredAt);

/** True when an event is about an item's award. */
export function concerns(event: AwardEvent, item: string): boolean {
  switch (event.type) {
    case 'AwardConferred':
    case 'PublicationRetracted':
      return event.data.items.includes(item);
    case 'DecisionPublished':
      return event.data.items.some((it) => it.item === item);
    default:
      return event.data.item === item;
  }
}

/** The award after an event that concerns it. */
export function evolveAward(award: Award, { event, meta }: Pick<Recorded<AwardEvent>, 'event' | 'meta'>): Award {
  switch (event.type) {
    case 'AwardConferred':
      return { ...award, conferredOn: event.data.on };
    case 'AwardMoneyPaid':
      return { ...award, paid: { amount: event.data.amount, on: event.data.on } };
    case 'DecisionPublished':
      return { ...award, published: true };
    case 'PublicationRetracted':
      return { ...award, published: false };
    case 'CommendationCancelled':
      return {
        ...cancelled(award, meta),
        cancelled: event.data.ground,
        ...(event.data.toRecover && { recovery: 'DUE' }),
      };
    case 'AwardObjectRecovered':
      return { ...award, recovery: 'RECOVERED' };
    case 'AwardObjectUnrecoverable':
      return { ...award, recovery: 'UNRECOVERABLE' };
    default:
      return event satisfies never;
  }
}

/** Valid until the document that cancels it, or until the day that this document names; never until before it began. */
function cancelled(award: Award, meta: EventMeta): Award {
  const cancelledOn = dayOf(meta);
  const validTo = meta.effectiveFrom === undefined ? cancelledOn : localDateOf(meta.effectiveFrom);
  return { ...award, cancelledOn, validTo: validTo < award.validFrom ? award.validFrom : validTo };
}
