import { derivedId, personal, prose } from '#kernel';
import { accessFold, type AccessCommand } from '#lifecycles/access';
import type { NoticeCommand, NoticeContent } from '#lifecycles/notice';
import { planId } from '#lifecycles/plan';
import { unitId } from '#lifecycles/unit';
import { LINKED_PROGRAMMES, type PlanContent } from '../../plan/events.js';
import type { PlanCommand } from '../../plan/commands.js';
import { who, type Stage } from './actors.js';
import type { Scene } from './scene.js';

const contentOf = ({ other }: Scene): PlanContent => ({
  title: 'Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” năm 2026',
  mode: 'INTEGRATED',
  host: {
    document: { issuer: 'UBND phường', type: 'CTr', number: '02/CTr-UBND', year: 2026, signedOn: '2026-01-10' },
    section: 'Phần II, mục 3',
  },
  fields: ['ADMIN_REFORM_DIGITAL'],
  responsible: personal(derivedId('golden-person', 1), 'Nguyễn Thị Minh Hạnh\nChủ tịch'),
  coordination: [other],
  programmes: LINKED_PROGRAMMES,
  tasks: [{ title: 'Tuyên truyền tại tổ dân phố', due: '2026-10-31' }],
});

/** A plan on its long way to acceptance, with a slip in the record put right. */
export async function tellPlan({ as, loader, rectify }: Stage, scene: Scene): Promise<void> {
  const { campaign, unit, year, ward: key } = scene;
  const content = contentOf(scene);
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
  await rectify({
    stream: `plan-${id}`,
    type: 'PlanReplaced',
    patch: {
      data: { content: { tasks: [{ title: 'Tuyên truyền tại tổ dân phố', due: '2026-11-30' }] } },
      document: { number: '110/QĐ-UBND' },
    },
    requestedBy: who(clerk),
    approvedBy: who('snv.leader'),
  });
  await as(head, 'access', {
    type: 'RevokeDelegation',
    id: who(clerk),
    revoked: delegation ?? '',
  } satisfies AccessCommand);
}

/** A plan is drafted and forgotten: its unit is reminded, found overdue and reported, and takes it back. */
export async function tellSlowPlan({ as, asSystem, moveTo }: Stage, scene: Scene): Promise<void> {
  const { campaign, year, slow } = scene;
  const id = planId(campaign, slow.id, year);
  const plan = (sub: string, command: PlanCommand): Promise<string> => as(sub, 'plan', command);
  const told = (command: NoticeCommand): Promise<string> => asSystem('notice', command);
  await plan(`clerk.${slow.key}`, { type: 'DraftPlan', campaign, unit: slow.id, year, content: contentOf(scene) });
  const content: NoticeContent = {
    ...{ lifecycle: 'plan', dossier: id, campaign, unit: slow.id, year },
    ...{ dueAt: '2026-10-09T17:00:00.000Z', since: '2026-09-20T02:00:00.000Z' },
    ...{ steps: ['IssuePlan'], units: [slow.id], subjects: [], restricted: false },
  };
  moveTo('2026-10-03T02:00:00.000Z');
  await told({ type: 'RemindOfDeadline', ...content });
  moveTo('2026-10-10T02:00:00.000Z');
  const notice = await told({ type: 'NoteOverdue', ...content });
  moveTo('2026-10-18T02:00:00.000Z');
  await told({ type: 'EscalateOverdue', id: notice });
  await plan(`head.${slow.key}`, { type: 'WithdrawPlan', id });
  await told({ type: 'SettleNotice', id: notice });
}
