import type { ContentGuard, Guard, Loaded } from '#kernel';
import { cycleIsNotClosed, cycleOf, rubricIn, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { RegistrationState } from '#lifecycles/registration';
import type { PlanEvaluation } from './commands.js';
import { objectableBefore, yetToScore } from './deadlines.js';
import type { EvaluationSubject } from './events.js';
import { evaluationRefusals } from './refusals.js';
import type { Conclusion } from './parts.js';
import { scoringMembers, type EvaluationState, type ExistingEvaluation } from './state.js';

type Concluded = ExistingEvaluation & { readonly conclusion: Conclusion };

/** What is read to plan an evaluation. */
export interface Planning {
  readonly campaign: Loaded<CampaignState>;
  readonly registration: Loaded<RegistrationState>;
  readonly model: Loaded<ModelState>;
}

/** The registration still stands: neither merged with another nor given up. */
export const registrationStands: Guard<EvaluationState, Pick<Planning, 'registration'>> = {
  rule: 'registrationStands',
  check: (_state, { registration }) =>
    registration.state.status === 'accepted'
      ? { registration: registration.id }
      : evaluationRefusals.registrationNotAccepted({ status: registration.state.status }),
};

/** The cycle of the registration is not closed: what was registered in time is evaluated also while the year is closing. */
export const registeredCycleIsNotClosed: Guard<EvaluationState, Planning> = {
  rule: 'cycleIsNotClosed',
  check: (_state, reads, at) => cycleIsNotClosed.check({ year: yearIn(reads) }, reads, at),
};

/** The cycle of the registration was opened with a rubric. */
export const cycleHasRubric: Guard<EvaluationState, Planning> = {
  rule: 'cycleHasRubric',
  check: (_state, reads) => {
    const judgedBy = rubricOf(reads.campaign.state, yearIn(reads));
    return judgedBy ? { rubric: judgedBy.rubric } : evaluationRefusals.rubricMissing({ year: yearIn(reads) });
  },
};

const yearIn = ({ registration: { state } }: Planning): number => (state.status === 'none' ? 0 : state.year);

/** The rubric that the cycle was opened with. */
export function rubricOf(
  campaign: CampaignState,
  year: number,
): Pick<EvaluationSubject, 'rubric' | 'criteria'> | undefined {
  const rubric = cycleOf(campaign, year)?.rubric;
  const criteria = campaign.status === 'none' || !rubric ? undefined : rubricIn(campaign, rubric)?.criteria;
  return rubric && criteria ? { rubric, criteria } : undefined;
}

/** The command names the model's present owner and the registration's campaign. */
export const agreesWithRegistration: ContentGuard<EvaluationState, Planning, PlanEvaluation> = {
  rule: 'agreesWithRegistration',
  checkContent: ({ unit, campaign }, _state, { model, registration }) => {
    const [owned, registered] = [model.state, registration.state];
    if (owned.status === 'none' || owned.unit !== unit) return evaluationRefusals.registrationDiffers({}, ['unit']);
    if (registered.status === 'none' || registered.campaign !== campaign)
      return evaluationRefusals.registrationDiffers({}, ['campaign']);
    return { unit, campaign };
  },
};

/** The unit has evaluated itself, or the time it had for that is over. */
export const selfEvaluationIsIn: Guard<ExistingEvaluation, unknown> = {
  rule: 'selfEvaluationIsIn',
  check: ({ status, dueAt }, _reads, { now }) =>
    status === 'planned' && dueAt !== undefined && now < dueAt
      ? evaluationRefusals.selfEvaluationAwaited({ dueAt })
      : { status, ...(status === 'planned' && dueAt !== undefined && { dueAt }) },
};

/** The unit has no self-evaluation in. */
export const selfEvaluationIsOpen: Guard<ExistingEvaluation, unknown> = {
  rule: 'selfEvaluationIsOpen',
  check: ({ status, selfEvaluation }) => (selfEvaluation ? evaluationRefusals.selfEvaluationIn() : { status }),
};

/** Every member who can score has done so. */
export const allHaveScored: Guard<ExistingEvaluation, unknown> = {
  rule: 'allHaveScored',
  check: (state) => {
    const { scores, round } = state;
    const missing = yetToScore(state).length;
    return missing > 0 ? evaluationRefusals.scoresMissing({ missing }) : { scores: scores.length, round };
  },
};

/** As many can score as the policy asks for. */
export const panelIsLargeEnough: Guard<ExistingEvaluation, unknown, CampaignPolicy> = {
  rule: 'panelIsLargeEnough',
  check: (state, _reads, { policy }) => {
    const facts = { members: scoringMembers(state).length, minimum: policy.panel.minimumMembers };
    return facts.members < facts.minimum ? evaluationRefusals.panelTooSmall(facts) : facts;
  },
};

/** The unit may still object to the result in force, which it has not done before: each round has one result. */
export const objectionIsOpen: Guard<Concluded, unknown> = {
  rule: 'objectionIsOpen',
  check: (state, _reads, { now }) => {
    const { round, objectionsBefore: before } = state.conclusion;
    if (now >= before) return evaluationRefusals.objectionTooLate({ before });
    return objectableBefore(state) === undefined
      ? evaluationRefusals.objectionAnswered()
      : { before, round, setAside: state.setAside.length };
  },
};

/** The model has gone to another unit than the one the evaluation names; the system may find that it has not. */
export const modelHasMoved: Guard<ExistingEvaluation, Pick<Planning, 'model'>> = {
  rule: 'modelHasMoved',
  check: ({ unit: from }, { model: { state } }, { actor }) => {
    const to = state.status === 'none' ? from : state.unit;
    return to !== from || actor.role === 'SYSTEM' ? { from, to } : evaluationRefusals.notMoved({ unit: from });
  },
};
