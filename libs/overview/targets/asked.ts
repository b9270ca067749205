import { localDateOf, type LocalDate } from '#calendar';
import { dutyReadings, rosterDay, type CampaignFacts } from '#lifecycles/campaign';
import type { SqlParams } from '#projections';
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
  const facts = JSON.parse(String(row['state'])) as CampaignFacts;
  const cycle = facts.cycles.find((it) => it.year === year);
  return { campaign: String(row['id']), year, facts, asOf: rosterDay(cycle, year, localDateOf(clock.now())) };
}

/** The question as a table of one row for the SELECT that follows. */
export const ASKED = 'WITH asked AS (SELECT :campaign AS campaign, :year AS year, :asOf AS as_of)';
/** The same with the readings that the policy takes of the duties. */
export const ASKED_BY_READING =
  'WITH asked AS (SELECT :campaign AS campaign, :year AS year, :asOf AS as_of, :plan AS plan, :registration AS registration)';

/** The parameters of `ASKED`. */
export const askedParams = ({ campaign, year, asOf }: Asked): SqlParams => ({ campaign, year, asOf });

/** The parameters of `ASKED_BY_READING`. */
export const askedByReading = (asked: Asked): SqlParams => ({ ...askedParams(asked), ...dutyReadings(asked.facts) });
