import type { LifecycleModule } from '#graphql';
import * as list from './list.js';

export { DutyEnum } from './campaign/enums.js';

/** Every lifecycle that the service runs, in the order of their names. */
export const lifecycleModules: readonly LifecycleModule[] = Object.values(list);
