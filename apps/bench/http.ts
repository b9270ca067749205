import autocannon from 'autocannon';
import { toGlobalId } from '#graphql';
import { derivedId } from '#kernel';
import { planId } from '#lifecycles/plan';
import { unitId } from '#lifecycles/unit';
import { HUE_UNITS, hueCampaignId } from '#seed';
import { signIn, type Client } from './client.js';
import type { Figures, LoadFigures } from './figures.js';
import { CONTENT, DRAFT, INBOX, PLAN, PLANS, REVISE } from './operations.js';

const CONNECTIONS = 10;
const WARM_UP = 300;
const YEAR = 2026;
const OBLIGATED = HUE_UNITS.filter((unit) => unit.obligated);

/** Asks and commands of one operation, as the load sends them. */
interface Operation {
  readonly name: string;
  readonly client: Client;
  readonly body: string;
}

/** A plan of the server's and its clerk. */
interface Desk {
  readonly clerk: Client;
  readonly unit: string;
  readonly plan: string;
}

/** Queries and mutations against the running service, ten connections each. */
export async function measureHttp(url: string, seconds: number, step: () => void): Promise<Pick<Figures, 'queries' | 'mutation'>> {
  const desks = await openDesks(url);
  const officer = await signIn(url, 'snv.officer');
  const queries: LoadFigures[] = [];
  for (const operation of await operationsFor(officer, desks)) {
    queries.push(await loadOf(url, operation, seconds));
    step();
  }
  const mutation = await mutationLoad(url, desks, seconds);
  return { queries, mutation };
}

/** Every obligated unit drafts its plan, and revises the first one a few times so that it has a history. */
async function openDesks(url: string): Promise<readonly Desk[]> {
  const desks = await Promise.all(OBLIGATED.map(async ({ key }) => {
    const unit = unitId(key);
    return { clerk: await signIn(url, `clerk.${key}`), unit, plan: planId(hueCampaignId, unit, YEAR) };
  }));
  for (const { clerk, unit } of desks) {
    const input = { commandId: derivedId('bench-draft', unit), campaign: toGlobalId('Campaign', hueCampaignId), unit: toGlobalId('Unit', unit), year: YEAR, content: CONTENT };
    await accepted(clerk, DRAFT, input);
  }
  const [first] = desks;
  for (let number = 0; first && number < 10; number += 1) {
    await accepted(first.clerk, REVISE, { commandId: derivedId('bench-history', number), id: toGlobalId('Plan', first.plan), content: CONTENT });
  }
  return desks;
}

async function accepted(client: Client, mutation: string, input: object): Promise<void> {
  const { payload } = await client.ask<{ payload: { userErrors: readonly { message: string }[] } }>(mutation, { input });
  if (payload.userErrors.length > 0) throw new Error(payload.userErrors.map((it) => it.message).join('; '));
}

async function operationsFor(client: Client, desks: readonly Desk[]): Promise<readonly Operation[]> {
  const plan = { id: toGlobalId('Plan', desks[0]?.plan ?? '') };
  const wanted = [
    { name: '20 kế hoạch kèm đơn vị (20 plans with units)', query: PLANS, variables: {} },
    { name: 'Một kế hoạch: lịch sử, việc có thể làm (history, actions)', query: PLAN, variables: plan },
    ...((await knows(client, ['inbox', 'targets'])) ? [{ name: 'Việc chờ xử lý và chỉ tiêu (inbox, targets)', query: INBOX, variables: {} }] : []),
  ];
  for (const { query, variables } of wanted) await client.ask(query, variables);
  return wanted.map(({ name, query, variables }) => ({ name, client, body: JSON.stringify({ query, variables }) }));
}

async function knows(client: Client, fields: readonly string[]): Promise<boolean> {
  const { __schema } = await client.ask<{ __schema: { queryType: { fields: readonly { name: string }[] } } }>('{ __schema { queryType { fields { name } } } }');
  const names = __schema.queryType.fields.map((field) => field.name);
  return fields.every((field) => names.includes(field));
}

async function loadOf(url: string, { name, client, body }: Operation, seconds: number): Promise<LoadFigures> {
  const request = { url: `${url}/graphql`, method: 'POST' as const, headers: client.headers, body, connections: CONNECTIONS };
  await autocannon({ ...request, amount: WARM_UP });
  return figuresOf(name, await autocannon({ ...request, duration: seconds }));
}

/** Every request is a new command on the next plan; each must be accepted. */
async function mutationLoad(url: string, desks: readonly Desk[], seconds: number): Promise<LoadFigures> {
  let sent = 0;
  let refused: string | undefined;
  const setupRequest = (request: object): object => {
    const desk = desks[(sent += 1) % desks.length];
    const input = { commandId: derivedId('bench-mutation', sent), id: toGlobalId('Plan', desk?.plan ?? ''), content: CONTENT };
    return { ...request, headers: desk?.clerk.headers, body: JSON.stringify({ query: REVISE, variables: { input } }) };
  };
  const onResponse = (_status: number, body: string): void => void (refused ??= body.includes('"userErrors":[]') ? undefined : body);
  const requests = [{ method: 'POST' as const, path: '/graphql', setupRequest, onResponse }];
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests });
  if (refused !== undefined) throw new Error(`A mutation was not accepted: ${refused}`);
  return figuresOf('Chỉnh sửa kế hoạch (revisePlan)', result);
}

function figuresOf(name: string, { duration, errors, non2xx, requests, latency }: Awaited<ReturnType<typeof autocannon>>): LoadFigures {
  if (errors + non2xx > 0) throw new Error(`${name}: ${errors} errors, ${non2xx} answers other than 2xx`);
  return { name, perSecond: requests.total / duration, p50Ms: latency.p50, p99Ms: latency.p99 };
}
