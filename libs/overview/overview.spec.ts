import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { fromGlobalId, toGlobalId } from '#graphql';
import {
  CAMPAIGN,
  HOME_AFFAIRS,
  openCity,
  planEvents,
  PLANS_BEFORE,
  REGISTRATIONS_BEFORE,
} from './spec-support/city.js';
import { openHouse, type House } from './spec-support/house.js';
import { serve, type RunningService } from './spec-support/service.js';

const INBOX = `query ($after: String) {
  inbox(first: 1, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id title lifecycle command commandLabel statusLabel dueAt overdue since unit { id name } subject { __typename id } action { allowed refusal { code } } }
  }
}`;

describe('The overviews as GraphQL serves them', () => {
  let house: House;
  let service: RunningService;
  beforeAll(async () => {
    house = await openHouse();
    await openCity(house, 'a');
    await house.appoint('clerk', ['UNIT_CLERK', 'a']);
    await house.appoint('officer', ['SNV_OFFICER', HOME_AFFAIRS]);
    await house.appoint('nobody');
    service = await serve(house);
  });
  afterAll(async () => {
    await service.end();
    await house.end();
  });

  it('show what is owed and not begun, page by page', async () => {
    const first = await service.ask('clerk', INBOX);
    expect(first.errors).toBeUndefined();
    expect(first.data?.['inbox']).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      nodes: [
        {
          title: 'Kế hoạch 2026',
          lifecycle: 'plan',
          command: 'DraftPlan',
          commandLabel: 'Soạn kế hoạch',
          statusLabel: 'Chưa có',
          dueAt: PLANS_BEFORE,
          overdue: false,
          since: null,
          unit: { id: toGlobalId('Unit', 'a'), name: 'Phường a' },
          subject: null,
          action: null,
        },
      ],
    });
    const { endCursor } = (first.data?.['inbox'] as { pageInfo: { endCursor: string } }).pageInfo;
    const second = await service.ask('clerk', INBOX, { after: endCursor });
    expect(second.data?.['inbox']).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ command: 'RegisterModel', dueAt: REGISTRATIONS_BEFORE }],
    });
  });

  it('show the dossier with what may be done', async () => {
    await house.tell('plan-1', ...planEvents('a').slice(0, 3));
    const { data } = await service.ask('officer', INBOX);
    expect(data?.['inbox']).toMatchObject({
      nodes: [
        {
          title: 'Kế hoạch Dân vận khéo',
          command: 'ReceivePlan',
          statusLabel: 'Đã gửi',
          subject: { __typename: 'Plan', id: toGlobalId('Plan', '1') },
          action: { allowed: true, refusal: null },
        },
      ],
    });
  });

  it('show targets to anyone with a role, and to nobody else', async () => {
    const query = `query ($campaign: ID) { targets(year: 2026, campaign: $campaign) { key label reading primary numerator denominator met sentence } }`;
    const answer = await service.ask('clerk', query, { campaign: toGlobalId('Campaign', CAMPAIGN) });
    expect((answer.data?.['targets'] as readonly object[])[0]).toEqual({
      key: 'T-1',
      label: 'Chỉ tiêu T-1',
      reading: 'COUNTING_INTEGRATED',
      primary: true,
      numerator: 0,
      denominator: 2,
      met: false,
      sentence: '0/2 đơn vị đã ban hành kế hoạch – chưa đạt (yêu cầu 100 %)',
    });
    expect((await service.ask('nobody', query)).errors?.[0]?.message).toBe('OVERVIEW_ROLE_NEEDED');
    expect((await service.ask(undefined, query)).errors?.[0]?.message).toBe('NOT_AUTHENTICATED');
    expect((await service.ask('clerk', query, { campaign: toGlobalId('Unit', CAMPAIGN) })).errors?.[0]?.message).toBe(
      'ID_INVALID',
    );
  });

  it('show who is late', async () => {
    const { data } = await service.ask(
      'officer',
      `{ unitsWithout(year: 2026, what: PLAN) { daysLate dueAt unit { name } } }`,
    );
    const entry = (name: string) => ({ daysLate: 0, dueAt: PLANS_BEFORE, unit: { name } });
    expect(data?.['unitsWithout']).toEqual([entry('Phường a'), entry(`Phường ${HOME_AFFAIRS}`)]);
  });

  it('tell a listener of what has changed, over a socket', async () => {
    const client = createClient({
      url: service.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { subject: 'officer' },
      retryAttempts: 0,
    });
    const changes = client.iterate<{ inboxChanged: { id: string; lifecycle: string; position: string } }>({
      query: 'subscription { inboxChanged { id lifecycle position } }',
    });
    const next = changes.next();
    // The socket says nothing of when the subscription stands: the same dossier changes until it is heard.
    let heard = false;
    const hearing = next.finally(() => (heard = true));
    while (!heard) {
      await house.tell('plan-1', { type: 'PlanErratumIssued', data: { correction: 'Sửa lỗi chính tả' } });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { value } = await hearing;
    const change = (value as { data?: { inboxChanged: { id: string; lifecycle: string; position: string } } }).data
      ?.inboxChanged;
    expect(change).toMatchObject({ lifecycle: 'plan' });
    expect(fromGlobalId(change?.id ?? '')).toEqual({ type: 'Plan', id: '1' });
    await changes.return?.();
    await client.dispose();
  });
});
