import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { createClient, type Client } from 'graphql-ws';
import { parse } from 'graphql';
import { localDateOf } from '#calendar';
import { WebSocket } from 'ws';
import { startProcesses } from './processes.js';
import type { Answer } from './testing/client.js';
import { demoToken, startService, type RunningService } from './testing/running-service.js';

const LONG = 120_000;
const pages = ['README.md', 'README.vi.md', ...globSync('docs/**/*.md')].sort();
const read = (path: string): string => readFileSync(path, 'utf8');
const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '');

/** The anchor of a heading, as code hosts make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const anchorsIn = (path: string): readonly string[] =>
  [...withoutCode(read(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path));
  return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
}

describe('the documents', () => {
  it.each(pages)('%s links to what exists', (page) => {
    const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !/^[a-z]+:/.test(link) && isBroken(page, link))).toEqual([]);
  });

  it.each(pages)('%s names scripts that exist', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const named = [...read(page).matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(['README.md', 'README.vi.md'])('%s names every variable of the configuration and no other', (page) => {
    const variablesIn = (path: string): ReadonlySet<string> =>
      new Set(
        read(path)
          .match(/KHEO_[A-Z_]+/g)
          ?.filter((name) => !name.endsWith('_')),
      );
    expect(variablesIn(page)).toEqual(variablesIn('apps/api/configuration.ts'));
  });

  it('lists every decision record', () => {
    const listed = [...read('docs/adr/README.md').matchAll(/\((\d{4}-[^)]+)\)/g)].map(([, file]) => file);
    expect(listed).toEqual(
      globSync('*.md', { cwd: 'docs/adr' })
        .filter((file) => file !== 'README.md')
        .sort(),
    );
  });

  it('quotes the example lifecycle as it is', () => {
    const guide = read('docs/how-to/add-a-lifecycle.md');
    const quotes = [...guide.matchAll(/\]\((example-lifecycle\/[^)]+)\)[^\n]*\n+```ts\n([\s\S]*?)```/g)];
    expect(quotes.length).toBeGreaterThan(10);
    for (const [, file, quote] of quotes) expect(quote).toBe(read(`docs/how-to/${file}`));
  });
});

/** One operation of the tour: who sends it, and the refusal that the text promises. */
interface Stop {
  readonly as: string;
  readonly operation: string;
  readonly refusedWith?: string;
}

/** The tour as a reader meets it: a persona's link, then operations, then perhaps a refusal in words. */
function tourIn(page: string): readonly Stop[] {
  let as = '';
  const stops: Stop[] = [];
  for (const [, persona, operation, code] of read(page).matchAll(
    /ide\?as=([\w.]+)|```graphql\n([\s\S]*?)```|(?:Refused with|Bị từ chối với mã) `(\w+)`/g,
  )) {
    if (persona) as = persona;
    else if (operation) stops.push({ as, operation });
    else stops.push({ ...(stops.pop() as Stop), refusedWith: code });
  }
  return stops;
}

const isSubscription = ({ operation }: Stop): boolean =>
  parse(operation).definitions.some((it) => 'operation' in it && it.operation === 'subscription');

/** Every refusal in an answer, whichever field it stands under. */
const refusalsIn = ({ data }: Answer): readonly string[] =>
  Object.values(data ?? {}).flatMap(
    (field) =>
      (field as { userErrors?: readonly { code: string }[] } | null)?.userErrors?.map(({ code }) => code) ?? [],
  );

/** Where the machine's clock may stand when somebody takes the tour: before the campaign's first year, in it, after it. */
const STARTS = ['2025-11-03T02:00:00.000Z', '2026-11-25T02:00:00.000Z', '2027-03-01T02:00:00.000Z'];

describe.each(STARTS)('the tour, begun at %s', (from) => {
  const stops = tourIn('README.md');
  let service: RunningService;
  let client: Client | undefined;

  beforeAll(async () => {
    service = await startService(undefined, undefined, from);
    await startProcesses(service.service);
  }, LONG);
  afterAll(async () => {
    await client?.dispose();
    await service?.stop();
  }, LONG);

  /** Listens, and gives the first message once it has come. */
  async function listen({ as, operation }: Stop): Promise<{ readonly first: Promise<unknown> }> {
    const authorization = `Bearer ${await demoToken(service.url, as)}`;
    const socket = createClient({
      url: `${service.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization },
    });
    client = socket;
    const connected = new Promise<void>((resolve) => void socket.on('connected', () => resolve()));
    const messages = socket.iterate<Record<string, unknown>>({ query: operation });
    const first = messages
      .next()
      .then(({ value }: IteratorResult<{ data?: unknown }, unknown>) => (value as { data?: unknown }).data);
    await connected;
    // Two answers later the subscription, sent before them, is under way.
    await service.as(as).query('{ me { id } }');
    await service.as(as).query('{ me { id } }');
    return { first };
  }

  it('is the same in both languages', () => {
    expect(tourIn('README.vi.md')).toEqual(stops);
  });

  it(
    'answers as it says, from the first operation to the last',
    async () => {
      const heard: Promise<unknown>[] = [];
      const today = localDateOf(service.service.clock.now());
      const year = Number(today.slice(0, 4));
      for (const stop of stops) {
        if (isSubscription(stop)) heard.push((await listen(stop)).first);
        else {
          const answer = await service
            .as(stop.as)
            .send(stop.operation, /\$today/.test(stop.operation) ? { year, today } : undefined);
          expect({ stop, errors: answer.errors, refused: refusalsIn(answer) }).toEqual({
            stop,
            errors: undefined,
            refused: stop.refusedWith ? [stop.refusedWith] : [],
          });
        }
      }
      expect(await Promise.all(heard)).toEqual([
        { inboxChanged: { position: expect.any(String), lifecycle: 'plan', id: expect.any(String) } },
      ]);
    },
    LONG,
  );

  it(
    'is followed up by the system: three weeks later the plan that nobody received is overdue, and a week on escalated',
    async () => {
      const at = async (path: string, init?: RequestInit): Promise<Record<string, unknown>> =>
        (await (await fetch(`${service.url}${path}`, init)).json()) as Record<string, unknown>;
      const later = async (days: number): Promise<unknown> => {
        const to = new Date(Date.parse(String((await at('/demo/clock'))['now'])) + days * 86_400_000);
        const headers = { 'content-type': 'application/json' };
        return at('/demo/clock', { method: 'POST', headers, body: JSON.stringify({ to: to.toISOString() }) });
      };
      const seen = async (sub: string): Promise<unknown> => {
        const { notices } = await service.as(sub).query('{ notices { nodes { status title dossier { id } } } }');
        return (notices as { readonly nodes: unknown }).nodes;
      };
      const told: unknown[] = [];
      for (const days of [21, 8]) {
        await later(days);
        told.push(await seen('snv.officer'));
      }
      const dossier = { id: expect.any(String) };
      const title = 'Kế hoạch: Tiếp nhận kế hoạch';
      expect(told).toEqual([[{ status: 'OVERDUE', title, dossier }], [{ status: 'ESCALATED', title, dossier }]]);
      expect(await seen('clerk.19753')).toEqual([
        { status: 'REMINDED', title: 'Đăng ký mô hình: Lập đăng ký mô hình', dossier: null },
      ]);
      expect((await at('/health/ready'))['processes']).toMatchObject([
        { process: 'deadlines', resting: false, refused: 0 },
      ]);
    },
    LONG,
  );
});
