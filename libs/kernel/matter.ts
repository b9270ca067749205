import type { Matter } from './admit.js';
import { rowOf } from './case.js';
import type { Lifecycle } from './lifecycle.js';

/** The lifecycles that an engine runs, by name. */
export type Lifecycles = ReadonlyMap<string, Lifecycle>;

/**
 * One command's row with all that its rules look at.
 * @throws Error when there is no such command
 */
export function matterOf(lifecycles: Lifecycles, name: string, type: string): Matter {
  const lifecycle = lifecycles.get(name);
  const row = lifecycle && rowOf(lifecycle, type);
  if (!lifecycle || !row) throw new Error(`There is no command ${name}.${type}`);
  return {
    lifecycle,
    type,
    row,
    labelOf: (command) => {
      const [other = '', bare = ''] = command.split('.', 2);
      return lifecycles.get(other)?.commands[bare]?.label;
    },
  };
}
