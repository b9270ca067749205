import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { START } from '#kernel';
import { unitId } from '#lifecycles/unit';
import { hueCampaignId } from '#seed';
import { actIn, evaluate, modelUpTo, OWN, PANEL, registerCollective, subjectOf } from '../testing/dossiers.js';
import { newCommandId, type Client, type Payload } from '../testing/client.js';
import { startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
let model = '';
let evaluation = '';
beforeAll(async () => {
  kheo = await startService();
  const act = actIn(kheo.service);
  model = (await modelUpTo(act, 'ADMIN_REFORM_DIGITAL', 7)).model;
  evaluation = toGlobalId('Evaluation', await evaluate(kheo.service, act, model, PANEL.length));
}, 120_000);
afterAll(() => kheo.stop());

const clerk = (): Client => kheo.as(`clerk.${OWN}`);
const head = (): Client => kheo.as(`head.${OWN}`);
const today = (): string => kheo.service.clock.now().slice(0, 10);
let papers = 0;
const paper = () => ({
  document: {
    issuer: 'UBND phường Phú Xuân',
    type: 'QĐ',
    number: `${(papers += 1)}/QĐ-UBND`,
    year: Number(today().slice(0, 4)),
    signedOn: today(),
  },
});

/** A dossier for one collective of the ward's. */
async function prepared(registered: string): Promise<string> {
  const item = {
    model: toGlobalId('Model', model),
    form: 'CERTIFICATE_OF_COMMENDATION',
    achievement: 'Rút ngắn thời gian giải quyết',
    recipient: { kind: 'COLLECTIVE', collective: { registered } },
  };
  const about = { campaign: toGlobalId('Campaign', hueCampaignId), unit: toGlobalId('Unit', unitId(OWN)), year: 2026 };
  const { sent } = await clerk().query<{ sent: { commendation: { id: string } } }>(
    'mutation($input: PrepareDossierInput!) { sent: prepareDossier(input: $input) { commendation { id } } }',
    { input: { commandId: newCommandId(), ...about, items: [item] } },
  );
  return sent.commendation.id;
}
const team = async (name: string): Promise<string> =>
  toGlobalId('Collective', await registerCollective(actIn(kheo.service), name));
const grant = (id: string): Promise<Payload> => head().mutate('decideAtUnit', { id, ...paper() });
const outcomeOf = ({ userErrors }: Payload): string => userErrors[0]?.code ?? 'OK';

describe('One achievement, in two dossiers whose heads act at the same moment', () => {
  it.each<[string, (id: string) => Promise<Payload>]>([
    ['granted', grant],
    ['sent to Home Affairs', (id) => head().mutate('submitDossier', { id })],
  ])('is %s once', async (what, send) => {
    for (const number of [1, 2, 3, 4]) {
      const recipient = await team(`Tổ tự quản ${what} ${number}`);
      const pair = [await prepared(recipient), await prepared(recipient)];
      const outcomes = (await Promise.all(pair.map(send))).map(outcomeOf);
      expect(outcomes.sort()).toEqual(['ACHIEVEMENT_TAKEN', 'OK']);
    }
  });

  it('stays that of one of eight', async () => {
    const recipient = await team('Tổ tự quản tám hồ sơ');
    const eight: string[] = [];
    for (let count = 0; count < 8; count += 1) eight.push(await prepared(recipient));
    const outcomes = (await Promise.all(eight.map(grant))).map(outcomeOf);
    expect(outcomes.filter((it) => it === 'OK')).toHaveLength(1);
    expect(outcomes.filter((it) => it !== 'OK')).toEqual(Array.from({ length: 7 }, () => 'ACHIEVEMENT_TAKEN'));
  });
});

describe('An evaluation that is reopened while awards rest on it', () => {
  it('goes on and names each award that came before it; none comes after', async () => {
    const dossiers: string[] = [];
    for (let count = 0; count < 8; count += 1) dossiers.push(await prepared(await team(`Đội xung kích ${count}`)));
    const [first = '', ...others] = dossiers;
    expect(outcomeOf(await grant(first))).toBe('OK');
    const reopen = kheo.as('snv.leader').mutate('reopenEvaluation', {
      id: evaluation,
      conflicted: [toGlobalId('Subject', subjectOf(PANEL[1]))],
      reason: 'Thành viên có xung đột lợi ích',
    });
    const [reopened, ...granted] = await Promise.all([reopen, ...others.map(grant)]);
    expect(outcomeOf(reopened)).toBe('OK');
    const outcomes = granted.map(outcomeOf);
    expect(outcomes.filter((it) => it !== 'OK' && it !== 'MODEL_NOT_EFFECTIVE')).toEqual([]);
    const standing = [first, ...others.filter((_, place) => outcomes[place] === 'OK')];

    const log = (await kheo.service.store.readAll(START, 100_000)).map(({ type }) => type);
    expect(log.lastIndexOf('UnitCommendationGranted')).toBeLessThan(log.indexOf('EvaluationReopened'));

    const found = await head().query<{
      evaluation: { setAside: readonly { resting: readonly string[] }[] };
      nodes: readonly { id: string; shakenGrounds: readonly string[] }[];
    }>(
      `query($id: ID!, $ids: [ID!]!) { evaluation(id: $id) { setAside { resting } }
        nodes(ids: $ids) { ... on Commendation { id shakenGrounds } } }`,
      { id: evaluation, ids: dossiers },
    );
    const named = found.evaluation.setAside.flatMap(({ resting }) => resting);
    expect(standing.filter((id) => !named.includes(id))).toEqual([]);
    const shaken = found.nodes.filter(({ shakenGrounds }) => shakenGrounds.includes(evaluation)).map(({ id }) => id);
    expect(shaken.sort()).toEqual([...standing].sort());
  });
});
