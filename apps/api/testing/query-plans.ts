import { lifecycleModules } from '#lifecycles';
import { snakeCase } from '#views';
import type { Step } from './recorded-statements.js';

/** Tables that do not grow with what happens: the roster, the campaigns, the views' own bookkeeping. */
const BOUNDED = /^(unit|campaign)(__\w+)?$|^_(progress|belongs_to)$/;

/** Columns that pick few rows, by table: the instance's own id, whoever is a party, and what a key begins with. */
const NARROW: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['_deadline', new Set(['id', 'unit', 'whom'])],
  ...lifecycleModules.flatMap(({ view }) => {
    const { name } = view.lifecycle;
    const firsts = (keys: readonly (readonly string[])[] = []) =>
      new Set(['id', ...keys.map(([first = '']) => snakeCase(first))]);
    const parts = Object.entries(view.parts ?? {}).map(
      ([part, { keys }]) => [`${name}__${part}`, firsts(keys)] as const,
    );
    return [[name, firsts(view.keys)], [`${name}__party`, new Set(['id', 'party'])], ...parts] as const;
  }),
]);

/** A step that reads a table, as SQLite describes it. */
const READ =
  /^(?<how>SCAN|SEARCH) (?<alias>\S+)(?: USING (?:COVERING )?(?:INDEX (?<index>\S+)|.*?PRIMARY KEY))?(?: \((?<by>.*)\))?/;

/**
 * What is wrong with a plan, in words: a table that grows is read from end to end, or an index that tells few rows apart is looked
 * into again for each row of another table, or what is walked in order is sorted all the same.
 */
export function faultsOf(sql: string, steps: readonly Step[]): readonly string[] {
  const tables = tablesIn(sql);
  return steps.flatMap((step): readonly string[] => {
    const { how, index = '', by = '' } = READ.exec(step.detail)?.groups ?? {};
    const table = tableOf(step.detail, tables);
    if (how === undefined || !NARROW.has(table) || BOUNDED.test(table)) return [];
    if (how === 'SCAN') return [`reads all of ${table}: ${step.detail}`];
    const around = steps.filter(({ parent }) => parent === step.parent);
    if (index.includes('_list_')) return walkFaults(step, by, around);
    if (picksFew(table, by) || !isInLoop(step, steps, tables)) return [];
    return [`looks again and again through many rows of ${table}: ${step.detail}`];
  });
}

/** True when a search goes by a column that few rows share. */
const picksFew = (table: string, by: string): boolean =>
  by
    .split(' AND ')
    .map((it) => it.split(/[=<>]/)[0] ?? '')
    .some((name) => name === 'rowid' || NARROW.get(table)?.has(name));

/** A list is walked within one circle and never sorted. */
function walkFaults(step: Step, by: string, around: readonly Step[]): readonly string[] {
  const sorted = around.some(({ detail }) => detail.startsWith('USE TEMP B-TREE'));
  return [
    ...(by.startsWith('audience=? AND restricted=?') ? [] : [`walks no circle: ${step.detail}`]),
    ...(sorted ? [`sorts what it walks: ${step.detail}`] : []),
  ];
}

/** A step is in a loop when rows of a table that holds many come before it, or when it answers a question about each of them. */
function isInLoop(step: Step, steps: readonly Step[], tables: ReadonlyMap<string, string>): boolean {
  const before = steps.filter(({ parent, id }) => parent === step.parent && id < step.id);
  if (before.some(({ detail }) => NARROW.has(tableOf(detail, tables)))) return true;
  const above = steps.find(({ id }) => id === step.parent);
  if (!above) return false;
  return above.detail.startsWith('CORRELATED') || isInLoop(above, steps, tables);
}

function tableOf(detail: string, tables: ReadonlyMap<string, string>): string {
  const alias = READ.exec(detail)?.groups?.['alias'] ?? '';
  return tables.get(alias) ?? alias;
}

/** What a statement calls its tables. */
const tablesIn = (sql: string): ReadonlyMap<string, string> =>
  new Map(
    [...sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?\s+AS\s+"?(\w+)"?/g)].map(([, table = '', alias = '']) => [
      alias,
      table,
    ]),
  );
