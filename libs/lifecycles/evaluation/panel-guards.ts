import type { ContentGuard, Guard, Loaded } from '#kernel';
import type { AccessState } from '#lifecycles/access';
import type { CampaignState } from '#lifecycles/campaign';
import type { ReopenEvaluation } from './commands.js';
import { conflictOf, conflictRefusal, type Surroundings } from './conflict.js';
import { mayLead } from './panel-lead.js';
import { evaluationRefusals } from './refusals.js';
import { scoringMembers, type ExistingEvaluation } from './state.js';

/** One of those who can score leads the panel; that of the lead unit's own model comes from the coordinating unit. */
export const panelHasLead: Guard<ExistingEvaluation, { readonly campaign: Loaded<CampaignState> }> = {
  rule: 'panelHasLead',
  check: (state, { campaign }) => {
    const leads = scoringMembers(state).filter((it) => it.lead);
    const [lead] = leads;
    if (lead === undefined || leads.length > 1) return evaluationRefusals.leadNotOne({ leads: leads.length });
    return mayLead(lead.unit, state, campaign.state)
      ? { leads: 1, unit: lead.unit }
      : evaluationRefusals.leadNotFromOffice();
  },
};

/** Whoever acts sits on the panel and has not been recused. */
export const sitsOnPanel: Guard<ExistingEvaluation, unknown> = {
  rule: 'sitsOnPanel',
  check: ({ panel }, _reads, { actor }) => {
    const seat = panel.members.find((it) => it.subject === actor.subject && it.replacedBy === undefined);
    if (!seat) return evaluationRefusals.notMember();
    return seat.recused ? evaluationRefusals.recusedFromScoring() : { subject: seat.subject, unit: seat.unit };
  },
};

/** A panel member may look at the models of the own panel only; officials at any. */
export const visitsOwnCase: Guard<ExistingEvaluation, unknown> = {
  rule: 'visitsOwnCase',
  check: (state, reads, at) =>
    at.actor.role === 'PANELIST' ? sitsOnPanel.check(state, reads, at) : { role: at.actor.role },
};

/** Nothing has come up since the appointment that stands against whoever scores: a move, a merger, a part in the dossier. */
export const scorerIsFree: Guard<
  ExistingEvaluation,
  Surroundings & { readonly members: readonly Loaded<AccessState>[] }
> = {
  rule: 'scorerIsFree',
  check: (state, reads, { actor, now }) => {
    const member = reads.members.find((it) => it.id === actor.subject);
    if (!member) return evaluationRefusals.notMember();
    const ground = conflictOf(member, state, reads, now);
    return ground ? conflictRefusal(ground) : { subject: actor.subject };
  },
};

const hasScore = ({ scores }: ExistingEvaluation, subject: string): boolean =>
  scores.some((it) => it.subject === subject);

/** Whoever acts has no score in the present round. */
export const hasNotScored: Guard<ExistingEvaluation, unknown> = {
  rule: 'hasNotScored',
  check: (state, _reads, { actor }) =>
    hasScore(state, actor.subject) ? evaluationRefusals.alreadyScored() : { round: state.round },
};

/** Whoever acts has a score in the present round. */
export const hasScored: Guard<ExistingEvaluation, unknown> = {
  rule: 'hasScored',
  check: (state, _reads, { actor }) =>
    hasScore(state, actor.subject) ? { round: state.round } : evaluationRefusals.noScore(),
};

/** Only those who have sat on the panel can be found in conflict. */
export const conflictedSatOnPanel: ContentGuard<ExistingEvaluation, unknown, ReopenEvaluation> = {
  rule: 'conflictedSatOnPanel',
  checkContent: ({ conflicted }, { panel }) =>
    conflicted.every((subject) => panel.members.some((it) => it.subject === subject))
      ? { conflicted: [...conflicted] }
      : evaluationRefusals.conflictedUnknown({}, ['conflicted']),
};
