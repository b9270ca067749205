import { prose, type DocumentRef } from '#kernel';
import type { CommendationCommand } from '../../../commendation/commands.js';
import type { CommendationForm, ItemDraft, RecipientDraft } from '../../../commendation/items.js';
import type { Stage } from '../actors.js';
import { scene } from '../scene.js';
import { collectiveOf } from '../story-of-collectives.js';
import { tellYear } from '../story.js';

/** The recorded year, with dossiers in it that are about to take what only one may have. */
export const storyWithRivals = (stage: Stage): Promise<void> => tellYear(stage, (model) => tellRivals(stage, model));

type Send = (sub: string, command: CommendationCommand, document?: DocumentRef) => Promise<string>;

/** One achievement in two dossiers, before the unit and before the city; the first of each goes on. */
async function tellRivals(stage: Stage, model: string): Promise<void> {
  const { as } = stage;
  const { unit, campaign, year, ward } = scene;
  const send: Send = (sub, command, document) => as(sub, 'commendation', command, { ...(document && { document }) });
  const prepare = (recipient: RecipientDraft, form: CommendationForm): Promise<string> => {
    const item: ItemDraft = { model, form, achievement: prose('Giúp người cao tuổi'), recipient };
    return send(`clerk.${ward}`, { type: 'PrepareDossier', campaign, unit, year, items: [item] });
  };
  const head = `head.${ward}`;
  const group = await collectiveOf(stage, scene, 'Tổ dân phố 9');
  const team = await collectiveOf(stage, scene, 'Tổ dân phố 11');
  const [one, other] = [await prepare(group, UNIT_FORM), await prepare(group, UNIT_FORM)];
  await send(head, { type: 'DecideAtUnit', id: one }, PAPER);
  const [sent, kept] = [await prepare(team, CITY_FORM), await prepare(team, CITY_FORM)];
  await send(head, { type: 'SubmitDossier', id: sent });
  for (const id of [other, sent, kept]) await send(head, { type: 'WithdrawDossier', id });
}

const UNIT_FORM: CommendationForm = 'CERTIFICATE_OF_COMMENDATION';
const CITY_FORM: CommendationForm = 'CERTIFICATE_OF_MERIT';
const PAPER: DocumentRef = {
  issuer: `UBND ${scene.wardName}`,
  type: 'QĐ',
  number: '78/QĐ-UBND',
  year: 2026,
  signedOn: '2026-11-20',
};
