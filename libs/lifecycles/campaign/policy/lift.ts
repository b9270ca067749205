import { LogFault } from '#kernel';
import { DEADLINES, type CampaignPolicy, type DeadlineName, type DeadlineRule, type Rubric } from './shape.js';

/**
 * A policy or rubric as its event holds it, in whichever shape it was written. Its hash is that of these bytes. Read it through
 * `liftPolicy` or `liftRubric`.
 */
export type Stored = object;

type Content = Readonly<Record<string, unknown>>;
type Lift = (content: Content) => Content;

/** From shape 0, stored before shapes were counted, to 1: the pass mark was called like a date. */
const namePassMark: Lift = ({ evaluation, ...rest }) => {
  const { effectiveFrom, ...named } = isContent(evaluation) ? evaluation : {};
  return { ...rest, evaluation: { ...(effectiveFrom !== undefined && { effectiveScore: effectiveFrom }), ...named } };
};

/** What lifts each shape to the next; the present shape is their number. Appended to, never changed. */
const POLICY_LIFTS: readonly Lift[] = [namePassMark];
const RUBRIC_LIFTS: readonly Lift[] = [(content) => content];

/** A deadline that a policy does not know: thirty whole days after the step before, so that nobody is late by a rule not yet made. */
const UNKNOWN_DEADLINE: DeadlineRule = { kind: 'days', days: 30 };

/** What holds where a stored policy says nothing. */
const DEFAULTS: CampaignPolicy = {
  deadlines: Object.fromEntries(DEADLINES.map((name) => [name, UNKNOWN_DEADLINE])) as Record<
    DeadlineName,
    DeadlineRule
  >,
  firstPlanDays: 30,
  // The plan counts both ways of planning and both kinds of activity.
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 3 },
  evaluation: { effectiveScore: 70 },
  council: { basis: 'ALL_MEMBERS', numerator: 2, denominator: 3, secret: true },
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  // Nobody: a power is never assumed.
  competentFor: { CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] },
};

/** A policy as it is stored from now on. */
export const storedPolicy = (policy: CampaignPolicy): Stored => ({ ...policy, shape: POLICY_LIFTS.length });

/** A rubric as it is stored from now on. */
export const storedRubric = (rubric: Rubric): Stored => ({ ...rubric, shape: RUBRIC_LIFTS.length });

/**
 * A stored policy in today's shape; what it does not know has its documented default. Pure.
 * @throws LogFault when it is of a later shape than this program knows, or no policy at all
 */
export function liftPolicy(stored: unknown): CampaignPolicy {
  const it = lifted('policy', stored, POLICY_LIFTS) as Partial<CampaignPolicy>;
  return {
    deadlines: { ...DEFAULTS.deadlines, ...it.deadlines },
    firstPlanDays: it.firstPlanDays ?? DEFAULTS.firstPlanDays,
    targets: { ...DEFAULTS.targets, ...it.targets },
    panel: { ...DEFAULTS.panel, ...it.panel },
    evaluation: { ...DEFAULTS.evaluation, ...it.evaluation },
    council: { ...DEFAULTS.council, ...it.council },
    notices: { ...DEFAULTS.notices, ...it.notices },
    competentFor: { ...DEFAULTS.competentFor, ...it.competentFor },
  };
}

/**
 * A stored rubric in today's shape. Pure.
 * @throws LogFault when it is of a later shape than this program knows, or no rubric at all
 */
export function liftRubric(stored: unknown): Rubric {
  const { criteria } = lifted('rubric', stored, RUBRIC_LIFTS) as Partial<Rubric>;
  if (!Array.isArray(criteria)) throw new LogFault('MALFORMED_EVENT', 'A stored rubric has no criteria');
  return { criteria };
}

function lifted(what: 'policy' | 'rubric', stored: unknown, lifts: readonly Lift[]): Content {
  if (!isContent(stored)) throw new LogFault('MALFORMED_EVENT', `A stored ${what} is no JSON object`);
  const { shape = 0, ...content } = stored;
  if (typeof shape !== 'number' || !Number.isInteger(shape) || shape < 0 || shape > lifts.length) {
    throw new LogFault(
      'UNKNOWN_SCHEMA_VERSION',
      `A stored ${what} has shape ${JSON.stringify(shape)}; this program knows 0 to ${lifts.length}`,
    );
  }
  return lifts.slice(shape).reduce<Content>((it, lift) => lift(it), content);
}

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
