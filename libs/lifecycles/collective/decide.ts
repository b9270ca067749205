import type { DecideContext } from '#kernel';
import { dayAsked } from '#lifecycles/unit';
import type { RegisterCollective, RenameCollective } from './commands.js';
import type { CollectiveEvent } from './events.js';
import { collectiveNameOn, type Collective } from './state.js';

/** The collective has an identity from now on, and its first name. */
export const registerCollective = ({ unit, name }: RegisterCollective): readonly CollectiveEvent[] => [
  { type: 'CollectiveRegistered', data: { unit } },
  { type: 'CollectiveNamed', data: { name } },
];

/** A collective that has the name already is not named again. */
export const renameCollective = (
  { name }: RenameCollective,
  state: Collective,
  context: DecideContext<unknown>,
): readonly CollectiveEvent[] =>
  collectiveNameOn(state, dayAsked(context)) === name ? [] : [{ type: 'CollectiveNamed', data: { name } }];
