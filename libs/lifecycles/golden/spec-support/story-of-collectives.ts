import type { CollectiveCommand } from '#lifecycles/collective';
import type { RecipientDraft } from '#lifecycles/commendation';
import type { Stage } from './actors.js';
import type { Scene } from './scene.js';

const register = ({ as }: Stage, { unit, ward }: Pick<Scene, 'unit' | 'ward'>, name: string): Promise<string> =>
  as(`clerk.${ward}`, 'collective', { type: 'RegisterCollective', unit, name } satisfies CollectiveCommand);

/** A collective of the ward's, registered so that it can be proposed. */
export async function collectiveOf(
  stage: Stage,
  scene: Pick<Scene, 'unit' | 'ward'>,
  name: string,
): Promise<RecipientDraft> {
  return { kind: 'COLLECTIVE', collective: { registered: await register(stage, scene, name) } };
}

/** The register says the name rightly from now on. */
export async function renameCollective({ as }: Stage, { collective }: RecipientDraft, name: string): Promise<void> {
  const id = collective?.registered ?? '';
  await as('snv.officer', 'collective', { type: 'RenameCollective', id, name } satisfies CollectiveCommand);
}
