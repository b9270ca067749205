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
  /^(?<how>SCAN|SEARCH) (?<alias>\S+)(?: EXISTS)?(?: USING (?:COVERING )?(?:INDEX (?<index>\S+)|.*?PRIMARY KEY))?(?: \((?<by>.*)\))?/;

/**
 * What is wrong with a plan, in words: a table that grows is read from end to end, or an index that tells few rows apart is looked
 * into again for each row of another table, or what is walked in order is sorted all the same.
 */
export function faultsOf(sql: string, steps: readonly Step[]): readonly string[] {
  const tables = tablesIn(sql);
  return steps.flatMap((step): readonly string[] => {
    const read = readOf(step.detail, tables);
    if (!read || !NARROW.has(read.table) || BOUNDED.test(read.table)) return [];
    if (read.how === 'SCAN') return [`reads all of ${read.table}: ${step.detail}`];
    const around = steps.filter(({ parent }) => parent === step.parent);
    if (read.index.includes('_list_')) return walkFaults(step, read.by, around);
    const names = read.by.split(' AND ').map((it) => it.split(/[=<>]/)[0] ?? '');
    if (names.some((name) => name === 'rowid' || NARROW.get(read.table)?.has(name))) return [];
    return isInLoop(step, steps, tables)
      ? [`looks again and again through many rows of ${read.table}: ${step.detail}`]
      : [];
  });
}

/** How a step reads which table, by which index, and the columns that it looks for. */
type Read = Readonly<Record<'how' | 'table' | 'index' | 'by', string>>;

function readOf(detail: string, tables: ReadonlyMap<string, string>): Read | undefined {
  const { how, alias = '', index = '', by = '' } = READ.exec(detail)?.groups ?? {};
  return how === undefined ? undefined : { how, table: tables.get(alias) ?? alias, index, by };
}

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
  if (before.some(({ detail }) => NARROW.has(readOf(detail, tables)?.table ?? ''))) return true;
  const above = steps.find(({ id }) => id === step.parent);
  if (!above) return false;
  return above.detail.startsWith('CORRELATED') || isInLoop(above, steps, tables);
}

/** What a statement calls its tables. */
const tablesIn = (sql: string): ReadonlyMap<string, string> =>
  new Map(
    [...sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?\s+AS\s+"?(\w+)"?/g)].map(([, table = '', alias = '']) => [
      alias,
      table,
    ]),
  );
