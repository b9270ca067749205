import type { Prose } from '#kernel';
import type { Award } from './award.js';
import type { CouncilVote, OpinionGiven } from './events.js';
import type { ProposedItem } from './items.js';

/** Where an item of a dossier stands. `GRANTED`, `REFUSED` and `WITHDRAWN` are final. */
export type ItemOutcome = 'PENDING' | 'GRANTED' | 'REFUSED' | 'RETURNED' | 'WITHDRAWN';

/** One recipient's part of a dossier. */
export interface Item extends ProposedItem {
  readonly outcome: ItemOutcome;
  /** It left the unit's hands with this achievement, which no other dossier takes meanwhile. */
  readonly sent?: true;
  /** What the last appraisal said; absent before it. */
  readonly eligible?: boolean;
  readonly award?: Award;
}

/** Another body that was asked, and what it answered. */
export interface Opinion {
  readonly body: string;
  readonly dueAt: string;
  readonly opinion?: OpinionGiven | 'DEEMED_GIVEN';
}

/** What was put right about a decision after it was taken. */
export interface Correction {
  /** The item that was amended; none where an erratum is about the document as a whole. */
  readonly item?: string;
  readonly text: Prose;
  /** The civil day of the correcting document. */
  readonly on: string;
}

/** Everything known of a dossier that exists. */
export interface DossierFacts {
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly items: readonly Item[];
  readonly opinions: readonly Opinion[];
  /** The council's last vote, as far as it still stands. */
  readonly vote?: CouncilVote;
  readonly corrections: readonly Correction[];
  readonly timesReturned: number;
  /** The subjects who prepared, revised or sent it, or for whom that was done. */
  readonly proposers: readonly string[];
  /** It has left the unit's own hands at least once: submitted, or decided there. */
  readonly sent: boolean;
  /** Exclusive instant by which the awaited step is due. */
  readonly dueAt?: string;
}

type In<Status extends string> = DossierFacts & { readonly status: Status };

/** Where a dossier stands, and what is known of it there. */
export type CommendationState =
  | { readonly status: 'none' }
  | In<'prepared'>
  | In<'submitted'>
  | In<'received'>
  | In<'returned'>
  | In<'appraised'>
  | In<'opinionRequested'>
  | In<'councilReviewed'>
  | In<'submittedForDecision'>
  | In<'returnedByDecider'>
  | In<'decided'>
  | In<'withdrawn'>;
/** A dossier that has been prepared. */
export type Dossier = Exclude<CommendationState, { status: 'none' }>;

/** Items that nobody has finally decided on. */
export const openItems = (state: DossierFacts): readonly Item[] =>
  state.items.filter((it) => it.outcome === 'PENDING' || it.outcome === 'RETURNED');

/** True while something in it is kept from publication. */
export const isRestrictedDossier = (state: DossierFacts): boolean => state.items.some((it) => it.restricted);

/** The council has said yes to every open item as it now stands. */
export const voteStands = (state: DossierFacts): boolean =>
  state.vote?.passed === true && openItems(state).every((it) => state.vote?.items.includes(it.item));

/** The bodies that were asked and have not answered. */
export const unanswered = ({ opinions }: DossierFacts): readonly Opinion[] =>
  opinions.filter((it) => it.opinion === undefined);

/** An item whose award was granted. */
export type Awarded = Item & { readonly award: Award };

/** True when an item was granted and its award has not been cancelled. */
const awardStands = (item: Item): item is Awarded => item.award !== undefined && item.award.cancelled === undefined;

/** The items whose awards stand. */
export const standingAwards = ({ items }: Pick<DossierFacts, 'items'>): readonly Awarded[] => items.filter(awardStands);

/** The items whose awards were cancelled and whose objects are still to be brought back. */
export const awardsToRecover = ({ items }: Pick<DossierFacts, 'items'>): readonly Awarded[] =>
  items.filter((it): it is Awarded => it.award?.recovery === 'DUE');

/** Some items changed, the others as they are. */
export const changeItems = <S extends Dossier>(
  state: S,
  chosen: (item: Item) => boolean,
  change: (item: Item) => Item,
): S => ({
  ...state,
  items: state.items.map((it) => (chosen(it) ? change(it) : it)),
});
