import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { TopError } from '../testing/client.js';
import { expectEnglish, expectVietnamese } from '../testing/expect-refusal.js';
import { accepted, bring, plan } from '../testing/plans.js';
import { demoToken, startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
const open: SocketClient[] = [];
beforeAll(async () => {
  kheo = await startService('restricted');
}, 60_000);
afterAll(async () => {
  for (const client of open) await client.dispose();
  await kheo.stop();
});

const SUBSCRIPTION = 'subscription { inboxChanged { lifecycle id } }';
interface Message {
  readonly data?: { readonly inboxChanged: { readonly lifecycle: string; readonly id: string } } | null;
}

function socketOf(connectionParams: Record<string, unknown>): SocketClient {
  const client = createClient({
    url: `${kheo.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
  open.push(client);
  return client;
}

/** The code that the server closes a connection with. */
const closedWith = (connectionParams: Record<string, unknown>): Promise<number> =>
  new Promise((closed) => {
    const client = socketOf(connectionParams);
    client.on('closed', (event) => closed((event as { code: number }).code));
    client.subscribe(
      { query: SUBSCRIPTION },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
  });

describe('listening', () => {
  it.each<[string, () => Record<string, unknown>]>([
    ['without a token', () => ({})],
    ['with a word for a token', () => ({ authorization: 'Bearer abc' })],
    ['with a token that is no text', () => ({ authorization: { toString: 'Bearer' } })],
  ])('%s is refused', async (_, params) => {
    expect(await closedWith(params())).toBe(4403);
  });

  it('with a token brings what concerns the listener, and not a foreign draft', async () => {
    const authorization = `Bearer ${await demoToken(kheo.url, 'snv.officer')}`;
    const client = socketOf({ authorization });
    const connected = new Promise<void>((resolve) => void client.on('connected', () => resolve()));
    const messages = client.iterate<NonNullable<Message['data']>>({ query: SUBSCRIPTION });
    const next = messages.next();
    await connected;
    // Two answers later the subscription, sent before them, is under way.
    for (let round = 0; round < 2; round += 1) await kheo.as('auditor').query('{ __typename }');
    await bring(kheo, '19789', 'drafted');
    await bring(kheo, '19753', 'submitted');
    const { value } = (await next) as IteratorResult<Message, undefined>;
    expect(value?.data?.inboxChanged).toMatchObject({ lifecycle: 'plan' });
    expect(value?.data?.inboxChanged.id).toBe(plan('19753'));
    await accepted(kheo.as('snv.officer'), 'receivePlan', { id: plan('19753') });
    await messages.return?.(undefined);
  }, 30_000);
});

describe('what is sent over the socket', () => {
  /** The first error that a client hears. */
  async function errorOf(query: string, acceptLanguage: 'vi' | 'en'): Promise<TopError | undefined> {
    const client = socketOf({ authorization: `Bearer ${await demoToken(kheo.url, 'clerk.19804')}`, acceptLanguage });
    return new Promise((resolve) => {
      client.subscribe(
        { query },
        {
          next: ({ errors }) => resolve(errors?.[0] as TopError | undefined),
          error: (errors) => resolve((errors as TopError[])[0]),
          complete: () => resolve(undefined),
        },
      );
    });
  }

  it.each<[string, string]>([
    ['a query', '{ units { totalCount } }'],
    ['a command', 'mutation { receivePlan(input: { commandId: "a", id: "b" }) { revision } }'],
    ['a broken document', 'subscription {'],
    ['a subscription that does not exist', 'subscription { everything }'],
    ['a variable that nothing gives', 'subscription($first: Int!) { inboxChanged { id @include(if: $first) } }'],
    [
      'a subscription with too many aliases',
      `subscription { inboxChanged { ${Array.from({ length: 31 }, (_, index) => `a${index}: id`).join(' ')} } }`,
    ],
    ['a document that is too long', `subscription { inboxChanged { ${'id '.repeat(5_001)} } }`],
  ])('%s is refused in words, with a code', async (_, query) => {
    const before = await kheo.head();
    const [vi, en] = [await errorOf(query, 'vi'), await errorOf(query, 'en')];
    expect(vi?.extensions).toMatchObject({
      code: 'REQUEST_INVALID',
      userErrors: [{ code: 'REQUEST_INVALID', path: [] }],
    });
    expectVietnamese(vi?.message ?? '');
    expectEnglish(en?.message ?? '');
    expect(await kheo.head()).toBe(before);
  });
});
