import type { StreamReader } from './read-scope.js';
import type { SignatureCapacity } from './record/envelope.js';
import type { Text } from './text.js';

/** How the unit an actor acts for stands to the unit a case is about. */
export type Reach =
  /** The case is about the actor's own unit. */
  | 'ownUnit'
  /** The case is about another unit: nobody handles a dossier of the own unit. */
  | 'otherUnits'
  /** The case is about the unit that leads the campaign, and the actor is from another one. */
  | 'leadUnit'
  /** Any unit, or no unit at all. */
  | 'anyUnit';

/** A role over a reach: one way to be competent for a command. */
export interface Competence {
  readonly role: string;
  readonly over: Reach;
  /** The role's name for people. */
  readonly label?: Text;
}

/** A role that a subject holds at a unit, own or delegated, over the half-open time from `from` to `to`. */
export interface Grant {
  readonly id: string;
  readonly role: string;
  readonly unit: string;
  readonly from: string;
  readonly to?: string;
  /** Set when the power is delegated: whose it is, and by which delegation. */
  readonly onBehalfOf?: string;
  readonly capacity?: SignatureCapacity;
  /** The commands a delegation is limited to; all of the role's when absent. */
  readonly commands?: readonly string[];
}

/** Who is competent: answered from the log, never from the token. Whatever is read goes through the reader that is given. */
export interface Authority {
  /** Every grant of the subject, past and present; a delegated one only while the delegator holds the role. */
  grantsOf(subject: string, streams: StreamReader): Promise<readonly Grant[]>;
  /** The unit that leads a campaign; undefined outside campaigns. */
  leadUnit(campaign: string | undefined, streams: StreamReader): Promise<string | undefined>;
}

/** True when a grant is in force at an instant. */
export const inForce = (grant: Grant, at: string): boolean => grant.from <= at && (!grant.to || at < grant.to);

/** What a reach asks of the units that a case is about. */
interface ReachRule {
  readonly about: 'anything' | 'ownUnit' | 'someUnit' | 'leadUnit';
  /** It keeps out everybody who belongs to a unit of the case, whatever power is used. */
  readonly keepsOwnOut: boolean;
}

/** Who reaches which cases: read here, and by whoever asks a database instead. */
export const REACHES: Readonly<Record<Reach, ReachRule>> = {
  ownUnit: { about: 'ownUnit', keepsOwnOut: false },
  otherUnits: { about: 'someUnit', keepsOwnOut: true },
  leadUnit: { about: 'leadUnit', keepsOwnOut: true },
  anyUnit: { about: 'anything', keepsOwnOut: false },
};

/** True when a reach keeps out everybody who belongs to a unit of the case, whatever power is used. */
export const keepsOwnOut = (over: Reach): boolean => REACHES[over].keepsOwnOut;

/** True when a grant reaches a case about these units. */
export function reaches(
  grant: Pick<Grant, 'unit'>,
  over: Reach,
  caseUnits: readonly string[],
  leadUnit: string | undefined,
): boolean {
  const own = caseUnits.includes(grant.unit);
  const { about, keepsOwnOut: othersOnly } = REACHES[over];
  if (othersOnly && own) return false;
  switch (about) {
    case 'anything':
      return true;
    case 'ownUnit':
      return own;
    case 'someUnit':
      return caseUnits.length > 0;
    case 'leadUnit':
      return leadUnit !== undefined && caseUnits.includes(leadUnit);
    default:
      return about satisfies never;
  }
}
