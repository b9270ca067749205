import { addDays, addWorkingDays, isLocalDate, startOf, type LocalDate } from '#calendar';

/** Days, or working days, after the step before, or a civil day of a year; all give an exclusive instant. */
export type DeadlineRule =
  | { readonly kind: 'days'; readonly days: number }
  /** Saturdays, Sundays and the holidays that the rule names do not count. */
  | { readonly kind: 'workingDays'; readonly days: number; readonly holidays?: readonly LocalDate[] }
  /** The named day itself is too late: “trước ngày 15/6”. `year` counts from the cycle's year. */
  | { readonly kind: 'before'; readonly monthDay: string; readonly year: number };

/** Every deadline a campaign may set. */
export const DEADLINES = [
  'planIssue',
  'planReview',
  'registration',
  'registrationReview',
  'selfEvaluation',
  'panelScoring',
  'conclusion',
  'objection',
  'objectionAnswer',
  'dossierReceipt',
  'appraisal',
  'opinion',
  'councilVote',
  'submission',
  'decision',
  'adoptionAnswer',
  'midYearReport',
  'annualReport',
] as const;
export type DeadlineName = (typeof DEADLINES)[number];

/**
 * What a campaign may tune. Versioned, adopted by an event, pinned by its content hash. This is today's shape: what older
 * programs stored is brought to it by `liftPolicy`.
 */
export interface CampaignPolicy {
  readonly deadlines: Readonly<Record<DeadlineName, DeadlineRule>>;
  /** First cycle only: days after the campaign was issued, in place of `planIssue`. */
  readonly firstPlanDays: number;
  readonly targets: {
    readonly integratedPlanCounts: boolean;
    readonly practiceCounts: boolean;
    /** Registrations cancelled before the start leave the denominator of T-3. */
    readonly cancelledLeaveDenominator: boolean;
  };
  readonly panel: { readonly minimumMembers: number };
  readonly evaluation: {
    /** Points out of 100 from which a model is effective. */
    readonly effectiveScore: number;
  };
  readonly council: {
    readonly basis: 'ALL_MEMBERS' | 'PRESENT';
    readonly numerator: number;
    readonly denominator: number;
    readonly secret: boolean;
  };
  /** Whole days of 24 hours around a deadline at which the system tells those whom a step waits for. */
  readonly notices: {
    /** Before the deadline; 0 for no reminder. */
    readonly remindDaysBefore: number;
    /** After it, while the step is still not taken: the authorities are told. */
    readonly escalateDaysAfter: number;
  };
  /** Which roles may decide each form of commendation. */
  readonly competentFor: Readonly<Record<'CERTIFICATE_OF_COMMENDATION' | 'CERTIFICATE_OF_MERIT', readonly string[]>>;
}

/**
 * The exclusive instant a rule gives.
 * @param after the instant the step before was taken
 * @param year the cycle's year
 */
export function deadlineAt(
  rule: DeadlineRule,
  after: string,
  year: number,
  localDate: (instant: string) => LocalDate,
): string {
  switch (rule.kind) {
    case 'days':
      return startOf(addDays(localDate(after), rule.days + 1));
    case 'workingDays':
      return startOf(addDays(addWorkingDays(localDate(after), rule.days, rule.holidays), 1));
    case 'before':
      return startOf(`${year + rule.year}-${rule.monthDay}`);
  }
}

/** True when a rule has all that its kind needs. */
export function isSound(rule: DeadlineRule | undefined): boolean {
  switch (rule?.kind) {
    case 'days':
      return Number.isInteger(rule.days) && rule.days >= 0;
    case 'workingDays':
      return Number.isInteger(rule.days) && rule.days >= 0 && (rule.holidays ?? []).every(isLocalDate);
    case 'before':
      return Number.isInteger(rule.year) && typeof rule.monthDay === 'string' && isLocalDate(`2024-${rule.monthDay}`);
    case undefined:
      return false;
  }
}

/** One criterion of a rubric. */
export interface Criterion {
  readonly key: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly points: number;
  /** A gate: below half of its points a model is not effective, whatever the sum. */
  readonly gate: boolean;
}

/** A scoring scheme out of 100 points; today's shape, see `liftRubric`. */
export interface Rubric {
  readonly criteria: readonly Criterion[];
}
