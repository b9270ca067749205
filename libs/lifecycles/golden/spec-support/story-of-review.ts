import { evaluationId } from '#lifecycles/evaluation';
import { prose } from '#kernel';
import { registrationId } from '#lifecycles/registration';
import type { EvaluationCommand } from '../../evaluation/commands.js';
import { who, type Stage } from './actors.js';
import { criteriaOf } from './story-of-models.js';
import type { Scene } from './scene.js';

const [LEAD, MEMBER, TIED, JOINER] = ['panelist.STP', 'panelist.SKHCN', 'panelist.SVHTT', 'panelist.SYT'] as const;

/** An evaluation that comes to its third result: one is objected to, in the next a panel member had a conflict. */
export async function tellReview(stage: Stage, scene: Scene, model: string): Promise<void> {
  const id = evaluationId(registrationId(model, scene.year));
  const head = `head.${scene.heir.key}`;
  const send = (sub: string, command: EvaluationCommand): Promise<string> => stage.as(sub, 'evaluation', command);
  const points = (await criteriaOf(stage.loader, scene.campaign)).map((it) => ({
    criterion: it.key,
    points: it.points - 2,
  }));
  const score = (sub: string): Promise<string> =>
    send(sub, { type: 'SubmitScore', id, points, comment: prose('Cần theo dõi thêm') });
  const round = async (...members: readonly string[]): Promise<void> => {
    await send('snv.officer', { type: 'OpenPanel', id });
    for (const sub of members) await score(sub);
  };
  await tellSelfEvaluation(send, id, head, points);
  await send('snv.leader', {
    type: 'AppointPanel',
    id,
    members: [LEAD, MEMBER, TIED].map((sub) => ({ subject: who(sub), lead: sub === LEAD })),
  });
  await round(LEAD, MEMBER, TIED);
  await send(MEMBER, { type: 'WithdrawScore', id });
  await score(MEMBER);
  await send('snv.leader', { type: 'ConcludeEvaluation', id });
  await send(head, { type: 'LodgeObjection', id });
  await send('snv.leader2', { type: 'UpholdObjection', id });
  await round(LEAD, MEMBER, TIED);
  await send('snv.leader', { type: 'ConcludeEvaluation', id });
  await send('snv.leader2', { type: 'ReopenEvaluation', id, conflicted: [who(TIED)] });
  await send('snv.leader', { type: 'ReplacePanelist', id, subject: who(TIED), by: who(JOINER) });
  await round(LEAD, MEMBER, JOINER);
  await send('snv.leader', { type: 'ConcludeEvaluation', id });
}

/** The unit takes it back once, and is given it back once. */
async function tellSelfEvaluation(
  send: (sub: string, command: EvaluationCommand) => Promise<string>,
  id: string,
  head: string,
  points: readonly { readonly criterion: string; readonly points: number }[],
): Promise<void> {
  const submit: EvaluationCommand = {
    type: 'SubmitSelfEvaluation',
    id,
    points,
    statement: prose('Duy trì chưa đều'),
  };
  await send(head, submit);
  await send(head, { type: 'WithdrawSelfEvaluation', id });
  await send(head, submit);
  await send('snv.officer', { type: 'ReturnSelfEvaluation', id });
  await send(head, submit);
}
