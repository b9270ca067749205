import type { Lifecycle } from '#kernel';
import { lifecycleModules } from '#lifecycles';

/** Every lifecycle by its name. */
export const LIFECYCLES: ReadonlyMap<string, Lifecycle> = new Map(
  lifecycleModules.map(({ lifecycle }) => [lifecycle.name, lifecycle]),
);
