import { prose, type DocumentRef } from '#kernel';
import type { CommendationCommand } from '../../../commendation/commands.js';
import type { CommendationForm, ItemDraft } from '../../../commendation/items.js';
import type { Stage } from '../actors.js';
import { scene } from '../scene.js';
import { tellYear } from '../story.js';

/** The recorded year, with dossiers in it that are about to take what only one may have. */
export const storyWithRivals = (stage: Stage): Promise<void> => tellYear(stage, (model) => tellRivals(stage, model));

type Send = (sub: string, command: CommendationCommand, document?: DocumentRef) => Promise<string>;

/** One achievement in two dossiers, before the unit and before the city; the first of each goes on. */
async function tellRivals({ as }: Stage, model: string): Promise<void> {
  const { unit, campaign, year, ward } = scene;
  const send: Send = (sub, command, document) => as(sub, 'commendation', command, { ...(document && { document }) });
  const prepare = (name: string, form: CommendationForm): Promise<string> => {
    const item: ItemDraft = {
      model,
      form,
      achievement: prose('Giúp người cao tuổi'),
      recipient: { kind: 'COLLECTIVE', collective: { name } },
    };
    return send(`clerk.${ward}`, { type: 'PrepareDossier', campaign, unit, year, items: [item] });
  };
  const head = `head.${ward}`;
  const [one, other] = [await prepare(GROUP, UNIT_FORM), await prepare(GROUP, UNIT_FORM)];
  await send(head, { type: 'DecideAtUnit', id: one }, PAPER);
  const [sent, kept] = [await prepare(TEAM, CITY_FORM), await prepare(TEAM, CITY_FORM)];
  await send(head, { type: 'SubmitDossier', id: sent });
  for (const id of [other, sent, kept]) await send(head, { type: 'WithdrawDossier', id });
}

const [GROUP, TEAM] = ['Tổ dân phố 9', 'Tổ dân phố 11'];
const UNIT_FORM: CommendationForm = 'CERTIFICATE_OF_COMMENDATION';
const CITY_FORM: CommendationForm = 'CERTIFICATE_OF_MERIT';
const PAPER: DocumentRef = {
  issuer: `UBND ${scene.wardName}`,
  type: 'QĐ',
  number: '78/QĐ-UBND',
  year: 2026,
  signedOn: '2026-11-20',
};
