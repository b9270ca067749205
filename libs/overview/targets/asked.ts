import { localDateOf, type LocalDate } from '#calendar';
import { policyIn, type CampaignFacts, type CampaignPolicy } from '#lifecycles/campaign';
import type { SqlPiece } from '#views';
import type { OverviewReader } from '../reader.js';

/** Which year of which campaign figures are asked for. */
export interface AskedYear {
  readonly year: number;
  /** The bare id; the campaign that runs in the year unless given. */
  readonly campaign?: string;
}

/** The campaign and cycle that figures are about. */
export interface Asked {
  readonly campaign: string;
  readonly year: number;
  readonly facts: CampaignFacts;
  /** The day whose roster counts: today, or the last day of a year that is over. */
  readonly asOf: LocalDate;
}

/** Figures are of campaigns that have been issued; of several that cover the year, the one that was begun last. */
const FIND = `SELECT id, state FROM campaign WHERE status <> 'drafted' AND (:campaign = '' OR id = :campaign)
  AND from_year <= :year AND to_year >= :year ORDER BY created_at DESC, id DESC LIMIT 1`;

/** Finds the campaign that a question is about; undefined when none covers the year. */
export function findAsked({ views, clock }: OverviewReader, { year, campaign = '' }: AskedYear): Asked | undefined {
  const [row] = views.query(FIND, { campaign, year });
  if (!row) return undefined;
  const today = localDateOf(clock.now());
  const end = `${year}-12-31`;
  return {
    campaign: String(row['id']),
    year,
    facts: JSON.parse(String(row['state'])) as CampaignFacts,
    asOf: today < end ? today : end,
  };
}

/** How the campaign reads its targets; as the plan's defaults have it before a policy is adopted. */
export const rulesOf = ({ facts }: Asked): CampaignPolicy['targets'] =>
  policyIn(facts, facts.policy ?? '')?.targets ?? {
    integratedPlanCounts: true,
    practiceCounts: true,
    cancelledLeaveDenominator: true,
  };

/** The question as a table of one row for the SELECT that follows. */
export const askedSql = ({ campaign, year, asOf }: Asked): SqlPiece => ({
  sql: 'WITH asked AS (SELECT :campaign AS campaign, :year AS year, :asOf AS as_of)',
  params: { campaign, year, asOf },
});
