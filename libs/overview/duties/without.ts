import { DUTIES, type DutyName } from '#lifecycles/campaign';
import { obligatedOnSql } from '#lifecycles/unit';
import { quoted } from '#views';
import { literal } from '../sql.js';
import { duties } from './index.js';
import type { UnitDuty } from './unit-duty.js';

/** The roster as it stood on the day: whom the duties of the year bind, as a condition on `"unit"` over `asked`. */
export const OBLIGATED = obligatedOnSql('"unit".id', 'asked.as_of');

/** A dossier of the unit and cycle for which a condition on `it` holds. */
export const someDossier = ({ lifecycle }: UnitDuty, condition: string): string =>
  `EXISTS (SELECT 1 FROM ${quoted(lifecycle)} AS it
    WHERE it.unit = "unit".id AND it.campaign = asked.campaign AND it.year = asked.year AND ${condition})`;

/** An accepted registration of the unit and cycle for whose evaluation a condition holds; looked for by its unit, not by its status. */
const someAccepted = (condition: string): string => `EXISTS (SELECT 1 FROM registration AS it
    WHERE it.unit = "unit".id AND it.campaign = asked.campaign AND it.year = asked.year AND +it.status = 'accepted' AND ${condition})`;

const RESULT = `SELECT 1 FROM evaluation WHERE evaluation.registration = it.id AND evaluation.status = 'concluded'`;
const AT_WORK = `SELECT 1 FROM evaluation WHERE evaluation.registration = it.id AND evaluation.status NOT IN ('concluded', 'cancelled')`;

/** By the reading that the policy takes, which `asked` names. */
const metBy = ({ readings }: UnitDuty, taken: string): string =>
  `CASE ${taken} ${readings.map((each) => `WHEN ${literal(each.reading)} THEN ${each.metBy}`).join(' ')} END`;

const owedAs = (duty: UnitDuty, taken: string): string =>
  `${OBLIGATED} AND NOT ${someDossier(duty, metBy(duty, taken))}`;

/** Units that a duty binds and that have not done it: conditions on `"unit"` over `asked`. */
const OWING: Readonly<Record<DutyName, string>> = {
  PLAN: owedAs(duties.PLAN, 'asked.plan'),
  REGISTRATION: owedAs(duties.REGISTRATION, 'asked.registration'),
  EVALUATION: someAccepted(`NOT EXISTS (${RESULT})`),
};

/** Units of which the authorities have something to settle that may be the duty's end. */
const UNDER_WAY: Readonly<Record<DutyName, string>> = {
  PLAN: someDossier(duties.PLAN, duties.PLAN.underWay),
  REGISTRATION: someDossier(duties.REGISTRATION, duties.REGISTRATION.underWay),
  EVALUATION: someAccepted(`EXISTS (${AT_WORK})`),
};

const missed = (duty: DutyName): string => `EXISTS (SELECT 1 FROM campaign__missed AS missed
    WHERE missed.id = asked.campaign AND missed.year = asked.year AND missed.duty = ${literal(duty)} AND missed.unit = "unit".id)`;

/** Units that still owe a duty: it is neither done nor declared missed. */
export const stillOwing = (duty: DutyName): string => `${OWING[duty]} AND NOT ${missed(duty)}`;

/** One row for each duty with the number of units that still owe it. */
export const OWING_COUNTS = DUTIES.map(
  (duty) => `SELECT ${literal(duty)} AS duty, count(*) AS open FROM asked JOIN "unit" ON ${stillOwing(duty)}`,
).join(' UNION ALL ');

/** Those of the units in `:units` that owe the duty in `:duty`, and whether something is under way. */
export const OWING_AMONG = DUTIES.map(
  (duty) => `SELECT "unit".id AS unit, ${UNDER_WAY[duty]} AS underWay
    FROM asked CROSS JOIN json_each(:units) AS named CROSS JOIN "unit" ON "unit".id = named.value
    WHERE :duty = ${literal(duty)} AND ${OWING[duty]}`,
).join(' UNION ALL ');
