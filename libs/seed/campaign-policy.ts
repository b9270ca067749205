import type { CampaignPolicy, DeadlineRule } from '#lifecycles/campaign';

/** Too late on the named day of the cycle's own year. */
const before = (monthDay: string): DeadlineRule => ({ kind: 'before', monthDay, year: 0 });

/** Calendar days after the step before. */
const days = (count: number): DeadlineRule => ({ kind: 'days', days: count });

/** Working days after the step before. */
const workingDays = (count: number): DeadlineRule => ({ kind: 'workingDays', days: count });

/**
 * The rules the campaign begins with. Only the two reporting days are the plan's own (“trước ngày 15/6”, “trước ngày 15/12”).
 * Everything else is a placeholder that Sở Nội vụ replaces by adopting another version.
 */
export const HUE_POLICY: CampaignPolicy = {
  deadlines: {
    midYearReport: before('06-15'),
    annualReport: before('12-15'),
    // Placeholders: plans and registrations by 31 January, as is usual for a yearly round; the plan gives no day.
    planIssue: before('02-01'),
    registration: before('02-01'),
    planReview: days(14),
    registrationReview: days(14),
    // Placeholders: the unit judges itself before it reports the year.
    selfEvaluation: before('12-01'),
    panelScoring: days(14),
    conclusion: days(7),
    objection: days(10),
    objectionAnswer: days(14),
    // Placeholders after provincial practice: 20 working days to appraise, 10 for an opinion; none is established for Huế.
    dossierReceipt: days(3),
    appraisal: days(28),
    opinion: workingDays(10),
    councilVote: days(14),
    submission: days(7),
    decision: days(14),
    adoptionAnswer: days(30),
  },
  // Placeholder: the plan came in the middle of its first year.
  firstPlanDays: 30,
  // Placeholders: both ways of planning (section IV.3) and both kinds of activity (section I.2) are in the plan.
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  // Placeholders: the plan names neither a panel nor a pass mark.
  panel: { minimumMembers: 3 },
  evaluation: { effectiveScore: 70 },
  // Placeholder: the former NĐ 91/2017/NĐ-CP asked 90% of all members for high titles; today's share is not established.
  council: { basis: 'ALL_MEMBERS', numerator: 2, denominator: 3, secret: true },
  // Placeholders: a week before, and a week after.
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  // Luật Thi đua, khen thưởng 06/2022/QH15: Điều 80 for Giấy khen, Điều 79 for Bằng khen.
  competentFor: {
    CERTIFICATE_OF_COMMENDATION: ['UNIT_HEAD', 'SNV_LEADER', 'UBND_DECIDER'],
    CERTIFICATE_OF_MERIT: ['UBND_DECIDER'],
  },
};
