import { HANDLING, type Onlooker } from './exposure.js';
import type { Fact, Rule } from './rule.js';

/** Where a query finds what decides who may see an instance. Names in SQL, quoted where they need it. */
export interface ExposedRow {
  /** What the query calls the row: it has `id`, `audience`, `restricted`. */
  readonly row: string;
  /** The table of parties: `id`, `kind` (`unit`, `subject`), `party`. */
  readonly parties: string;
}

/** A rule as a condition in SQL; its parameters are those of `onlookerParams`, whatever the table. */
export function ruleSql(rule: Rule, exposed: ExposedRow): string {
  if (typeof rule === 'string') return factSql(rule, exposed);
  const [rules, word] = 'all' in rule ? [rule.all, ' AND '] : [rule.any, ' OR '];
  return `(${rules.map((each) => ruleSql(each, exposed)).join(word)})`;
}

const CIRCLES = '(SELECT value FROM json_each(:viewerAudiences))';

function factSql(fact: Fact, { row, parties }: ExposedRow): string {
  switch (fact) {
    case 'isInCircle':
      return `${row}.audience IN ${CIRCLES}`;
    case 'isInHandlingCircle':
      return `CASE ${row}.audience ${HANDLING_CASES} END IN ${CIRCLES}`;
    case 'isOpen':
      return `${row}.restricted = 0`;
    case 'isCleared':
      return ':viewerSeesRestricted';
    case 'unitIsParty':
      return partySql(row, parties, 'unit', 'IN (SELECT value FROM json_each(:viewerUnits))');
    case 'subjectIsParty':
      return partySql(row, parties, 'subject', '= :viewerSubject');
    default:
      return fact satisfies never;
  }
}

const HANDLING_CASES = Object.entries(HANDLING)
  .map(([audience, circle]) => `WHEN '${audience}' THEN '${circle}'`)
  .join(' ');

const partySql = (row: string, parties: string, kind: 'unit' | 'subject', isViewer: string): string =>
  `EXISTS (SELECT 1 FROM ${parties} AS party WHERE party.id = ${row}.id AND party.kind = '${kind}' AND party.party ${isViewer})`;

/** What every rule in SQL is asked with, so that one query may ask about several tables. */
export const onlookerParams = (viewer: Onlooker): Readonly<Record<string, string | number>> => ({
  viewerAudiences: JSON.stringify(viewer.audiences),
  viewerSeesRestricted: viewer.seesRestricted ? 1 : 0,
  viewerUnits: JSON.stringify(viewer.units),
  viewerSubject: viewer.subject,
});
