import { evaluationId } from '#lifecycles/evaluation';
import { derivedId, personal, prose } from '#kernel';
import { registrationId } from '#lifecycles/registration';
import type { UnitCommand } from '#lifecycles/unit';
import type { ModelCommand, NominateModel } from '../../model/commands.js';
import type { RegistrationCommand } from '../../registration/commands.js';
import type { Stage } from './actors.js';
import { proposal } from './story-of-models.js';
import { tellReview } from './story-of-review.js';
import type { Scene } from './scene.js';

/** What somebody else sees in a unit. */
export function nomination(scene: Scene, unit: string, field: string): NominateModel {
  const { template: _template, ...seen } = proposal(scene, unit);
  return { ...seen, type: 'NominateModel', field };
}

/** A model that others found goes with its unit into another one, and is not kept up there. */
export async function tellMerger(stage: Stage, scene: Scene): Promise<void> {
  const { as, moveTo } = stage;
  const { merging, year, heir } = scene;
  const head = `head.${merging.key}`;
  const send = (sub: string, command: ModelCommand): Promise<string> => as(sub, 'model', command);
  moveTo('2026-09-14T02:00:00.000Z');
  const id = await send('mttq', nomination(scene, merging.id, 'DEFENCE_SECURITY'));
  await send(head, { type: 'TakeUpNomination', id });
  await tellRegistration(stage, scene, id);
  await send(head, { type: 'StartImplementation', id });
  await send(head, { type: 'SuspendModel', id });
  await send(head, { type: 'ResumeModel', id });
  await send(`clerk.${merging.key}`, {
    type: 'RecordActivity',
    id,
    on: '2026-09-14',
    summary: prose('Tuần tra cùng lực lượng an ninh cơ sở'),
    evidence: [{ kind: 'LINK', title: 'Tin bài', url: 'https://hue.example.vn/tin/1' }],
  });
  await as('snv.officer', 'evaluation', {
    type: 'PlanEvaluation',
    campaign: scene.campaign,
    unit: merging.id,
    model: id,
    year,
  });
  await as('snv.leader', 'unit', { type: 'MergeUnit', id: merging.id, into: heir.id } satisfies UnitCommand);
  await tellTransfer(stage, scene, id);
  await send('snv.leader', { type: 'ClearModelForPublication', id });
  await tellReview(stage, scene, id);
  await send('snv.leader', { type: 'DeclareNotMaintained', id, year });
}

async function tellRegistration({ as }: Stage, { campaign, merging, year }: Scene, model: string): Promise<void> {
  const [head, id] = [`head.${merging.key}`, registrationId(model, year)];
  const send = (sub: string, command: RegistrationCommand): Promise<string> => as(sub, 'registration', command);
  await send(`clerk.${merging.key}`, {
    type: 'RegisterModel',
    campaign,
    unit: merging.id,
    model,
    year,
    responsible: personal(derivedId('golden-person', 5), 'Hoàng Đình Quý\nTrưởng công an'),
  });
  await send(head, { type: 'SubmitRegistration', id });
  await send(head, { type: 'WithdrawRegistration', id });
  await send(head, { type: 'SubmitRegistration', id });
  await send('snv.officer', { type: 'ReceiveRegistration', id });
  await send('snv.leader', { type: 'AcceptRegistration', id });
}

/** All that the unit ran follows it. */
async function tellTransfer({ as, asSystem }: Stage, { heir, year }: Scene, model: string): Promise<void> {
  const registration = registrationId(model, year);
  const transfer: ModelCommand = { type: 'TransferModelOwnership', id: model, to: heir.id };
  await as('snv.leader', 'model', transfer);
  await as('snv.leader', 'registration', { type: 'TransferRegistration', id: registration });
  await asSystem('evaluation', { type: 'TransferEvaluation', id: evaluationId(registration) });
}
