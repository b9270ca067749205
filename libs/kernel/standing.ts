import type { Due, DueKind, StandingDue } from './deadline.js';
import type { StateShape } from './fold/fold.js';
import type { Lifecycle } from './lifecycle.js';

/**
 * What waits in a state: the steps of the table, and the open windows that the instance keeps. Inbox, overdue lists,
 * documentation and processes are read from this.
 * @param id the instance's own id
 */
export function standingIn<S extends StateShape>(
  { commands, windows }: Pick<Lifecycle<S>, 'commands' | 'windows'>,
  id: string,
  state: S,
): readonly StandingDue[] {
  const steps = Object.entries(commands).flatMap(([command, { from, awaited, deadline }]) => {
    if (deadline === undefined || !from.includes(state.status)) return [];
    const due = deadline === 'none' ? {} : deadline.due(state);
    const kind: DueKind = awaited ? 'duty' : 'right';
    return [due ?? []].flat().map((each: Due): StandingDue => ({ ...each, command, kind }));
  });
  const timers = Object.entries(commands).flatMap(([command, { from, timer }]) =>
    timer === undefined || !from.includes(state.status)
      ? []
      : [timer.due(state) ?? []].flat().map((each: Due): StandingDue => ({ ...each, command, kind: 'timer' })),
  );
  const open = (windows?.(state) ?? []).filter((each) => each.open);
  return [
    ...steps,
    ...timers,
    ...open.map(({ year, name }): StandingDue => ({ kind: 'window', window: { campaign: id, year, name } })),
  ];
}
