import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { Api } from '../client/api.js';
import { Player } from './player.js';
import { Ref, type Scene } from './scene.js';

const TOKEN = ['e30', Buffer.from(JSON.stringify({ iss: 'urn:test' })).toString('base64url'), 'x'].join('.');
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

interface Sent {
  readonly query: string;
  readonly variables: { readonly input: Readonly<Record<string, unknown>> };
}

/** A service that answers every command alike, and remembers what it was sent. */
async function service(answer: object): Promise<{ api: Api; sent: Sent[]; moves: string[] }> {
  const [sent, moves]: [Sent[], string[]] = [[], []];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? '';
      if (path === '/graphql') sent.push(JSON.parse(body) as Sent);
      if (path === '/demo/clock') moves.push((JSON.parse(body) as { to: string }).to);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(path.startsWith('/demo/token') ? { accessToken: TOKEN } : { data: { sent: answer } }),
      );
    });
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  return { api: new Api(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`), sent, moves };
}

const paper = { issuer: 'Sở Nội vụ', type: 'CV', symbol: 'SNV' };
const scene = (changes: Partial<Scene> = {}): Scene => ({
  day: '2026-07-02',
  chapter: 'PLANS',
  as: 'head.SYT',
  on: 'plan',
  command: 'IssuePlan',
  input: {},
  ...changes,
});

describe('A player', () => {
  it('sends each command under an id that follows from the seed and its number', async () => {
    const { api, sent } = await service({ userErrors: [], dossier: { id: 'p1' } });
    const player = new Player(api, 'seed');
    await player.play(scene());
    await player.play(scene());
    expect(sent.map(({ variables }) => variables.input['commandId'])).toEqual([
      derivedId('demo', 'seed', 1),
      derivedId('demo', 'seed', 2),
    ]);
  });

  it('puts what earlier scenes brought about in its place', async () => {
    const { api, sent } = await service({ userErrors: [], dossier: { id: 'p1', items: [{ item: 'i1' }] } });
    const player = new Player(api, 'seed');
    await player.play(scene({ saves: 'plan', select: 'items { item }' }));
    await player.play(
      scene({ input: { id: new Ref('plan'), decisions: [{ item: new Ref('plan', ['items', 0, 'item']) }] } }),
    );
    expect(sent[1]?.variables.input).toMatchObject({ id: 'p1', decisions: [{ item: 'i1' }] });
    expect(sent[0]?.query).toContain('issuePlan(input: $input)');
  });

  it('moves the clock to the morning of each new day, once', async () => {
    const { api, moves } = await service({ userErrors: [], dossier: null });
    const player = new Player(api, 'seed');
    for (const day of ['2026-07-02', '2026-07-02', '2026-07-06']) await player.play(scene({ day }));
    expect(moves).toEqual(['2026-07-02T01:00:00.000Z', '2026-07-06T01:00:00.000Z']);
  });

  it('numbers papers by issuer, type and year, and dates them when the act happened', async () => {
    const { api, sent } = await service({ userErrors: [], dossier: null });
    const player = new Player(api, 'seed');
    await player.play(scene({ paper }));
    await player.play(scene({ paper, day: '2026-07-06', occurredAt: '2026-07-03T02:00:00Z' }));
    expect(sent.map(({ variables }) => variables.input['document'])).toEqual([
      { issuer: 'Sở Nội vụ', type: 'CV', number: '01/CV-SNV', year: 2026, signedOn: '2026-07-02' },
      { issuer: 'Sở Nội vụ', type: 'CV', number: '02/CV-SNV', year: 2026, signedOn: '2026-07-03' },
    ]);
  });

  it('stops at a refusal and says which step, who, and why', async () => {
    const { api } = await service({
      userErrors: [{ code: 'PLAN_INCOMPLETE', message: 'Kế hoạch còn thiếu lĩnh vực.', path: ['content'] }],
      dossier: null,
    });
    await expect(new Player(api, 'seed').play(scene())).rejects.toThrow(
      /bước 1 .*2026-07-02.*head\.SYT – IssuePlan\s+PLAN_INCOMPLETE: Kế hoạch còn thiếu lĩnh vực\. \[content\]/s,
    );
  });
});
