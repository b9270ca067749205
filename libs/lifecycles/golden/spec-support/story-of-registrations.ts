import { evaluationId, type EvaluationCommand } from '#lifecycles/evaluation';
import { derivedId, personal } from '#kernel';
import { registrationId } from '#lifecycles/registration';
import type { CampaignCommand } from '#lifecycles/campaign';
import type { ModelCommand } from '../../model/commands.js';
import type { RegisterModel, RegistrationCommand } from '../../registration/commands.js';
import type { Stage } from './actors.js';
import { nomination } from './story-of-merger.js';
import { proposal } from './story-of-models.js';
import type { Scene } from './scene.js';

const responsible = personal(derivedId('golden-person', 6), 'Đặng Thị Mỹ Lệ\nCông chức');

const registerOf = ({ campaign, year }: Scene, unit: string, model: string): RegisterModel => ({
  type: 'RegisterModel',
  campaign,
  unit,
  model,
  year,
  responsible,
});

/** What is brought forward and comes to nothing: not wanted, rejected, merged with its double, given up. */
export async function tellFailures(stage: Stage, scene: Scene): Promise<void> {
  stage.moveTo('2026-09-20T02:00:00.000Z');
  await tellUnwanted(stage, scene);
  await tellDoubles(stage, scene);
}

/** A unit declines what others see in it; its own model is not accepted, and it ends it. */
async function tellUnwanted({ as }: Stage, scene: Scene): Promise<void> {
  const { id: unit, key } = scene.unwilling;
  const [clerk, head] = [`clerk.${key}`, `head.${key}`];
  const model = (sub: string, command: ModelCommand): Promise<string> => as(sub, 'model', command);
  const send = (sub: string, command: RegistrationCommand): Promise<string> => as(sub, 'registration', command);
  const seen = await model('snv.officer', nomination(scene, unit, 'CULTURE_SOCIETY'));
  await model(head, { type: 'DeclineNomination', id: seen });
  const own = await model(clerk, proposal(scene, unit));
  const id = await send(clerk, registerOf(scene, unit, own));
  await send(head, { type: 'SubmitRegistration', id });
  await send('snv.officer', { type: 'ReceiveRegistration', id });
  await send('snv.leader', { type: 'RejectRegistration', id });
  await model(head, { type: 'EndModel', id: own });
}

/** The second of two alike is suspected twice: first they are told apart, then they are one after all. The one is given up. */
async function tellDoubles({ as }: Stage, scene: Scene): Promise<void> {
  const { hasty, year, campaign } = scene;
  const [unit, clerk, head] = [hasty.id, `clerk.${hasty.key}`, `head.${hasty.key}`];
  const send = (sub: string, command: RegistrationCommand): Promise<string> => as(sub, 'registration', command);
  const judge = (sub: string, command: EvaluationCommand): Promise<string> => as(sub, 'evaluation', command);
  const begin = async (): Promise<string> => {
    const model = await as(clerk, 'model', proposal(scene, unit));
    await send(head, { type: 'SubmitRegistration', id: await send(clerk, registerOf(scene, unit, model)) });
    return model;
  };
  const model = await begin();
  const kept = registrationId(model, year);
  const double = registrationId(await begin(), year);
  await send('snv.leader', { type: 'ResolveDuplicate', id: double, outcome: 'DISMISSED' });
  await send('snv.officer', { type: 'FlagDuplicate', id: double, other: kept, ground: 'SIMILAR_CONTENT' });
  await send('snv.leader', { type: 'ResolveDuplicate', id: double, outcome: 'CONFIRMED' });
  await send('snv.officer', { type: 'ReceiveRegistration', id: kept });
  await send('snv.leader', { type: 'AcceptRegistration', id: kept });
  await as(head, 'model', { type: 'StartImplementation', id: model } satisfies ModelCommand);
  await judge('snv.officer', { type: 'PlanEvaluation', campaign, unit, model, year });
  await send(head, { type: 'AbandonRegistration', id: kept });
  await judge('snv.leader', { type: 'CancelEvaluation', id: evaluationId(kept) });
}

/** The model is to go on in the next year, of which the unit thinks better. */
export async function tellContinuation({ as, moveTo }: Stage, scene: Scene, model: string): Promise<void> {
  const { campaign, unit, year, ward } = scene;
  const next = year + 1;
  moveTo('2026-12-10T02:00:00.000Z');
  await as('snv.leader', 'campaign', { type: 'OpenCycle', id: campaign, year: next } satisfies CampaignCommand);
  const send = (sub: string, command: RegistrationCommand): Promise<string> => as(sub, 'registration', command);
  const id = await send(`clerk.${ward}`, {
    type: 'ContinueModel',
    campaign,
    unit,
    model,
    year: next,
    fromYear: year,
    responsible,
  });
  await send(`head.${ward}`, { type: 'CancelRegistration', id });
}
