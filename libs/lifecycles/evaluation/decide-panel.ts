import { inForce, isRefusal, type Loaded, type Refusal } from '#kernel';
import { ownGrants, type AccessState } from '#lifecycles/access';
import type { CampaignState } from '#lifecycles/campaign';
import type { AppointPanel, ReplacePanelist, Seat } from './commands.js';
import { conflictOf, conflictRefusal, type Surroundings } from './conflict.js';
import type { ConflictGround } from './conflict-grounds.js';
import { due, type Context, type Decision } from './decide.js';
import type { AppointedMember } from './events.js';
import { mayLead } from './panel-lead.js';
import { evaluationRefusals } from './refusals.js';
import { scoringMembers, type ExistingEvaluation, type PanelMember } from './state.js';

/** What appointing somebody looks at. */
export interface Appointing extends Surroundings {
  readonly members: readonly Loaded<AccessState>[];
  readonly campaign: Loaded<CampaignState>;
}

type Path = readonly string[];

/** The seat with the unit of the role it rests on, or why the person cannot take it. */
function seated(
  seat: Seat,
  state: ExistingEvaluation,
  { now, occurredAt }: Context,
  reads: Appointing,
  path: Path,
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

export function appointPanel(
  { members }: AppointPanel,
  state: ExistingEvaluation,
  context: Context,
  reads: Appointing,
): Decision {
  const minimum = context.policy.panel.minimumMembers;
  if (members.length < minimum)
    return evaluationRefusals.panelTooSmall({ members: members.length, minimum }, ['members']);
  if (new Set(members.map((it) => it.subject)).size < members.length)
    return evaluationRefusals.memberTwice({}, ['members']);
  const leads = members.filter((it) => it.lead).length;
  if (leads !== 1) return evaluationRefusals.leadNotOne({ leads }, ['members']);
  const seats = members.map((seat, at) => seated(seat, state, context, reads, ['members', String(at), 'subject']));
  const refusal = seats.find(isRefusal);
  return refusal ?? { type: 'PanelAppointed', data: { members: seats.flatMap((it) => (isRefusal(it) ? [] : [it])) } };
}

export function openPanel(_command: unknown, state: ExistingEvaluation, context: Context): Decision {
  const members = scoringMembers(state).length;
  const minimum = context.policy.panel.minimumMembers;
  if (members < minimum) return evaluationRefusals.panelTooSmall({ members, minimum });
  return {
    type: 'PanelOpened',
    data: { round: state.round + 1, openedAt: context.now, dueAt: due('panelScoring', context, state.year) },
  };
}

export const declareRecusal = (_command: unknown, _state: ExistingEvaluation, { actor }: Context): Decision => ({
  type: 'RecusalDeclared',
  data: { subject: actor.subject },
});

/** A seat is filled whose holder was recused, is in conflict now, may lead no longer, or has not scored and is said to be absent. */
export function replacePanelist(
  { subject, by }: ReplacePanelist,
  state: ExistingEvaluation,
  context: Context,
  reads: Appointing,
): Decision {
  const leaving = state.panel.members.find((it) => it.subject === subject && it.replacedBy === undefined);
  if (!leaving) return evaluationRefusals.seatUnknown({}, ['subject']);
  const conflict = leaving.recused ? undefined : conflictNow(leaving, state, context, reads);
  const free =
    leaving.recused || conflict !== undefined || (leaving.lead && !mayLead(leaving.unit, state, reads.campaign.state));
  if (!free && hasScored(state, leaving)) return evaluationRefusals.hasScored({}, ['subject']);
  if (state.panel.members.some((it) => it.subject === by)) return evaluationRefusals.memberTwice({}, ['by']);
  const seat = seated({ subject: by, lead: leaving.lead }, state, context, reads, ['by']);
  return isRefusal(seat)
    ? seat
    : { type: 'PanelistReplaced', data: { subject, by: seat, ...(conflict && { conflict }) } };
}

/** What stands against a member at this moment. */
function conflictNow(
  { subject }: PanelMember,
  state: ExistingEvaluation,
  { now }: Context,
  reads: Appointing,
): ConflictGround | undefined {
  const access = reads.members.find((it) => it.id === subject);
  return access && conflictOf(access, state, reads, now);
}

/** Scores of a round that has been set aside keep nobody on the panel. */
const hasScored = ({ status, scores }: ExistingEvaluation, { subject }: PanelMember): boolean =>
  status !== 'reopened' && scores.some((it) => it.subject === subject);
