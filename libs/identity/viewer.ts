import { inForce, type Grant } from '#kernel';
import { isRole, type Role } from './roles.js';

/** Circles of readers. A row names the one it is for; the parties to a dossier always see it. */
export const AUDIENCES = ['PARTIES', 'AUTHORITIES', 'EVERYONE', 'STEWARDS'] as const;
/** `PARTIES` its own units only; `AUTHORITIES` those who handle or supervise; `EVERYONE` with a role; `STEWARDS` of access. */
export type Audience = (typeof AUDIENCES)[number];

/** What a reader may see, worked out from the grants in force. Every read goes through it, in SQL. */
export interface Viewer {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** The units whose dossiers are the viewer's own. */
  readonly units: readonly string[];
  readonly audiences: readonly Audience[];
  /** May see what is restricted outside its own unit (defence and security). */
  readonly seesRestricted: boolean;
  /** The grants in force, for work lists. */
  readonly grants: readonly Grant[];
}

const ALL: readonly Audience[] = ['PARTIES', 'AUTHORITIES', 'EVERYONE', 'STEWARDS'];
const HANDLING: readonly Audience[] = ['AUTHORITIES', 'EVERYONE'];

/** What each role reads beyond the dossiers it is a party to. A role that is not named reads nothing. */
const READS: Readonly<Record<Role, { readonly audiences: readonly Audience[]; readonly restricted: boolean }>> = {
  UNIT_CLERK: { audiences: ['EVERYONE'], restricted: false },
  UNIT_HEAD: { audiences: ['EVERYONE'], restricted: false },
  SNV_OFFICER: { audiences: HANDLING, restricted: true },
  SNV_LEADER: { audiences: [...HANDLING, 'STEWARDS'], restricted: true },
  PANELIST: { audiences: ['EVERYONE'], restricted: false },
  COUNCIL_SECRETARY: { audiences: HANDLING, restricted: true },
  VPUB: { audiences: HANDLING, restricted: true },
  UBND_DECIDER: { audiences: HANDLING, restricted: true },
  MTTQ_SUPERVISOR: { audiences: HANDLING, restricted: false },
  PUBLISHER: { audiences: ['EVERYONE'], restricted: false },
  INSPECTOR: { audiences: HANDLING, restricted: true },
  AUDITOR: { audiences: ALL, restricted: true },
  DPO: { audiences: [], restricted: false },
  SYSADMIN: { audiences: ['STEWARDS'], restricted: false },
  SYSTEM: { audiences: ALL, restricted: true },
};

/** Roles for which the unit's dossiers are their own. */
const OWNING: readonly Role[] = ['UNIT_CLERK', 'UNIT_HEAD'];

/**
 * What a subject may see at an instant.
 * @param grants every grant of the subject; those not in force count for nothing
 */
export function viewerOf(subject: string, grants: readonly Grant[], now: string): Viewer {
  const present = grants.filter((grant) => inForce(grant, now) && isRole(grant.role));
  const roles = [...new Set(present.map((grant) => grant.role as Role))];
  const owned = present.filter((grant) => OWNING.includes(grant.role as Role)).map((grant) => grant.unit);
  return {
    subject,
    roles,
    grants: present,
    units: [...new Set(owned)],
    audiences: [...new Set(roles.flatMap((role) => READS[role].audiences))],
    seesRestricted: roles.some((role) => READS[role].restricted),
  };
}
