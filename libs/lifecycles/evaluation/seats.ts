import { inForce, isRefusal, type ContentGuard, type Facts, type Loaded, type Refusal } from '#kernel';
import { ownGrants, type AccessState } from '#lifecycles/access';
import type { CampaignPolicy, CampaignState } from '#lifecycles/campaign';
import type { AppointPanel, ReplacePanelist, Seat } from './commands.js';
import type { ConflictGround } from './conflict-grounds.js';
import { conflictOf, conflictRefusal, type Surroundings } from './conflict.js';
import type { AppointedMember } from './events.js';
import { mayLead } from './panel-lead.js';
import { evaluationRefusals } from './refusals.js';
import type { PanelMember } from './parts.js';
import type { ExistingEvaluation } from './state.js';

/** What appointing somebody looks at. */
export interface Appointing extends Surroundings {
  readonly members: readonly Loaded<AccessState>[];
  readonly campaign: Loaded<CampaignState>;
}

/** When somebody is appointed. */
interface At {
  readonly now: string;
  readonly occurredAt: string;
}

/** The seat with the unit of the role it rests on, or why the person cannot take it. */
export function seated(
  seat: Seat,
  state: ExistingEvaluation,
  { now, occurredAt }: At,
  reads: Appointing,
  path: readonly string[] = [],
): AppointedMember | Refusal {
  const access = reads.members.find((it) => it.id === seat.subject);
  const grant =
    access &&
    ownGrants(access.state).find((it) => it.role === 'PANELIST' && inForce(it, now) && inForce(it, occurredAt));
  if (!access || !grant) return evaluationRefusals.notPanelist({}, path);
  const ground = conflictOf(access, state, reads, now);
  if (ground) return conflictRefusal(ground, path);
  if (seat.lead && !mayLead(grant.unit, state, reads.campaign.state))
    return evaluationRefusals.leadNotFromOffice({}, path);
  return { subject: seat.subject, unit: grant.unit, lead: seat.lead };
}

/** What stands against a member at this moment, unless the member has been recused already. */
export function conflictNow(
  subject: string,
  state: ExistingEvaluation,
  { now }: At,
  reads: Appointing,
): ConflictGround | undefined {
  const leaving = holderOf(state, subject);
  const access = reads.members.find((it) => it.id === subject);
  return access && leaving && !leaving.recused ? conflictOf(access, state, reads, now) : undefined;
}

/** The member whose seat nobody has taken over yet. */
export const holderOf = ({ panel }: ExistingEvaluation, subject: string): PanelMember | undefined =>
  panel.members.find((it) => it.subject === subject && it.replacedBy === undefined);

/** Enough members for the policy, each once, one of them in the lead. */
export const panelIsWellFormed: ContentGuard<ExistingEvaluation, unknown, AppointPanel, CampaignPolicy> = {
  rule: 'panelIsWellFormed',
  checkContent: ({ members: seats }, _state, _reads, { policy }) => {
    const members = seats.length;
    const minimum = policy.panel.minimumMembers;
    if (members < minimum) return evaluationRefusals.panelTooSmall({ members, minimum }, ['members']);
    if (new Set(seats.map((it) => it.subject)).size < members) return evaluationRefusals.memberTwice({}, ['members']);
    const leads = seats.filter((it) => it.lead).length;
    return leads === 1 ? { members, minimum, leads } : evaluationRefusals.leadNotOne({ leads }, ['members']);
  },
};

/** Everybody who is to be appointed is a panel member by role, and free of ties to the model. */
export const membersMaySit: ContentGuard<ExistingEvaluation, Appointing, AppointPanel> = {
  rule: 'membersMaySit',
  checkContent: ({ members }, state, reads, context) => {
    const seats = members.map((seat, at) => seated(seat, state, context, reads, ['members', String(at), 'subject']));
    const seatsTaken = seats.flatMap((it) => (isRefusal(it) ? [] : [{ ...it }]));
    return seats.find(isRefusal) ?? { seats: seatsTaken };
  },
};

/** A seat is free whose holder was recused, is in conflict now, may lead no longer, or has not scored and is said to be absent. */
export const seatMayBeFreed: ContentGuard<ExistingEvaluation, Appointing, ReplacePanelist> = {
  rule: 'seatMayBeFreed',
  checkContent: ({ subject }, state, reads, context): Facts | Refusal => {
    const leaving = holderOf(state, subject);
    if (!leaving) return evaluationRefusals.seatUnknown({}, ['subject']);
    if (leaving.recused) return { subject, because: 'RECUSED' };
    const conflict = conflictNow(subject, state, context, reads);
    if (conflict) return { subject, because: 'CONFLICT', conflict };
    if (leaving.lead && !mayLead(leaving.unit, state, reads.campaign.state))
      return { subject, because: 'MAY_NOT_LEAD' };
    return hasScored(state, subject)
      ? evaluationRefusals.hasScored({}, ['subject'])
      : { subject, because: 'HAS_NOT_SCORED' };
  },
};

/** Scores of a round that has been set aside keep nobody on the panel. */
const hasScored = ({ status, scores }: ExistingEvaluation, subject: string): boolean =>
  status !== 'reopened' && scores.some((it) => it.subject === subject);

/** Whoever takes a seat over has none, is a panel member by role, and free of ties to the model. */
export const successorMaySit: ContentGuard<ExistingEvaluation, Appointing, ReplacePanelist> = {
  rule: 'successorMaySit',
  checkContent: ({ subject, by }, state, reads, context) => {
    if (state.panel.members.some((it) => it.subject === by)) return evaluationRefusals.memberTwice({}, ['by']);
    const lead = holderOf(state, subject)?.lead ?? false;
    const seat = seated({ subject: by, lead }, state, context, reads, ['by']);
    return isRefusal(seat) ? seat : { ...seat };
  },
};
