import { derivedId, personal } from '#kernel';
import type { AccessCommand } from '#lifecycles/access';
import type { UnitCommand } from '#lifecycles/unit';
import { who, type Stage } from './actors.js';
import { scene } from './scene.js';
import { tellAwards } from './story-of-awards.js';
import { tellClosing } from './story-of-closing.js';
import { tellSecondDossier, tellUnitDecision } from './story-of-dossiers.js';
import { tellMerger } from './story-of-merger.js';
import { tellModel } from './story-of-models.js';
import { tellDoubles } from './story-of-persons.js';
import { tellPlan, tellSlowPlan } from './story-of-plans.js';
import { tellContinuation, tellFailures } from './story-of-registrations.js';
import { tellReplications } from './story-of-replications.js';
import { tellUnits } from './story-of-units.js';

const { unit, merging, splitting, dissolved, exempt, removed } = scene;
const told = [
  ...[`clerk.${scene.ward}`, `clerk.${dissolved.key}`].map((sub) => `access-${who(sub)}`),
  ...[unit, ...[merging, splitting, dissolved, exempt, removed].map((it) => it.id)].map((id) => `unit-${id}`),
];

/** The streams that are worth recording: of powers and units, those that the story tells of; fences lead to no state. */
export const chosen = (stream: string): boolean => told.includes(stream) || !/^(access|unit|fence)-/.test(stream);

/** A year in the life of the campaign, in which everything happens that can. */
export const story = (stage: Stage): Promise<void> => tellYear(stage);

/** @param more what is told beside it, of the model that is found effective, before the year is closed */
export async function tellYear(stage: Stage, more?: (model: string) => Promise<void>): Promise<void> {
  await tellOffice(stage);
  await tellPlan(stage, scene);
  await tellDoubles(stage, scene);
  const model = await tellModel(stage, scene);
  await tellMerger(stage, scene);
  await tellFailures(stage, scene);
  await tellSlowPlan(stage, scene);
  await tellUnits(stage, scene);
  await tellAwards(stage, scene, model);
  await tellSecondDossier(stage, scene, model);
  await tellUnitDecision(stage, scene, model);
  await tellReplications(stage, scene, model);
  await more?.(model);
  await tellContinuation(stage, scene, model);
  await tellClosing(stage);
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
