import type { Client } from './client.js';
import { PLAN } from './operations.js';

/** One read of the API, and what its answer must hold: emptiness would cost nothing at any size. */
export interface GrowthRead {
  readonly name: string;
  readonly as: 'officer' | 'clerk';
  readonly query: string;
  readonly variables?: object;
  readonly holds?: RegExp;
}

const NODES = 'nodes { id title status dueAt }';
const read = (as: GrowthRead['as'], name: string, query: string, holds?: RegExp): GrowthRead => ({
  ...{ as, name, query },
  ...(holds && { holds }),
});

/** The lists that grow, in every way in which a page of them can be asked for. */
const lists = (as: GrowthRead['as'], list: string, holds?: RegExp): readonly GrowthRead[] => [
  read(as, `${list}: trang đầu (first page)`, `{ ${list}(first: 20) { ${NODES} } }`, holds),
  read(as, `${list}: trang cuối (last page)`, `{ ${list}(last: 20) { ${NODES} } }`, holds),
  ...['CREATED_AT', 'UPDATED_AT', 'DUE_AT'].map((order) =>
    read(
      as,
      `${list}: ${order} ↓`,
      `{ ${list}(first: 20, orderBy: { column: ${order}, direction: DESC }) { ${NODES} } }`,
      holds,
    ),
  ),
  read(as, `${list}: năm (year)`, `{ ${list}(first: 20, where: { year: 2026 }) { ${NODES} } }`, holds),
  read(as, `${list}: không năm nào (a year without any)`, `{ ${list}(first: 20, where: { year: 2099 }) { ${NODES} } }`),
  read(as, `${list}: tìm thấy (search, found)`, `{ ${list}(first: 20, where: { search: "dân vận" }) { ${NODES} } }`),
  read(
    as,
    `${list}: không tìm thấy (search, not found)`,
    `{ ${list}(first: 20, where: { search: "không hề có" }) { ${NODES} } }`,
  ),
  read(as, `${list}: từ ngắn (short words)`, `{ ${list}(first: 20, where: { search: "qx z" }) { ${NODES} } }`),
  read(
    as,
    `${list}: tổng số (total)`,
    `{ ${list}(first: 1) { totalCount totalIsExact } }`,
    holds && /"totalCount":[1-9]/,
  ),
];

const some = /"nodes":\[\{/;

/**
 * All that is measured.
 * @param plan one of the year’s own, the same in every log
 * @param isPlayed whether the year was played to its end: then there are evaluations to read
 */
export const readsOf = (plan: string, isPlayed: boolean): readonly GrowthRead[] => [
  ...lists('officer', 'plans', some),
  ...lists('officer', 'evaluations', isPlayed ? some : undefined),
  ...lists('clerk', 'plans'),
  ...lists('clerk', 'evaluations').filter(({ holds }) => holds === undefined),
  read('officer', 'việc chờ (inbox)', '{ inbox(first: 20) { nodes { title dueAt commandLabel } } }', some),
  read('officer', 'việc chờ: tổng số (inbox, total)', '{ inbox(first: 1) { totalCount } }'),
  read('clerk', 'việc chờ (inbox)', '{ inbox(first: 20) { nodes { title dueAt commandLabel } } }'),
  read('clerk', 'việc chờ: tổng số (inbox, total)', '{ inbox(first: 1) { totalCount } }'),
  read('officer', 'chỉ tiêu (targets)', '{ targets(year: 2026) { key numerator denominator } }', /T-1/),
  read(
    'officer',
    'đơn vị chưa có kế hoạch (units without)',
    '{ unitsWithout(year: 2026, what: PLAN) { unit { id name } } }',
  ),
  {
    ...read('officer', 'một kế hoạch, lịch sử, việc có thể làm (one plan)', PLAN, /"history":\[\{/),
    variables: { id: plan },
  },
];

/** A plan of the year's own. */
export async function planIn(officer: Client): Promise<string> {
  const { plans } = await officer.ask<{ plans: { nodes: readonly { id: string }[] } }>(
    '{ plans(first: 1) { nodes { id } } }',
  );
  const [first] = plans.nodes;
  if (!first) throw new Error('There is no plan to read');
  return first.id;
}
