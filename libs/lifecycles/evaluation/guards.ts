import type { Guard, Loaded } from '#kernel';
import type { AccessState } from '#lifecycles/access';
import type { CampaignState } from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { RegistrationState } from '#lifecycles/registration';
import { conflictOf, conflictRefusal, type Surroundings } from './conflict.js';
import { mayLead } from './panel-lead.js';
import { evaluationRefusals } from './refusals.js';
import { scoringMembers, type Conclusion, type ExistingEvaluation } from './state.js';

type Concluded = ExistingEvaluation & { readonly conclusion: Conclusion };

/** The registration still stands: neither merged with another nor given up. */
export const registrationStands: Guard<ExistingEvaluation, { readonly registration: Loaded<RegistrationState> }> = {
  rule: 'registrationStands',
  check: ({ year }, { registration }) =>
    registration.state.status === 'accepted'
      ? { registration: registration.id }
      : evaluationRefusals.registrationNotAccepted({ year, status: registration.state.status }),
};

/** The unit has evaluated itself, or the time it had for that is over. */
export const selfEvaluationIsIn: Guard<ExistingEvaluation, unknown> = {
  rule: 'selfEvaluationIsIn',
  check: ({ status, dueAt }, _reads, { now }) =>
    status === 'planned' && dueAt !== undefined && now < dueAt
      ? evaluationRefusals.selfEvaluationAwaited({ dueAt })
      : { status },
};

/** The unit has no self-evaluation in. */
export const selfEvaluationIsOpen: Guard<ExistingEvaluation, unknown> = {
  rule: 'selfEvaluationIsOpen',
  check: ({ status, selfEvaluation }) => (selfEvaluation ? evaluationRefusals.selfEvaluationIn() : { status }),
};

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
    return seat.recused ? evaluationRefusals.recusedFromScoring() : { subject: seat.subject };
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
    const ground = member && conflictOf(member, state, reads, now);
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

/** Every member who can score has done so. */
export const allHaveScored: Guard<ExistingEvaluation, unknown> = {
  rule: 'allHaveScored',
  check: (state) => {
    const missing = scoringMembers(state).filter((it) => !hasScore(state, it.subject)).length;
    return missing > 0
      ? evaluationRefusals.scoresMissing({ missing })
      : { scores: state.scores.length, round: state.round };
  },
};

/** The unit may still object to the result in force, which it has not done before. */
export const objectionIsOpen: Guard<Concluded, unknown> = {
  rule: 'objectionIsOpen',
  check: ({ conclusion, objections, setAside }, _reads, { now }) => {
    const before = conclusion.objectionsBefore;
    if (now >= before) return evaluationRefusals.objectionTooLate({ before });
    const answered = objections.some((it) => it.round === conclusion.round && it.lodgedAt >= conclusion.concludedAt);
    return answered
      ? evaluationRefusals.objectionAnswered()
      : { before, round: conclusion.round, setAside: setAside.length };
  },
};

/** The model has gone to another unit than the one the evaluation names. */
export const modelHasMoved: Guard<ExistingEvaluation, { readonly model: Loaded<ModelState> }> = {
  rule: 'modelHasMoved',
  check: ({ unit: from }, { model: { state } }) =>
    state.status !== 'none' && state.unit !== from
      ? { from, to: state.unit }
      : evaluationRefusals.notMoved({ unit: from }),
};
