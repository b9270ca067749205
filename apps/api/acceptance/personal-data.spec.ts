import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newCommandId } from '../testing/client.js';
import { accepted, bring, content, draft, paper, plan, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

/** A name that stands nowhere else, in the spellings in which it could be written down. */
const CANARY = 'Hoàng Thị Chim Yến Vàng';
const SPELLINGS = [
  CANARY,
  CANARY.normalize('NFD'),
  CANARY.toUpperCase(),
  'Chim Yến Vàng',
  'hoang thi chim yen vang',
  'chim yen vang',
  JSON.stringify(CANARY).replace(/[^\x20-\x7e]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`),
];
const FORMS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text, 'utf8')],
  ['UTF-16', (text) => Buffer.from(text, 'utf16le')],
  ['base64', (text) => Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -2))],
  ['hexadecimal', (text) => Buffer.from(Buffer.from(text, 'utf8').toString('hex'))],
];

let kheo: RunningService;
const printed: string[] = [];
beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    jest.spyOn(stream, 'write').mockImplementation((...given) => {
      printed.push(String(given[0]));
      return (write as (...all: unknown[]) => boolean)(...given);
    });
  }
  kheo = await startService('embedded');
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await kheo.stop();
});

/** Where the canary is found in a text of bytes. */
const sightings = (where: string, bytes: Buffer): readonly string[] =>
  SPELLINGS.flatMap((it) =>
    FORMS.filter(([, form]) => bytes.includes(form(it))).map(([name]) => `${where}: ${it} (${name})`),
  );

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
}

const person = (name: string) => ({ name, position: 'Chủ tịch UBND phường' });

describe('a person’s name', () => {
  const named = (over: object = {}) => content({ responsible: person(CANARY), ...over });
  const clerk = () => kheo.as('clerk.19753');

  it('is read by its owner through all that a plan goes through', async () => {
    await accepted(clerk(), 'draftPlan', draft('19753', { content: named() }));
    await accepted(clerk(), 'revisePlan', { id: plan('19753'), content: named({ title: 'Bản hai' }) });
    await accepted(kheo.as('head.19753'), 'issuePlan', { id: plan('19753'), document: paper() });
    await accepted(clerk(), 'submitPlan', { id: plan('19753') });
    await accepted(kheo.as('snv.officer'), 'returnPlan', { id: plan('19753'), reason: 'Cần bổ sung' });
    await accepted(kheo.as('snv.officer'), 'appointHead', {
      id: unit('19753'),
      name: person(CANARY),
      acting: false,
      document: paper(),
    });
    const shown = await clerk().query(
      'query($id: ID!) { plan(id: $id) { responsible { name } unit { heads { name { name } } } } }',
      { id: plan('19753') },
    );
    expect(shown).toEqual({ plan: { responsible: { name: CANARY }, unit: { heads: [{ name: { name: CANARY } }] } } });
  });

  it('travels through every kind of refusal', async () => {
    const refused = async (input: object) => JSON.stringify(await clerk().command('draftPlan', input));
    const answers = await Promise.all([
      refused(draft('19753', { content: named() })),
      refused(draft('19789', { content: named() })),
      refused(draft('19753', { content: named({ fields: ['SPORT'] }) })),
      refused(draft('19753', { content: named({ responsible: person(`${CANARY}\u0000`) }) })),
      refused(draft('19753', { content: named({ responsible: person(CANARY.repeat(9)) }) })),
      refused(draft('19753', { content: { ...named(), colour: 'đỏ' } })),
      refused(draft('19753', { content: named({ mode: 'SECRET' }) })),
    ]);
    expect(sightings('refusals', Buffer.from(answers.join('\n')))).toEqual([]);
  });

  it('is in no refused attempt at a decision', async () => {
    const appoint = {
      id: unit('19789'),
      name: person(CANARY),
      acting: true,
      document: paper(),
      commandId: newCommandId(),
    };
    expect((await kheo.as('mttq').mutate('appointHead', appoint)).userErrors).toHaveLength(1);
    expect((await kheo.service.attempts.list({ first: 500 })).some((it) => it.commandId === appoint.commandId)).toBe(
      true,
    );
  });

  it('stands in no history, whoever reads it', async () => {
    await bring(kheo, '19804', 'drafted');
    for (const sub of ['clerk.19753', 'auditor', 'snv.officer']) {
      const history = await kheo
        .as(sub)
        .send('query($id: ID!) { plan(id: $id) { history { changes { before after } } } }', { id: plan('19753') });
      expect(sightings(sub, Buffer.from(history.text))).toEqual([]);
    }
  });

  it('is found by no search', async () => {
    const found = await kheo
      .as('auditor')
      .query(
        'query($search: String) { plans(where: { search: $search }) { totalCount } units(where: { search: $search }) { totalCount } }',
        { search: 'Chim Yến' },
      );
    expect(found).toEqual({ plans: { totalCount: 0 }, units: { totalCount: 0 } });
  });

  it('is in no byte of any file, and in nothing that was logged', async () => {
    const files = await filesUnder(kheo.data);
    expect(files.map((it) => it.slice(kheo.data.length + 1))).toEqual(
      expect.arrayContaining(['log.db', 'keys.db', 'keys.kek', 'refused-attempts.db']),
    );
    const found = await Promise.all(files.map(async (file) => sightings(file, await readFile(file))));
    expect(found.flat()).toEqual([]);
    expect(sightings('log', Buffer.from([...printed, ...kheo.said].join('\n')))).toEqual([]);
  });

  it('would have been found: the plan’s title is', async () => {
    const files = await filesUnder(kheo.data);
    const title = Buffer.from('Bản hai');
    const found = await Promise.all(files.map(async (file) => (await readFile(file)).includes(title)));
    expect(found.filter(Boolean).length).toBeGreaterThan(0);
  });
});
