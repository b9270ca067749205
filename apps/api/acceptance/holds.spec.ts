import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { unitId } from '#lifecycles/unit';
import { hueCampaignId } from '#seed';
import { actIn, evaluate, modelUpTo, OTHER, OWN, PANEL } from '../testing/dossiers.js';
import { newCommandId, type Client, type Payload } from '../testing/client.js';
import { accepted } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
/** An effective model of each unit. */
const models = new Map<string, string>();
let team = '';
beforeAll(async () => {
  kheo = await startService();
  const act = actIn(kheo.service);
  for (const key of [OWN, OTHER]) {
    const { model } = await modelUpTo(act, 'ADMIN_REFORM_DIGITAL', 7, key);
    await evaluate(kheo.service, act, model, PANEL.length, key);
    models.set(key, toGlobalId('Model', model));
  }
  team = await registered('Tổ dân phố 3');
}, 120_000);
afterAll(() => kheo.stop());

const clerk = (key = OWN): Client => kheo.as(`clerk.${key}`);
const head = (key = OWN): Client => kheo.as(`head.${key}`);
const unit = (key = OWN): string => toGlobalId('Unit', unitId(key));
const today = (): string => kheo.service.clock.now().slice(0, 10);
let papers = 0;
const paper = (issuer: string, type: string) => ({
  document: { issuer, type, number: `${(papers += 1)}/${type}`, year: Number(today().slice(0, 4)), signedOn: today() },
});

/** Sends a command and asks for the dossier's id. */
async function done<T = { id: string }>(by: Client, on: string, name: string, input: object, select = ''): Promise<T> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const found = await by.query<{ sent: { userErrors: readonly object[]; dossier: T } }>(
    `mutation($input: ${type}!) { sent: ${name}(input: $input) { userErrors { code message path } dossier: ${on} { id ${select} } } }`,
    { input: { commandId: newCommandId(), ...input } },
  );
  expect(found.sent.userErrors).toEqual([]);
  return found.sent.dossier;
}

const registered = async (name: string, key = OWN): Promise<string> =>
  (await done(clerk(key), 'collective', 'registerCollective', { unit: unit(key), name })).id;

interface Prepared {
  readonly id: string;
  readonly items: readonly {
    readonly item: string;
    readonly recipient: { readonly personName: { id: string } | null };
  }[];
}
const item = (recipient: object, key = OWN) => ({
  model: models.get(key),
  form: 'CERTIFICATE_OF_COMMENDATION',
  achievement: 'Rút ngắn thời gian giải quyết',
  recipient,
});
const ofTeam = () => ({ kind: 'COLLECTIVE', collective: { registered: team } });
const prepare = (recipient: object, key = OWN): Promise<Prepared> =>
  done<Prepared>(
    clerk(key),
    'commendation',
    'prepareDossier',
    { campaign: toGlobalId('Campaign', hueCampaignId), unit: unit(key), year: 2026, items: [item(recipient, key)] },
    'items { item recipient { personName { id } } }',
  );
const grant = (id: string): Promise<Payload> =>
  head().mutate('decideAtUnit', { id, ...paper('UBND phường Phú Xuân', 'QĐ') });
const submit = (id: string, key = OWN): Promise<Payload> => head(key).mutate('submitDossier', { id });
const codesOf = ({ userErrors }: Payload): readonly string[] => userErrors.map(({ code }) => code);

const HOLDS = 'status holds { hold ground } ended { hold }';
interface Held {
  readonly id: string;
  readonly status: string;
  readonly holds: readonly { readonly hold: string; readonly ground: string }[];
}
const place = (by: string, on: object, ground = 'DENUNCIATION'): Promise<Held> =>
  done<Held>(
    kheo.as(by),
    'heldRecipient',
    'placeHold',
    { ...on, ground, reason: 'Đơn tố cáo', ...paper('Thanh tra', 'CV') },
    HOLDS,
  );
const release = (by: string, { id }: Held, hold: string): Promise<Held> =>
  done<Held>(
    kheo.as(by),
    'heldRecipient',
    'releaseHold',
    { id, hold, reason: 'Đã có kết luận', ...paper('Thanh tra', 'KL') },
    HOLDS,
  );

describe('a collective', () => {
  it('is registered once under one name in its unit, however it is spelled', async () => {
    const again = { unit: unit(), name: ' tổ  DÂN phố 3 '.normalize('NFD') };
    expect(codesOf(await head().mutate('registerCollective', again))).toEqual(['COLLECTIVE_KNOWN']);
    expect(await registered('Tổ dân phố 3', OTHER)).not.toBe(team);
  });

  it('is registered once by those who do it at the same time', async () => {
    const name = 'Hợp tác xã Phú Xuân';
    const sent = Array.from({ length: 4 }, () => clerk().mutate('registerCollective', { unit: unit(), name }));
    expect((await Promise.all(sent)).map((it) => codesOf(it)[0] ?? 'OK').sort()).toEqual([
      'COLLECTIVE_KNOWN',
      'COLLECTIVE_KNOWN',
      'COLLECTIVE_KNOWN',
      'OK',
    ]);
  });

  it('is no unit of the roster under a name of its own', async () => {
    const named = { unit: unit(), name: 'phường  PHÚ XUÂN' };
    expect(codesOf(await clerk().mutate('registerCollective', named))).toEqual(['COLLECTIVE_IS_UNIT']);
  });

  it('stays who it was when it is renamed: its old name makes no second one of it', async () => {
    const id = await registered('Tổ 9');
    await accepted(clerk(), 'renameCollective', { id, name: 'Tổ dân phố 9', reason: 'Ghi đúng tên' });
    expect(codesOf(await clerk().mutate('registerCollective', { unit: unit(), name: 'Tổ 9' }))).toEqual([
      'COLLECTIVE_KNOWN',
    ]);
    expect(
      await clerk(OTHER).query('query($id: ID!) { collective(id: $id) { name names { value } } }', { id }),
    ).toEqual({
      collective: { name: 'Tổ dân phố 9', names: [{ value: 'Tổ 9' }, { value: 'Tổ dân phố 9' }] },
    });
  });

  it('is proposed by its identity, not by a name', async () => {
    const recipient = { kind: 'COLLECTIVE', collective: { registered: toGlobalId('Collective', unitId('nobody')) } };
    const input = {
      campaign: toGlobalId('Campaign', hueCampaignId),
      unit: unit(),
      year: 2026,
      items: [item(recipient)],
    };
    expect(codesOf(await clerk().mutate('prepareDossier', input))).toEqual(['RECIPIENT_NOT_REGISTERED']);
  });
});

describe('a hold on a recipient', () => {
  let held: Held;
  let dossier: Prepared;

  it('is placed by the inspectorate before there is a dossier', async () => {
    held = await place('inspector', { unit: unit(), collective: team });
    expect(held).toMatchObject({ status: 'HELD', holds: [{ ground: 'DENUNCIATION' }] });
  });

  it('stands in the way of the unit, which learns that it stands and no more', async () => {
    dossier = await prepare(ofTeam());
    const { userErrors } = await grant(dossier.id);
    expect(userErrors).toMatchObject([
      { code: 'RECIPIENT_HELD', message: expect.stringContaining('đang tạm dừng xem xét') },
    ]);
    expect(JSON.stringify(userErrors)).not.toMatch(/tố cáo|2026/);
    const seen = 'query($id: ID!) { commendation(id: $id) { items { recipient { holds { id } } } } }';
    const at = async (by: Client): Promise<string> => JSON.stringify(await by.query(seen, { id: dossier.id }));
    expect(await at(clerk())).not.toContain(held.id);
    expect(await at(kheo.as('auditor'))).toContain(held.id);
    expect(await head().query('query($id: ID!) { heldRecipient(id: $id) { id } }', { id: held.id })).toEqual({
      heldRecipient: null,
    });
  });

  it('is told with its ground to those who read holds', async () => {
    const title = { campaign: toGlobalId('Campaign', hueCampaignId), unit: unit(), year: 2026, model: models.get(OWN) };
    const recognise = { ...title, recipient: ofTeam(), ...paper('Sở Nội vụ', 'QĐ') };
    const { userErrors } = await kheo.as('snv.leader').mutate('recogniseExemplar', recognise);
    expect(userErrors).toMatchObject([{ code: 'RECIPIENT_HELD', message: expect.stringContaining('tố cáo') }]);
  });

  it('outlives the line of the dossier: taken out and put in again, withdrawn and prepared anew', async () => {
    const [line] = dossier.items;
    const revised = { id: dossier.id, items: [item(ofTeam())], removed: [line?.item] };
    await accepted(clerk(), 'reviseDossier', revised);
    expect(codesOf(await grant(dossier.id))).toEqual(['RECIPIENT_HELD']);
    await accepted(head(), 'withdrawDossier', { id: dossier.id, reason: 'Lập lại' });
    dossier = await prepare(ofTeam());
    expect(codesOf(await grant(dossier.id))).toEqual(['RECIPIENT_HELD']);
    expect(codesOf(await submit(dossier.id))).toEqual(['RECIPIENT_HELD']);
  });

  it('reaches the dossier of another unit', async () => {
    const { id } = await prepare(ofTeam(), OTHER);
    expect(codesOf(await submit(id, OTHER))).toEqual(['RECIPIENT_HELD']);
    await accepted(head(OTHER), 'withdrawDossier', { id, reason: 'Chờ kết luận' });
  });

  it('ends by a release alone, and stands while another does', async () => {
    const [first] = held.holds;
    held = await place('snv.officer', { unit: unit(), collective: team }, 'PRESS_ALLEGATION');
    const second = held.holds.find(({ ground }) => ground === 'PRESS_ALLEGATION');
    held = await release('inspector', held, first?.hold ?? '');
    expect(held).toMatchObject({ status: 'HELD', ended: [{ hold: first?.hold }] });
    expect(codesOf(await grant(dossier.id))).toEqual(['RECIPIENT_HELD']);
    const foreign = { id: held.id, hold: second?.hold, reason: 'Thử', ...paper('Thanh tra', 'KL') };
    expect(codesOf(await kheo.as('inspector').mutate('releaseHold', foreign))).toEqual(['HOLD_OF_ANOTHER_BODY']);
    expect(codesOf(await head().mutate('releaseHold', foreign))).toEqual(['NOT_COMPETENT']);
    expect(await release('snv.leader', held, second?.hold ?? '')).toMatchObject({ status: 'FREE', holds: [] });
    expect(codesOf(await grant(dossier.id))).toEqual([]);
  });

  it('is noted after a grant: the award shows it, and it shows the award', async () => {
    held = await place('inspector', { unit: unit(), collective: team }, 'INSPECTION');
    const found = await kheo
      .as('snv.officer')
      .query('query($id: ID!) { heldRecipient(id: $id) { holds { ground } collective { id } awards { id } } }', {
        id: held.id,
      });
    expect(found).toEqual({
      heldRecipient: { holds: [{ ground: 'INSPECTION' }], collective: { id: team }, awards: [{ id: dossier.id }] },
    });
    const award =
      'query($id: ID!) { commendation(id: $id) { items { outcome recipient { holds { holds { ground } } } } } }';
    expect(await kheo.as('snv.officer').query(award, { id: dossier.id })).toEqual({
      commendation: { items: [{ outcome: 'GRANTED', recipient: { holds: { holds: [{ ground: 'INSPECTION' }] } } }] },
    });
  });
});

describe('a person whom two dossiers named anew', () => {
  const named = (name: string) => ({ kind: 'INDIVIDUAL', person: { name, position: 'Tổ trưởng' } });
  const personIn = ({ items }: Prepared): string => items[0]?.recipient.personName?.id ?? '';

  it('meets one hold, under whichever identity', async () => {
    const [first, second] = [await prepare(named('Lê Thị Lan')), await prepare(named('Lê Thị Lan'))];
    const [person, double] = [personIn(first), personIn(second)];
    const join = { double, person, reason: 'Cùng một người' };
    const early = await place('inspector', { person: double });
    expect(codesOf(await kheo.as('snv.officer').mutate('joinPersons', join))).toEqual(['PERSON_ON_HOLD']);
    await release('inspector', early, early.holds[0]?.hold ?? '');
    await accepted(kheo.as('snv.officer'), 'joinPersons', join);

    const misplaced = { person: double, ground: 'DISCIPLINE', reason: 'Thử', ...paper('Thanh tra', 'CV') };
    expect(codesOf(await kheo.as('inspector').mutate('placeHold', misplaced))).toEqual(['RECIPIENT_IS_DOUBLE']);
    await place('inspector', { person });
    expect(codesOf(await grant(first.id))).toEqual(['RECIPIENT_HELD']);
    expect(codesOf(await grant(second.id))).toEqual(['RECIPIENT_IS_DOUBLE']);
    const renewed = await prepare({ kind: 'INDIVIDUAL', person: { id: double } });
    expect(personIn(renewed)).toBe(person);
    expect(codesOf(await grant(renewed.id))).toEqual(['RECIPIENT_HELD']);
  });
});
