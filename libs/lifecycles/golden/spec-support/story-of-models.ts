import { campaignFold, rubricIn, type Criterion } from '#lifecycles/campaign';
import { evaluationId } from '#lifecycles/evaluation';
import { derivedId, personal, prose } from '#kernel';
import { registrationId } from '#lifecycles/registration';
import type { EvaluationCommand } from '../../evaluation/commands.js';
import type { ModelCommand, ProposeModel } from '../../model/commands.js';
import type { RegistrationCommand } from '../../registration/commands.js';
import { who, type Stage } from './actors.js';
import type { Scene } from './scene.js';

/** What a unit brings forward. */
export const proposal = ({ campaign }: Scene, unit: string): ProposeModel => ({
  type: 'ProposeModel',
  campaign,
  unit,
  field: 'ADMIN_REFORM_DIGITAL',
  template: 'NKH',
  name: 'Ngày không hẹn',
  kind: 'MODEL',
  subUnit: 'Tổ dân phố 3',
  joint: [],
  form: {
    situation: 'Hồ sơ chậm',
    objectives: 'Trả kết quả trong ngày',
    content: 'Bố trí tổ tiếp nhận',
    place: 'Toàn phường',
    forces: 'UBND phường chủ trì',
    resources: 'Nhân lực sẵn có',
    outputs: 'Tỷ lệ đúng hạn',
    sustainability: 'Duy trì hằng tuần',
  },
});

/** A model is proposed, registered, run, evaluated and found to be kept up; its id. */
export async function tellModel(stage: Stage, scene: Scene): Promise<string> {
  const { as, moveTo } = stage;
  const [clerk, head] = [`clerk.${scene.ward}`, `head.${scene.ward}`];
  const send = (sub: string, command: ModelCommand): Promise<string> => as(sub, 'model', command);
  const id = await send(clerk, proposal(scene, scene.unit));
  await send(clerk, {
    type: 'ReviseModelDetails',
    id,
    details: { joint: [scene.other], form: { resources: 'Ngân sách phường' } },
  });
  await tellRegistration(stage, scene, id);
  await send(head, { type: 'StartImplementation', id });
  moveTo('2026-09-10T02:00:00.000Z');
  await send(clerk, {
    type: 'RecordActivity',
    id,
    on: '2026-09-09',
    summary: prose('Trả kết quả ngay trong ngày'),
    measures: [{ name: 'Số ngày xử lý', value: 1, unit: 'ngày' }],
    evidence: [{ kind: 'FILE', title: 'Biên bản', hash: 'a'.repeat(64) }],
  });
  await tellEvaluation(stage, scene, id);
  await send('mttq', { type: 'RaiseMaintenanceDoubt', id });
  await send('snv.leader', { type: 'DeclareMaintained', id, year: scene.year });
  return id;
}

async function tellRegistration({ as }: Stage, { campaign, unit, year, ward }: Scene, model: string): Promise<void> {
  const id = registrationId(model, year);
  const send = (sub: string, command: RegistrationCommand): Promise<string> => as(sub, 'registration', command);
  await send(`clerk.${ward}`, {
    type: 'RegisterModel',
    campaign,
    unit,
    model,
    year,
    responsible: personal(derivedId('golden-person', 3), 'Lê Thị Thu Hà\nCông chức'),
  });
  await send(`head.${ward}`, { type: 'SubmitRegistration', id });
  await send('snv.officer', { type: 'ReturnRegistration', id });
  await send(`head.${ward}`, { type: 'SubmitRegistration', id });
  await send('snv.officer', { type: 'ReceiveRegistration', id });
  await send('snv.leader', { type: 'AcceptRegistration', id });
}

async function tellEvaluation({ as, loader }: Stage, scene: Scene, model: string): Promise<void> {
  const { campaign, unit, year, ward } = scene;
  const id = evaluationId(registrationId(model, year));
  const send = (sub: string, command: EvaluationCommand): Promise<string> => as(sub, 'evaluation', command);
  const criteria = await criteriaOf(loader, campaign);
  const points = criteria.map((it) => ({ criterion: it.key, points: it.points - 1 }));
  const [lead, member, leaver, joiner] = ['panelist.STP', 'panelist.SKHCN', 'panelist.SYT', 'panelist.SGDDT'] as const;
  await send('snv.officer', { type: 'PlanEvaluation', campaign, unit, model, year });
  await send(`head.${ward}`, { type: 'SubmitSelfEvaluation', id, points, statement: prose('Đạt các yêu cầu') });
  await send('snv.leader', {
    type: 'AppointPanel',
    id,
    members: [lead, member, leaver].map((sub) => ({ subject: who(sub), lead: sub === lead })),
  });
  await send(leaver, { type: 'DeclareRecusal', id });
  await send('snv.leader', { type: 'ReplacePanelist', id, subject: who(leaver), by: who(joiner) });
  await send('snv.officer', { type: 'OpenPanel', id });
  for (const sub of [lead, member, joiner])
    await send(sub, { type: 'SubmitScore', id, points, comment: prose('Thiết thực') });
  await send('snv.officer', {
    type: 'RecordSiteVisit',
    id,
    on: '2026-09-08',
    place: 'Tổ dân phố 3',
    findings: prose('Đang hoạt động'),
  });
  await send('snv.officer', {
    type: 'ModerateScores',
    id,
    adjustments: [{ subject: who(lead), criterion: 'practicality', points: 5 }],
  });
  await send('snv.leader', { type: 'ConcludeEvaluation', id });
  await send(`head.${ward}`, { type: 'LodgeObjection', id });
  await send('snv.leader2', { type: 'DismissObjection', id });
}

/** The criteria of the rubric in force. */
export async function criteriaOf(loader: Stage['loader'], campaign: string): Promise<readonly Criterion[]> {
  const { state } = await loader.load(campaignFold, campaign);
  return state.status === 'none' ? [] : (rubricIn(state, state.rubric ?? '')?.criteria ?? []);
}
