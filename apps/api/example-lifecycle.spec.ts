import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { ProjectCopy, type Started } from './spec-support/project-copy.js';
import { Client, newCommandId } from './testing/client.js';
import { demoToken } from './testing/running-service.js';

const EXAMPLE = 'docs/how-to/example-lifecycle/outreach';
const FOLDER = 'libs/lifecycles/outreach';
const LIST = 'libs/lifecycles/list.ts';
const LINE = "export { outreachModule } from './outreach/module.js';\n";
const LONG = 120_000;

const CLERK = 'clerk.19753';
const OFFICER = 'snv.officer';

let copy: ProjectCopy;
let before: ReadonlyMap<string, string>;
let server: Started;

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  readonly repeated: boolean;
  readonly outreach?: { readonly id: string; readonly status: string; readonly dueAt: string | null } | null;
}

const as = (sub: string): Client => new Client(server.url, async () => `Bearer ${await demoToken(server.url, sub)}`);

/** Sends one command of the example and gives what the payload says. */
async function send(sub: string, command: string, input: object): Promise<Payload> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { it: ${command}(input: $input) { userErrors { code message } repeated outreach { id status dueAt } } }`;
  const { it: payload } = await as(sub).query<{ it: Payload }>(query, {
    input: { commandId: newCommandId(), ...input },
  });
  return payload;
}

/** Reads a query's one root field, named `it`. */
const read = async <T>(sub: string, query: string, variables: object = {}): Promise<T> =>
  (await as(sub).query<{ it: T }>(query, variables)).it;

const oneId = async (query: string): Promise<string> =>
  (await read<{ nodes: readonly { id: string }[] }>(CLERK, query)).nodes[0]?.id ?? '';

beforeAll(async () => {
  copy = new ProjectCopy();
  before = copy.sources();
  cpSync(EXAMPLE, copy.path(FOLDER), { recursive: true });
  writeFileSync(copy.path(LIST), readFileSync(copy.path(LIST), 'utf8') + LINE);
  await copy.build();
  server = await copy.start({
    KHEO_DATA: copy.path('data'),
    KHEO_SIMULATED_FROM: '2026-09-10T01:00:00.000Z',
    KHEO_SIMULATION_SEED: 'example',
  });
}, LONG);

afterAll(async () => {
  await server?.stop();
  copy?.remove();
}, LONG);

describe('the example lifecycle of the guide', () => {
  let id = '';

  it('is one folder and one line', () => {
    const changed = [...copy.sources()].filter(([path, text]) => before.get(path) !== text);
    const outside = changed.filter(([path]) => !path.startsWith(`${FOLDER}/`));
    expect(outside).toEqual([[LIST, `${before.get(LIST)}${LINE}`]]);
    expect(changed.length).toBeGreaterThan(outside.length);
  });

  it(
    'keeps to the types of the house',
    async () => {
      writeFileSync(
        copy.path('tsconfig.example.json'),
        JSON.stringify({ extends: './tsconfig.json', include: [`${FOLDER}/*.ts`, LIST] }),
      );
      expect(
        await copy.run(process.execPath, [
          'node_modules/typescript/bin/tsc',
          '--noEmit',
          '-p',
          'tsconfig.example.json',
        ]),
      ).toBe('');
    },
    LONG,
  );

  it(
    'keeps to the style and the arrows of the house',
    async () => {
      expect(await copy.run(process.execPath, ['node_modules/eslint/bin/eslint.js', FOLDER])).toBe('');
      expect(
        await copy.run(process.execPath, [
          'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
          '--config',
          '.dependency-cruiser.cjs',
          FOLDER,
        ]),
      ).toContain('no dependency violations');
    },
    LONG,
  );

  it('is begun by a clerk, once however often it is sent', async () => {
    const campaign = await oneId('{ it: campaigns { nodes { id } } }');
    const unit = await oneId('{ it: units(where: { search: "19753" }) { nodes { id } } }');
    const input = {
      commandId: newCommandId(),
      campaign,
      unit,
      year: 2026,
      topic: 'Dịch vụ công trực tuyến',
      day: '2026-09-11',
      place: 'Nhà văn hóa tổ 3',
    };
    const first = await send(CLERK, 'planOutreach', input);
    expect(first).toMatchObject({
      userErrors: [],
      repeated: false,
      outreach: { status: 'PLANNED', dueAt: '2026-09-12T17:00:00.000Z' },
    });
    expect(await send(CLERK, 'planOutreach', input)).toMatchObject({
      userErrors: [],
      repeated: true,
      outreach: first.outreach,
    });
    id = first.outreach?.id ?? '';
  });

  it('says why it cannot be recorded before its day', async () => {
    const query =
      'query ($id: ID!) { it: outreach(id: $id) { availableActions { command allowed refusal { message } } } }';
    const { availableActions } = await read<{ availableActions: readonly { command: string }[] }>(CLERK, query, { id });
    expect(availableActions.find(({ command }) => command === 'RecordOutreachHeld')).toEqual({
      command: 'RecordOutreachHeld',
      allowed: false,
      refusal: { message: 'Buổi tuyên truyền dự kiến ngày 2026-09-11 chưa diễn ra nên chưa thể ghi nhận.' },
    });
    expect(await send(CLERK, 'recordOutreachHeld', { id, attendance: 120 })).toMatchObject({
      userErrors: [{ code: 'OUTREACH_NOT_YET_HELD' }],
      outreach: null,
    });
  });

  it('is recorded on its day and waits in the officer’s inbox', async () => {
    const body = JSON.stringify({ to: '2026-09-11T10:00:00.000Z' });
    await fetch(`${server.url}/demo/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(await send(CLERK, 'recordOutreachHeld', { id, attendance: 120 })).toMatchObject({
      userErrors: [],
      outreach: { status: 'HELD' },
    });
    const inbox = await read<{ nodes: readonly object[] }>(
      OFFICER,
      '{ it: inbox(first: 100) { nodes { commandLabel } } }',
    );
    expect(inbox.nodes).toContainEqual({ commandLabel: 'Xác nhận buổi tuyên truyền' });
  });

  it('is listed, and found without diacritics', async () => {
    const list =
      '{ it: outreaches(where: { status: [HELD], search: "nha van hoa" }) { totalCount nodes { id statusLabel attendance unit { name } } } }';
    expect(await read(OFFICER, list)).toEqual({
      totalCount: 1,
      nodes: [{ id, statusLabel: 'Đã tổ chức', attendance: 120, unit: { name: 'Phường Phú Xuân' } }],
    });
  });

  it('is confirmed by an officer and by nobody of the ward', async () => {
    expect(await send(CLERK, 'confirmOutreach', { id })).toMatchObject({ userErrors: [{ code: 'NOT_COMPETENT' }] });
    expect(await send(OFFICER, 'confirmOutreach', { id })).toMatchObject({
      userErrors: [],
      outreach: { status: 'CONFIRMED' },
    });
  });

  it('keeps its whole history', async () => {
    const query =
      'query ($id: ID!) { it: outreach(id: $id) { history { label actor { roleLabel } decision { saw { revision } } } } }';
    const { history } = await read<{ history: readonly object[] }>('auditor', query, { id });
    expect(history).toEqual([
      { label: 'Lập kế hoạch buổi tuyên truyền', actor: { roleLabel: 'Cán bộ đơn vị' }, decision: null },
      { label: 'Đã tổ chức buổi tuyên truyền', actor: { roleLabel: 'Cán bộ đơn vị' }, decision: null },
      {
        label: 'Xác nhận buổi tuyên truyền',
        actor: { roleLabel: 'Chuyên viên Sở Nội vụ' },
        decision: { saw: [{ revision: 1 }] },
      },
    ]);
  });
});
