import { AUDIENCES, type Audience } from '#identity';
import type { Onlooker } from './exposure.js';
import { holds, READS } from './rule.js';
import { ruleSql, type ExposedRow } from './rule-sql.js';

/** The instances of one circle, restricted or not: an index walks through each of them in order. */
export interface Circle {
  readonly audience: Audience;
  readonly restricted: boolean;
}

/** All circles whose instances a viewer reads without being a party: `READS`, asked for each. */
export const circlesOf = (viewer: Onlooker): readonly Circle[] =>
  AUDIENCES.flatMap((audience) => [false, true].map((restricted) => ({ audience, restricted }))).filter((circle) =>
    holds(READS, viewer, { ...circle, units: [], subjects: [] }),
  );

/**
 * What a viewer sees only as a party, in no such circle, as a condition in SQL that finds it from the table of parties on. With the
 * circles it makes up all that `SEES` lets the viewer see, and nothing of it twice. Its parameters are those of `onlookerParams`.
 */
export const ownSql = (exposed: ExposedRow): string =>
  `${exposed.row}.id IN (SELECT id FROM ${exposed.parties} WHERE kind = 'unit' AND party IN (SELECT value FROM json_each(:viewerUnits))
      UNION SELECT id FROM ${exposed.parties} WHERE kind = 'subject' AND party = :viewerSubject) AND NOT ${ruleSql(READS, exposed)}`;
