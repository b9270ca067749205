import { derivedId, type Personal, type Prose } from '#kernel';
import { identityOf } from '#lifecycles/person';
import { recipientKey } from '#lifecycles/recipient';

/** Giấy khen and Bằng khen (Luật Thi đua, khen thưởng 2022, Art. 9). */
export type CommendationForm = 'CERTIFICATE_OF_COMMENDATION' | 'CERTIFICATE_OF_MERIT';

/** A body, a person, or a household (Art. 2 and 3). */
export type RecipientKind = 'COLLECTIVE' | 'INDIVIDUAL' | 'HOUSEHOLD';

/** Who is to receive, as it is proposed: by registered identities alone. */
export interface RecipientDraft {
  readonly kind: RecipientKind;
  /** A unit of the roster, or a collective that has been registered. */
  readonly collective?: { readonly unit?: string; readonly registered?: string };
  /** The person, or the one in whose name the household is registered. */
  readonly person?: Personal;
}

/** Who is to receive: a body, with the name under which it was registered then, or a natural person or household by a sealed one. */
export interface Recipient {
  readonly kind: RecipientKind;
  readonly collective?: {
    /** The unit itself; of a registered collective the one that answers for it. */
    readonly unit: string;
    /** Set when it is no unit of the roster. */
    readonly registered?: string;
    readonly name: string;
  };
  readonly person?: Personal;
}

/** What is proposed for one recipient. The achievement belongs to the dossier's cycle. */
export interface ItemDraft {
  /** Set when an item that stands in the dossier is revised. */
  readonly item?: string;
  readonly recipient: RecipientDraft;
  readonly form: CommendationForm;
  /** The model the achievement was made with. */
  readonly model: string;
  /** What was achieved; left out of a revision, it stays as it is. */
  readonly achievement?: Prose;
}

/** An item as it stands in a dossier. */
export interface ProposedItem extends ItemDraft {
  readonly item: string;
  readonly recipient: Recipient;
  readonly achievement: Prose;
  readonly fingerprint: string;
  /** The model is kept from publication, and with it what is said here. */
  readonly restricted: boolean;
}

/** True when a recipient is one body or a person, as its kind says. */
export function isWhole({ kind, collective, person }: RecipientDraft): boolean {
  if (kind !== 'COLLECTIVE') return person !== undefined && identityOf(person) !== '' && collective === undefined;
  const named = [collective?.unit, collective?.registered].filter((it) => it !== undefined);
  return named.length === 1 && person === undefined;
}

/** The natural person who is to receive, if it is one. */
export const personIn = ({ person }: RecipientDraft): string | undefined => person && identityOf(person);

/**
 * What tells one achievement from another: recipient, model and cycle. The form is left out, so that a Giấy khen and a
 * Bằng khen for one achievement meet (Art. 5: no several commendations or forms for one achievement).
 */
export const fingerprintOf = (recipient: RecipientDraft, model: string, year: number): string =>
  derivedId('achievement', recipient.kind, recipientKey(recipient), model, year);

/** The same body, person or household. */
export const isSame = (one: RecipientDraft, other: RecipientDraft): boolean =>
  one.kind === other.kind && recipientKey(one) === recipientKey(other);
