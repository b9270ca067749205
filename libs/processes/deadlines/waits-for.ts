import type { LifecycleModule } from '#graphql';
import type { StateShape } from '#kernel';
import type { Duty } from './facts.js';
import type { Standing } from './ports.js';

/**
 * Whom a step waits for: those named in particular; or the dossier's own unit, where the table leaves the step to it; or else the
 * authorities, of whom none is named.
 */
export function whomFor(
  { lifecycle }: Pick<LifecycleModule, 'lifecycle'>,
  state: StateShape,
  { command, whom }: Pick<Standing, 'command' | 'whom'>,
): Pick<Duty, 'units' | 'subjects'> {
  const { by = [], deadline } = lifecycle.commands[command] ?? {};
  if (whom !== undefined)
    return typeof deadline === 'object' && deadline.each === 'subject'
      ? { units: [], subjects: [whom] }
      : { units: [whom], subjects: [] };
  const isOwn = by.some(({ over }) => over === 'ownUnit');
  return { units: isOwn ? unitsOf(lifecycle.unitOf(state, undefined)) : [], subjects: [] };
}

/** One unit, several or none, as a list. */
export const unitsOf = (units: string | readonly string[] | undefined): readonly string[] =>
  units === undefined ? [] : typeof units === 'string' ? [units] : units;
