import { BODIES } from './bodies.js';
import { COMMUNES } from './communes.js';
import type { RosterUnit } from './roster-unit.js';

/** Every unit of Huế city that the plan concerns; the city itself is no unit. */
export const HUE_UNITS: readonly RosterUnit[] = [...COMMUNES, ...BODIES];

/** The units that must plan, register and report. */
export const OBLIGATED_UNITS = HUE_UNITS.filter((unit) => unit.obligated === true);

/** The units that stand on the roster: the obligated, and those of which nobody has yet established whether they are. */
export const ENROLLED_UNITS = HUE_UNITS.filter((unit) => unit.obligated !== false);
