import type { CancellationGround, CommendationEvent, Level } from './events.js';

/** The life of what was granted to one recipient. */
export interface Award {
  readonly level: Level;
  /** Civil dates. */
  readonly conferredOn?: string;
  readonly paid?: { readonly amount: number; readonly on: string };
  readonly published: boolean;
  readonly cancelled?: CancellationGround;
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
export function evolveAward(award: Award, event: AwardEvent): Award {
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
      return { ...award, cancelled: event.data.ground, ...(event.data.toRecover && { recovery: 'DUE' }) };
    case 'AwardObjectRecovered':
      return { ...award, recovery: 'RECOVERED' };
    case 'AwardObjectUnrecoverable':
      return { ...award, recovery: 'UNRECOVERABLE' };
    default:
      return event satisfies never;
  }
}
