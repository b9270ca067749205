import autocannon from 'autocannon';
import { derivedId } from '#kernel';
import { signIn, type Client } from './client.js';
import { openDesks, type Desk, type Desks } from './desks.js';
import type { Figures, LoadFigures } from './figures.js';
import type { Size } from './options.js';
import { CONTENT, INBOX, PLAN, PLANS, REVISE } from './operations.js';

const CONNECTIONS = 10;

/** A query as the load sends it. */
interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
  /** What the answer must hold, or the load would measure emptiness. */
  readonly holds: RegExp;
}

/** Queries and mutations against the running service, ten connections each. */
export async function measureHttp(
  url: string,
  size: Pick<Size, 'seconds' | 'warmUp'>,
  step: () => void,
): Promise<Pick<Figures, 'queries' | 'mutation'>> {
  const desks = await openDesks(url);
  const officer = await signIn(url, 'snv.officer');
  const queries: LoadFigures[] = [];
  for (const operation of operationsOver(desks)) {
    queries.push(await queryLoad(url, officer, operation, size));
    step();
  }
  return { queries, mutation: await mutationLoad(url, desks.drafts, size) };
}

const operationsOver = ({ sent }: Desks): readonly Operation[] => [
  { name: '20 kế hoạch kèm đơn vị (20 plans with units)', query: PLANS, variables: {}, holds: /("unit":\{.*){20}/ },
  {
    name: 'Một kế hoạch: lịch sử, việc có thể làm (history, actions)',
    query: PLAN,
    variables: { id: sent[0]?.plan },
    holds: /PlanSubmitted.*ReceivePlan/,
  },
  {
    name: 'Việc chờ xử lý và chỉ tiêu (inbox, targets)',
    query: INBOX,
    variables: {},
    holds: /("commandLabel".*){20}"T-1"/,
  },
];

async function queryLoad(
  url: string,
  client: Client,
  { name, query, variables, holds }: Operation,
  { seconds, warmUp }: Pick<Size, 'seconds' | 'warmUp'>,
): Promise<LoadFigures> {
  const answer = JSON.stringify(await client.ask(query, variables));
  if (!holds.test(answer))
    throw new Error(`${name}: the answer is not what is to be measured: ${answer.slice(0, 500)}`);
  const body = JSON.stringify({ query, variables });
  const request = {
    url: `${url}/graphql`,
    method: 'POST' as const,
    headers: client.headers,
    body,
    connections: CONNECTIONS,
  };
  await autocannon({ ...request, amount: warmUp });
  return figuresOf(name, await autocannon({ ...request, duration: seconds }));
}

/** Every request is a new command on the next plan; each must be accepted. */
async function mutationLoad(
  url: string,
  desks: readonly Desk[],
  { seconds }: Pick<Size, 'seconds'>,
): Promise<LoadFigures> {
  let sent = 0;
  let refused: string | undefined;
  const setupRequest = (request: object): object => {
    const desk = desks[(sent += 1) % desks.length];
    const input = { commandId: derivedId('bench-mutation', sent), id: desk?.plan, content: CONTENT };
    return { ...request, headers: desk?.clerk.headers, body: JSON.stringify({ query: REVISE, variables: { input } }) };
  };
  const onResponse = (_status: number, body: string): void =>
    void (refused ??= body.includes('"userErrors":[]') ? undefined : body);
  const requests = [{ method: 'POST' as const, path: '/graphql', setupRequest, onResponse }];
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests });
  if (refused !== undefined) throw new Error(`A mutation was not accepted: ${refused}`);
  return figuresOf('Chỉnh sửa kế hoạch (revisePlan)', result);
}

function figuresOf(
  name: string,
  { duration, errors, non2xx, requests, latency }: Awaited<ReturnType<typeof autocannon>>,
): LoadFigures {
  if (errors + non2xx > 0) throw new Error(`${name}: ${errors} errors, ${non2xx} answers other than 2xx`);
  return { name, perSecond: requests.total / duration, p50Ms: latency.p50, p99Ms: latency.p99 };
}
