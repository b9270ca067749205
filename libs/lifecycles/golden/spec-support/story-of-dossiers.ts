import { derivedId, personal, personRef, prose, type DocumentRef, type Personal } from '#kernel';
import { commendationFold } from '#lifecycles/commendation';
import { recipientFold, type RecipientCommand } from '#lifecycles/recipient';
import type { CommendationCommand } from '../../commendation/commands.js';
import type { ItemDraft, RecipientDraft } from '../../commendation/items.js';
import type { Stage } from './actors.js';
import { collectiveOf, renameCollective } from './story-of-collectives.js';
import type { Scene } from './scene.js';

const person = (place: number, clear: string): RecipientDraft['person'] =>
  personal(derivedId('golden-person', place), clear);
const PERSONS: readonly RecipientDraft[] = [
  { kind: 'INDIVIDUAL', person: person(7, 'Ngô Thị Kim Anh\nTổ viên') },
  { kind: 'HOUSEHOLD', person: person(8, 'Võ Đại Thắng\nChủ hộ') },
  { kind: 'INDIVIDUAL', person: person(9, 'Bùi Thị Tường Vy\nTổ viên') },
];

type Send = (sub: string, command: CommendationCommand, paper?: string) => Promise<string>;

/** A dossier that goes back and forth and is decided in part; what was granted is put right, then cancelled. */
export async function tellSecondDossier(stage: Stage, scene: Scene, model: string): Promise<void> {
  const send: Send = (sub, command, paper = 'QĐ') => stage.as(sub, 'commendation', command, { paper });
  const group = await collectiveOf(stage, scene, 'Tổ dân phố 5');
  const { id, items } = await tellProposal(stage, send, scene, { model, group });
  await tellAppraisal(stage, send, scene, { id, items });
  await tellDecision(send, { id, items });
  await send(`head.${scene.ward}`, { type: 'WithdrawDossier', id });
  await renameCollective(stage, group, 'Tổ dân phố số 5');
  await tellCancellation(send, { id, items });
}

interface Proposed {
  readonly id: string;
  readonly items: readonly string[];
}

/** Prepared, revised, sent, given back and sent again. */
async function tellProposal(
  stage: Stage,
  send: Send,
  scene: Scene,
  { model, group }: { readonly model: string; readonly group: RecipientDraft },
): Promise<Proposed> {
  const { campaign, unit, year, ward } = scene;
  const [clerk, head] = [`clerk.${ward}`, `head.${ward}`];
  const achievement = prose('Hướng dẫn người dân nộp hồ sơ trực tuyến');
  const [first, ...more] = [group, ...PERSONS].map((recipient): ItemDraft => ({
    model,
    form: 'CERTIFICATE_OF_MERIT',
    achievement,
    recipient,
  }));
  const id = await send(clerk, { type: 'PrepareDossier', campaign, unit, year, items: first ? [first] : [] });
  await send(clerk, { type: 'ReviseDossier', id, items: more, removed: [] });
  await send(head, { type: 'SubmitDossier', id });
  await send('snv.officer', { type: 'ReceiveDossier', id });
  await send('snv.officer', { type: 'ReturnDossier', id });
  await send(head, { type: 'ResubmitDossier', id });
  await send('snv.officer', { type: 'ReceiveDossier', id });
  const { state } = await stage.loader.load(commendationFold, id);
  return { id, items: state.status === 'none' ? [] : state.items.map((it) => it.item) };
}

/** A body that was asked keeps silent; one recipient is held for a time. */
async function tellAppraisal(stage: Stage, send: Send, { other }: Scene, { id, items }: Proposed): Promise<void> {
  const findings = items.map((item) => ({ item, eligible: true, checks: [] }));
  await send('snv.officer', { type: 'AppraiseDossier', id, findings });
  await send('snv.officer', { type: 'RequestOpinion', id, bodies: [other] }, 'CV');
  const held = await tellHold(stage, id);
  stage.moveTo('2026-11-20T02:00:00.000Z');
  await stage.asSystem('commendation', { type: 'DeemOpinionGiven', id });
  await tellRelease(stage, held);
  const vote = { members: 9, present: 8, votesFor: 7, votesAgainst: 1, secret: true };
  await send('council.secretary', { type: 'RecordCouncilVote', id, ...vote }, 'BB');
  await send('snv.leader', { type: 'SubmitForDecision', id }, 'TTr');
}

/** The inspectorate holds the last recipient, whatever dossier proposes it. */
async function tellHold({ as, loader }: Stage, id: string): Promise<string> {
  const { state } = await loader.load(commendationFold, id);
  const last = state.status === 'none' ? undefined : state.items.at(-1)?.recipient.person;
  const person = personRef(last?.person ?? '') as unknown as Personal;
  const place: RecipientCommand = { type: 'PlaceHold', person, ground: 'PRESS_ALLEGATION' };
  return as('inspector', 'recipient', place, { paper: 'CV' });
}

async function tellRelease({ as, loader }: Stage, id: string): Promise<void> {
  const { state } = await loader.load(recipientFold, id);
  const hold = state.status === 'none' ? '' : (state.holds[0]?.hold ?? '');
  await as('snv.officer2', 'recipient', { type: 'ReleaseHold', id, hold } satisfies RecipientCommand, { paper: 'CV' });
}

/** Two are granted, one is refused and one goes back. */
async function tellDecision(send: Send, { id, items }: Proposed): Promise<void> {
  const outcomes = ['GRANTED', 'GRANTED', 'REFUSED', 'RETURNED'] as const;
  await send('ubnd.vice', {
    type: 'DecideCommendation',
    id,
    decisions: items.map((item, index) => {
      const outcome = outcomes[index] ?? 'RETURNED';
      return { item, outcome, ...(outcome !== 'GRANTED' && { reason: prose('Thành tích chưa rõ') }) };
    }),
  });
}

/** What was handed over comes back in one case and is lost in the other. */
async function tellCancellation(send: Send, { id, items }: Proposed): Promise<void> {
  const on = '2026-11-20';
  const [item = '', lost = ''] = items;
  const amendment = prose('Ghi đúng tên tập thể');
  await send('ubnd.vice', { type: 'AmendDecision', id, item, amendment });
  await send('vpub', { type: 'ConferAward', id, items: [item, lost], on });
  await send('vpub', { type: 'PublishDecision', id });
  await send('ubnd.chairman', { type: 'CancelCommendation', id, item, ground: 'FRAUD' });
  await send('ubnd.chairman', { type: 'CancelCommendation', id, item: lost, ground: 'FALSE_INFORMATION' });
  await send('snv.officer', { type: 'RecoverAwardObject', id, item, on }, 'BB');
  await send('snv.officer', { type: 'DeclareObjectUnrecoverable', id, item: lost }, 'BB');
}

/** The head of the unit grants a Giấy khen by a decision of the unit's own. */
export async function tellUnitDecision(stage: Stage, scene: Scene, model: string): Promise<void> {
  const { as } = stage;
  const { campaign, unit, year, ward, wardName } = scene;
  const prepare: CommendationCommand = {
    type: 'PrepareDossier',
    campaign,
    unit,
    year,
    items: [
      {
        model,
        form: 'CERTIFICATE_OF_COMMENDATION',
        achievement: prose('Vận động hội viên tham gia'),
        recipient: await collectiveOf(stage, scene, 'Chi hội Phụ nữ 7'),
      },
    ],
  };
  const id = await as(`clerk.${ward}`, 'commendation', prepare);
  const document: DocumentRef = {
    issuer: `UBND ${wardName}`,
    type: 'QĐ',
    number: '77/QĐ-UBND',
    year: 2026,
    signedOn: '2026-11-20',
  };
  await as(`head.${ward}`, 'commendation', { type: 'DecideAtUnit', id } satisfies CommendationCommand, { document });
}
