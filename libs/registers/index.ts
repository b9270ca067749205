import type { Projection } from '#projections';
import * as list from './list.js';

export { personRegister } from './persons/register.js';

/** Every projection that is no view of dossiers, in the order of their names. */
export const registers: readonly Projection[] = Object.values(list);
