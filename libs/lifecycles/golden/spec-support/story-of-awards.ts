import { derivedId, personal, prose } from '#kernel';
import { commendationFold } from '#lifecycles/commendation';
import type { CommendationCommand } from '../../commendation/commands.js';
import type { ExemplarCommand } from '../../exemplar/commands.js';
import type { ReplicationCommand } from '../../replication/commands.js';
import type { Stage } from './actors.js';
import { collectiveOf } from './story-of-collectives.js';
import { proposal } from './story-of-models.js';
import type { Scene } from './scene.js';

const individual = {
  kind: 'INDIVIDUAL',
  person: personal(derivedId('golden-person', 4), 'Phan Thị Bích Ngọc\nTổ trưởng'),
} as const;

/** The model is commended, held up as an example and taken over by another unit. */
export async function tellAwards(stage: Stage, scene: Scene, model: string): Promise<void> {
  stage.moveTo('2026-11-02T02:00:00.000Z');
  await tellCommendation(stage, scene, model);
  await tellExemplar(stage, scene, model);
  await tellReplication(stage, scene, model);
}

async function tellCommendation(
  stage: Stage,
  { campaign, unit, year, ward, other }: Scene,
  model: string,
): Promise<void> {
  const { as, loader } = stage;
  const collective = await collectiveOf(stage, { unit, ward }, 'Tổ dân phố 3');
  const send = (sub: string, command: CommendationCommand, type = 'QĐ'): Promise<string> =>
    as(sub, 'commendation', command, { paper: type });
  const draft = {
    model,
    form: 'CERTIFICATE_OF_MERIT',
    achievement: prose('Rút ngắn thời gian giải quyết thủ tục'),
  } as const;
  const id = await send(`clerk.${ward}`, {
    type: 'PrepareDossier',
    campaign,
    unit,
    year,
    items: [
      { ...draft, recipient: collective },
      { ...draft, recipient: individual },
    ],
  });
  const { state } = await loader.load(commendationFold, id);
  const items = state.status === 'none' ? [] : state.items.map((it) => it.item);
  await send(`head.${ward}`, { type: 'SubmitDossier', id });
  await send('snv.officer', { type: 'ReceiveDossier', id });
  await send('snv.officer', {
    type: 'AppraiseDossier',
    id,
    findings: items.map((item) => ({ item, eligible: true, checks: [] })),
  });
  await send('snv.officer', { type: 'RequestOpinion', id, bodies: [other] });
  await send('snv.officer', { type: 'RecordOpinion', id, body: other, opinion: 'AGREES' });
  await send(
    'council.secretary',
    { type: 'RecordCouncilVote', id, members: 9, present: 9, votesFor: 9, votesAgainst: 0, secret: true },
    'BB',
  );
  await send('snv.leader', { type: 'SubmitForDecision', id }, 'TTr');
  await send('ubnd.vice', {
    type: 'DecideCommendation',
    id,
    decisions: items.map((item) => ({ item, outcome: 'GRANTED' })),
  });
  await send('snv.officer', { type: 'ConferAward', id, items, on: '2026-11-02' });
  await send('snv.officer', {
    type: 'RecordAwardMoney',
    id,
    item: items[0] ?? '',
    amount: 3_000_000,
    on: '2026-11-02',
  });
  await send('vpub', { type: 'PublishDecision', id });
  await send('ubnd.vice', { type: 'IssueErratum', id, correction: prose('Sửa số quyết định') }, 'CV');
}

async function tellExemplar({ as }: Stage, { campaign, unit, year }: Scene, model: string): Promise<void> {
  const send = (sub: string, command: ExemplarCommand): Promise<string> => as(sub, 'exemplar', command);
  const id = await send('snv.leader', {
    type: 'RecogniseExemplar',
    campaign,
    unit,
    year,
    model,
    recipient: individual,
  });
  await send('snv.leader', { type: 'WithdrawExemplarStatus', id });
  await send('snv.leader2', { type: 'RestoreExemplar', id });
}

async function tellReplication({ as }: Stage, scene: Scene, model: string): Promise<void> {
  const { campaign, unit, year, other, neighbour } = scene;
  const [clerk, head] = [`clerk.${neighbour}`, `head.${neighbour}`];
  const send = (sub: string, command: ReplicationCommand): Promise<string> => as(sub, 'replication', command);
  const id = await send('snv.officer', { type: 'ProposeReplication', campaign, model, unit, year });
  await send('ubnd.vice', { type: 'DecideReplication', id, scope: 'SELECTED', mandatory: false, units: [other] });
  await send('snv.leader', { type: 'PublishReplicationGuide', id, guide: 'Hướng dẫn từng bước' });
  await send('snv.officer', { type: 'InviteUnits', id, units: [other] });
  await send(head, { type: 'AcceptAdoption', id, unit: other });
  const own = await as(clerk, 'model', { ...proposal(scene, other), derivedFrom: model });
  await send(head, { type: 'StartAdoption', id, unit: other, model: own });
  await send(clerk, {
    type: 'MeasureAdoption',
    id,
    unit: other,
    measures: [{ name: 'Số ngày xử lý', before: 5, after: 1 }],
    on: '2026-11-02',
  });
  await send('snv.officer', { type: 'ConfirmAdoption', id, unit: other });
  await send('snv.leader', { type: 'CloseReplication', id });
}
