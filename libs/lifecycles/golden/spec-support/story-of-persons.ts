import { personRef, type Personal } from '#kernel';
import type { PersonCommand } from '#lifecycles/person';
import { planId } from '#lifecycles/plan';
import { unitFold } from '#lifecycles/unit';
import { planFold } from '../../plan/state.js';
import type { Stage } from './actors.js';
import type { Scene } from './scene.js';

/** Two persons are taken for one, and separated when that turns out wrong. */
export async function tellDoubles({ as, loader }: Stage, scene: Scene): Promise<void> {
  const { campaign, unit, year } = scene;
  const { state: plan } = await loader.load(planFold, planId(campaign, unit, year));
  const { state: home } = await loader.load(unitFold, unit);
  if (plan.status === 'none' || home.status === 'none') throw new Error('The story has not come so far');
  const [double, person] = [plan.content.responsible, home.heads.at(-1)?.name].map((it) => it?.person ?? '');
  const known = (id: string | undefined): Personal => personRef(id ?? '') as unknown as Personal;
  const send = (command: PersonCommand): Promise<string> => as('snv.officer', 'person', command);
  await send({ type: 'JoinPersons', double: known(double), person: known(person) });
  await send({ type: 'SeparatePersons', id: double ?? '' });
}
