import { derivedId, personal, prose } from '#kernel';
import { accessFold } from '#lifecycles/access';
import type { AccessCommand } from '#lifecycles/access';
import type { CampaignCommand } from '#lifecycles/campaign';
import { planId } from '#lifecycles/plan';
import { unitId, type UnitCommand } from '#lifecycles/unit';
import { LINKED_PROGRAMMES, type PlanContent } from '../../plan/events.js';
import type { PlanCommand } from '../../plan/commands.js';
import { who, type Stage } from './actors.js';
import { scene } from './scene.js';
import { tellAwards } from './story-of-awards.js';
import { tellModel } from './story-of-models.js';

const content: PlanContent = {
  title: 'Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” năm 2026',
  mode: 'INTEGRATED',
  host: {
    document: { issuer: 'UBND phường', type: 'CTr', number: '02/CTr-UBND', year: 2026, signedOn: '2026-01-10' },
    section: 'Phần II, mục 3',
  },
  fields: ['ADMIN_REFORM_DIGITAL'],
  responsible: personal(derivedId('golden-person', 1), 'Nguyễn Thị Minh Hạnh\nChủ tịch'),
  coordination: [scene.other],
  programmes: LINKED_PROGRAMMES,
  tasks: [{ title: 'Tuyên truyền tại tổ dân phố', due: '2026-10-31' }],
};

/** The streams that are worth recording: of powers and units, those that the story tells of. */
export const chosen = (stream: string): boolean => {
  const own = [`access-${who(`clerk.${scene.ward}`)}`, `unit-${scene.unit}`];
  return own.includes(stream) || !/^(access|unit)-/.test(stream);
};

/** One life of each lifecycle. */
export async function story(stage: Stage): Promise<void> {
  await tellOffice(stage);
  await tellPlan(stage);
  const model = await tellModel(stage, scene);
  await tellAwards(stage, scene, model);
  await tellCampaign(stage);
}

async function tellOffice({ as }: Stage): Promise<void> {
  const { unit: id } = scene;
  const unit = (command: UnitCommand): Promise<string> => as('snv.officer', 'unit', command);
  await unit({ type: 'RenameUnit', id, name: 'Phường Thuận Hóa (mới)' });
  await unit({ type: 'AssignUnitCode', id, code: '99999' });
  await unit({
    type: 'AppointHead',
    id,
    name: personal(derivedId('golden-person', 2), 'Trần Văn Khánh\nPhó Chủ tịch'),
    acting: true,
  });
  const delegation: AccessCommand = {
    type: 'GrantDelegation',
    id: who(`clerk.${scene.ward}`),
    delegator: who(`head.${scene.ward}`),
    role: 'UNIT_HEAD',
    unit: id,
    to: '2027-01-01T00:00:00.000Z',
    capacity: 'KT',
    commands: ['plan.SubmitPlan'],
  };
  await as(`head.${scene.ward}`, 'access', delegation);
}

async function tellPlan({ as, loader }: Stage): Promise<void> {
  const { campaign, unit, year, ward: key } = scene;
  const [clerk, head, id] = [`clerk.${key}`, `head.${key}`, planId(campaign, unit, year)];
  const plan = (sub: string, command: PlanCommand, around = {}): Promise<string> => as(sub, 'plan', command, around);
  const { state } = await loader.load(accessFold, who(clerk));
  const delegation = state.status === 'none' ? undefined : state.delegations[0]?.delegation;
  const issue = (): Promise<string> => plan(head, { type: 'IssuePlan', id });
  const send = async (): Promise<void> => {
    await plan(clerk, { type: 'SubmitPlan', id }, { delegation });
    await plan('snv.officer', { type: 'ReceivePlan', id });
  };
  await plan(clerk, { type: 'DraftPlan', campaign, unit, year, content });
  await plan(clerk, { type: 'RevisePlan', id, content: { ...content, coordination: [scene.other, unitId('SNV')] } });
  await issue();
  await send();
  await plan('snv.officer', { type: 'ReturnPlan', id });
  await issue();
  await send();
  await plan('snv.leader', { type: 'AcceptPlan', id });
  await plan(head, { type: 'IssuePlanErratum', id, correction: prose('Số “12” sửa thành “21”') });
  await plan(head, { type: 'AmendPlan', id, content: { ...content, title: `${content.title} (sửa đổi)` } });
  await plan(head, { type: 'ReplacePlan', id, content });
  await send();
  await plan('snv.leader', { type: 'AcceptPlan', id });
  await as(head, 'access', {
    type: 'RevokeDelegation',
    id: who(clerk),
    revoked: delegation ?? '',
  } satisfies AccessCommand);
}

async function tellCampaign({ as, moveTo }: Stage): Promise<void> {
  const id = scene.campaign;
  const send = (sub: string, command: CampaignCommand): Promise<string> => as(sub, 'campaign', command);
  moveTo('2026-12-20T01:00:00.000Z');
  await send('vpub', {
    type: 'IdentifyCampaignDocument',
    id,
    identified: { issuer: 'UBND thành phố Huế', type: 'KH', number: '250/KH-UBND', year: 2026, signedOn: '2026-06-20' },
  });
  await send('snv.leader', {
    type: 'ExtendDeadline',
    id,
    year: 2026,
    window: 'annualReportBefore',
    before: '2026-12-25',
  });
  await send('ubnd.vice', {
    type: 'AmendCampaign',
    id,
    charter: { targets: [{ key: 'T-1', label: { vi: 'Chỉ tiêu 1', en: 'Target 1' } }] },
  });
  await send('ubnd.vice', { type: 'SuspendCampaign', id });
  await send('ubnd.vice', { type: 'ResumeCampaign', id });
  await send('snv.leader', { type: 'BeginClosing', id });
  await send('snv.leader', { type: 'CloseCycle', id, year: 2026 });
  await send('ubnd.vice', { type: 'CloseCampaign', id });
  await send('vpub', { type: 'ArchiveCampaign', id });
}
