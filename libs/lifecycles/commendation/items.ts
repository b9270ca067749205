import { derivedId, type Personal, type PersonRef, type Prose } from '#kernel';
import { plainName } from '#lifecycles/unit';

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
  /** The person, or the one in whose name the household is registered. */
  readonly person?: Personal;
}

/** What is proposed for one recipient. The achievement belongs to the dossier's cycle. */
export interface ItemDraft {
  /** Set when an item that stands in the dossier is revised. */
  readonly item?: string;
  readonly recipient: Recipient;
  readonly form: CommendationForm;
  /** The model the achievement was made with. */
  readonly model: string;
  /** What was achieved; left out of a revision, it stays as it is. */
  readonly achievement?: Prose;
}

/** An item as it stands in a dossier. */
export interface ProposedItem extends ItemDraft {
  readonly item: string;
  readonly achievement: Prose;
  readonly fingerprint: string;
  /** The model is kept from publication, and with it what is said here. */
  readonly restricted: boolean;
}

/** A person's identity, whether the engine has put the registered name in its place yet or not. */
const identityOf = (person: Personal | PersonRef | undefined): string | undefined =>
  person && ('personRef' in person ? person.personRef : person.person);

/** True when a recipient is a body or a person, as its kind says. */
export const isWhole = ({ kind, collective, person }: Recipient): boolean =>
  kind === 'COLLECTIVE'
    ? collective !== undefined && person === undefined
    : identityOf(person) !== undefined && collective === undefined;

/** The natural person who is to receive, if it is one. */
export const personIn = ({ person }: Recipient): string | undefined => identityOf(person);

/**
 * Who receives, in one word: of a person the identity, never the name; a collective without an identity of its own
 * belongs to the proposing unit.
 */
export function recipientKey({ kind, collective, person }: Recipient, unit: string): string {
  if (kind !== 'COLLECTIVE') return derivedId(kind, identityOf(person) ?? '');
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

/** The same person, household or unit; of a collective without an identity the name is what may be amended. */
export const isSame = (one: Recipient, other: Recipient): boolean =>
  one.kind === other.kind &&
  identityOf(one.person) === identityOf(other.person) &&
  one.collective?.unit === other.collective?.unit;
