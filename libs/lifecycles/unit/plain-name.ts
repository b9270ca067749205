import type { UnitState } from './state.js';

/** One spelling for each name: the letters, without case and surplus spaces. */
export const plainName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');

/** Every name a unit has or had, aliases among them. */
export const namesOf = (unit: UnitState): readonly string[] =>
  unit.status === 'none' ? [] : [...unit.names.map((it) => it.value), ...unit.aliases];

/** True when a name is one of some names, in any case and spacing. */
export const isNamed = (name: string, names: readonly string[]): boolean =>
  names.map(plainName).includes(plainName(name));
