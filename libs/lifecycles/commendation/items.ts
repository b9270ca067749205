import { derivedId, personal, type Personal } from '#kernel';

/** Giấy khen and Bằng khen (Luật Thi đua, khen thưởng 2022, Art. 9). */
export type CommendationForm = 'CERTIFICATE_OF_COMMENDATION' | 'CERTIFICATE_OF_MERIT';

/** A body, a person, or a household (Art. 2 and 3). */
export type RecipientKind = 'COLLECTIVE' | 'INDIVIDUAL' | 'HOUSEHOLD';

/** Who is to receive: a body by its plain name, or a natural person or household by a sealed one. */
export interface Recipient {
  readonly kind: RecipientKind;
  readonly collective?: {
    /** Set when it is a unit of the roster. */
    readonly unit?: string;
    readonly name: string;
  };
  readonly person?: {
    /** The subject id of the person, or of the one the household is registered under; else a lasting reference of the unit's own. */
    readonly ref: string;
    readonly name: Personal;
  };
}

/** What is proposed for one recipient. The achievement belongs to the dossier's cycle. */
export interface ItemDraft {
  /** Set when an item that stands in the dossier is revised. */
  readonly item?: string;
  readonly recipient: Recipient;
  readonly form: CommendationForm;
  /** The model the achievement was made with. */
  readonly model: string;
  /** What was achieved, without the name or any particular of a person. */
  readonly achievement: string;
}

/** An item as it stands in a dossier. */
export interface ProposedItem extends ItemDraft {
  readonly item: string;
  readonly fingerprint: string;
  /** The model is kept from publication, and with it what is said here. */
  readonly restricted: boolean;
}

/** One spelling for each collective: the letters, without case and surplus spaces. */
export const plainName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');

/** True when a recipient is a body or a person, as its kind says. */
export const isWhole = ({ kind, collective, person }: Recipient): boolean =>
  kind === 'COLLECTIVE'
    ? collective !== undefined && person === undefined
    : person !== undefined && collective === undefined;

/** The recipient with the name under the person's own key, so that destroying that one key erases it in every dossier. */
export function underOwnKey(recipient: Recipient): Recipient {
  const { person } = recipient;
  return person && 'clear' in person.name
    ? { ...recipient, person: { ...person, name: personal(person.ref, person.name.clear) } }
    : recipient;
}

/** Who receives, in one word; a collective without an identity of its own belongs to the proposing unit. */
export function recipientKey({ kind, collective, person }: Recipient, unit: string): string {
  if (kind !== 'COLLECTIVE') return derivedId(kind, person?.ref ?? '');
  return collective?.unit === undefined
    ? derivedId(kind, unit, plainName(collective?.name ?? ''))
    : derivedId(kind, collective.unit);
}

/**
 * What tells one achievement from another: recipient, model and cycle. The form is left out, so that a Giấy khen and a
 * Bằng khen for one achievement meet (Art. 5: no several commendations or forms for one achievement).
 */
export const fingerprintOf = (recipient: Recipient, model: string, unit: string, year: number): string =>
  derivedId('achievement', recipientKey(recipient, unit), model, year);

/** The natural person whose award an item is, if it is one's. */
export const personIn = ({ recipient }: ItemDraft): string | undefined => recipient.person?.ref;
