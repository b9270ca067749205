import { inForce, isRefusal, type Loaded, type Refusal } from '#kernel';
import { ownGrants, type AccessState } from '#lifecycles/access';
import type { CampaignState } from '#lifecycles/campaign';
import type { AppointPanel, ReplacePanelist, Seat } from './commands.js';
import { conflictOf, type Surroundings } from './conflict.js';
import { due, type Context, type Decision } from './decide.js';
import type { AppointedMember } from './events.js';
import { evaluationRefusals } from './refusals.js';
import { scoringMembers, type ExistingEvaluation, type PanelMember } from './state.js';

/** What appointing somebody looks at. */
export interface Appointing extends Surroundings {
  readonly members: readonly Loaded<AccessState>[];
  readonly campaign: Loaded<CampaignState>;
}

type Path = readonly string[];

/** The seat with the unit of the role it rests on, or why the person cannot take it. */
function seated(seat: Seat, state: ExistingEvaluation, { now, occurredAt }: Context, reads: Appointing, path: Path): AppointedMember | Refusal {
  const access = reads.members.find((it) => it.id === seat.subject);
  const grant = access && ownGrants(access.state).find((it) => it.role === 'PANELIST' && inForce(it, now) && inForce(it, occurredAt));
  if (!access || !grant) return evaluationRefusals.notPanelist({}, path);
  const ground = conflictOf(access, state, reads, now);
  if (ground) return evaluationRefusals.memberConflicted({ ground }, path);
  if (seat.lead && !mayLead(grant.unit, state, reads.campaign.state)) return evaluationRefusals.leadNotFromOffice({}, path);
  return { subject: seat.subject, unit: grant.unit, lead: seat.lead };
}

/** The campaign's lead unit does not have its own model judged under its own lead: the coordinating unit leads that panel. */
const mayLead = (unit: string, { unit: owner }: ExistingEvaluation, campaign: CampaignState): boolean =>
  campaign.status === 'none' || owner !== campaign.leadUnit || unit === campaign.coordinatingUnit;

export function appointPanel({ members }: AppointPanel, state: ExistingEvaluation, context: Context, reads: Appointing): Decision {
  const minimum = context.policy.panel.minimumMembers;
  if (members.length < minimum) return evaluationRefusals.panelTooSmall({ members: members.length, minimum }, ['members']);
  if (new Set(members.map((it) => it.subject)).size < members.length) return evaluationRefusals.memberTwice({}, ['members']);
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
  return { type: 'PanelOpened', data: { round: state.round + 1, openedAt: context.now, dueAt: due('panelScoring', context, state.year) } };
}

export const declareRecusal = (_command: unknown, _state: ExistingEvaluation, { actor }: Context): Decision => ({ type: 'RecusalDeclared', data: { subject: actor.subject } });

/** Only an empty seat is filled: its holder was recused, or has not scored and is said to be absent. */
export function replacePanelist({ subject, by }: ReplacePanelist, state: ExistingEvaluation, context: Context, reads: Appointing): Decision {
  const leaving = state.panel.members.find((it) => it.subject === subject && it.replacedBy === undefined);
  if (!leaving) return evaluationRefusals.seatUnknown({}, ['subject']);
  if (!leaving.recused && hasScored(state, leaving)) return evaluationRefusals.hasScored({}, ['subject']);
  if (state.panel.members.some((it) => it.subject === by)) return evaluationRefusals.memberTwice({}, ['by']);
  const seat = seated({ subject: by, lead: leaving.lead }, state, context, reads, ['by']);
  return isRefusal(seat) ? seat : { type: 'PanelistReplaced', data: { subject, by: seat } };
}

/** Scores of a round that has been set aside keep nobody on the panel. */
const hasScored = ({ status, scores }: ExistingEvaluation, { subject }: PanelMember): boolean => status === 'scoring' && scores.some((it) => it.subject === subject);
