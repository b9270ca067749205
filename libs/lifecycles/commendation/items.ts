import { derivedId, type Personal } from '#kernel';

/** Giấy khen and Bằng khen (Luật Thi đua, khen thưởng 2022, Art. 9). */
export const FORMS = ['CERTIFICATE_OF_COMMENDATION', 'CERTIFICATE_OF_MERIT'] as const;
export type CommendationForm = (typeof FORMS)[number];

export const RECIPIENT_KINDS = ['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** A body: a unit of the roster, or a smaller one that is known by its name only. */
export interface CollectiveRecipient {
  readonly kind: 'COLLECTIVE';
  readonly unit?: string;
  readonly name: string;
}

/** A natural person, or a household by the person it is registered under. */
export interface PersonalRecipient {
  readonly kind: 'INDIVIDUAL' | 'HOUSEHOLD';
  /** The person's subject id where there is one, otherwise a reference of the unit's own. */
  readonly person: string;
  readonly name: Personal;
}

export type Recipient = CollectiveRecipient | PersonalRecipient;

/** What is proposed for one recipient. The achievement belongs to the dossier's cycle. */
export interface ItemDraft {
  /** Set when an item that stands in the dossier is revised. */
  readonly item?: string;
  readonly recipient: Recipient;
  readonly form: CommendationForm;
  /** The model the achievement was made with. */
  readonly model: string;
  /** What was achieved; sealed where it tells of a natural person. */
  readonly achievement: string | Personal;
}

/** An item as it stands in a dossier. */
export interface ProposedItem extends ItemDraft {
  readonly item: string;
  readonly fingerprint: string;
}

/** One spelling for each collective: the letters, without case and surplus spaces. */
const plainName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');

/** Who receives, in one word; a collective without an identity of its own belongs to the proposing unit. */
export function recipientKey(recipient: Recipient, unit: string): string {
  if (recipient.kind !== 'COLLECTIVE') return derivedId(recipient.kind, recipient.person);
  return recipient.unit === undefined ? derivedId('COLLECTIVE', unit, plainName(recipient.name)) : derivedId('COLLECTIVE', recipient.unit);
}

/**
 * What tells one achievement from another: recipient, model and cycle. The form is left out, so that a Giấy khen and a
 * Bằng khen for one achievement meet (Art. 5: no several commendations or forms for one achievement).
 */
export const fingerprintOf = (recipient: Recipient, model: string, unit: string, year: number): string =>
  derivedId('achievement', recipientKey(recipient, unit), model, year);

/** The natural person whose award an item is, if it is one's. */
export const personIn = ({ recipient }: ItemDraft): string | undefined => (recipient.kind === 'COLLECTIVE' ? undefined : recipient.person);
