import type { AccessCommand } from '#lifecycles/access';
import { accessFold } from '#lifecycles/access';
import { unitFold, type UnitCommand } from '#lifecycles/unit';
import { who, type Stage } from './actors.js';
import type { Scene } from './scene.js';

/** A head leaves; units are exempted, taken off the roster, split and dissolved. */
export async function tellUnits(stage: Stage, scene: Scene): Promise<void> {
  const { as, loader } = stage;
  const { unit: id, exempt, removed, splitting, parts, dissolved } = scene;
  const roster = (command: UnitCommand): Promise<string> => as('snv.leader', 'unit', command);
  const { state } = await loader.load(unitFold, id);
  const [head] = state.status === 'none' ? [] : state.heads;
  await as('snv.officer', 'unit', {
    type: 'EndHead',
    id,
    appointment: head?.appointment ?? '',
  } satisfies UnitCommand);
  await roster({ type: 'ExemptUnit', id: exempt.id, to: '2027-01-01' });
  await roster({ type: 'RemoveUnitFromRoster', id: removed.id });
  await roster({ type: 'SplitUnit', id: splitting.id, into: parts.map((it) => it.id) });
  await roster({ type: 'DissolveUnit', id: dissolved.id });
  await tellEndOfRole(stage, `clerk.${dissolved.key}`);
}

async function tellEndOfRole({ as, loader }: Stage, sub: string): Promise<void> {
  const id = who(sub);
  const { state } = await loader.load(accessFold, id);
  const [held] = state.status === 'none' ? [] : state.roles;
  await as('sysadmin', 'access', { type: 'EndRole', id, grant: held?.grant ?? '' } satisfies AccessCommand);
}
