import { personal, type Loaded } from '#kernel';
import { given, loaded } from '#testing';
import type { UnitCommand } from '../commands.js';
import type { UnitEvent } from '../events.js';
import { unitLifecycle } from '../lifecycle.js';
import { unitFold, type UnitState } from '../state.js';

export const head = personal('person-1', 'Trần Thị Lan');
export const active: readonly UnitEvent[] = [
  {
    type: 'UnitRegistered',
    data: {
      key: '19789',
      name: 'Phường Thuận Hóa',
      kind: 'WARD',
      code: '19789',
      from: '2025-07-01',
      aliases: ['Phường Thuận Hoá'],
      predecessors: ['Phường Phú Hội'],
    },
  },
];
export const enrolled = (obligated: boolean, from: string): UnitEvent => ({
  type: 'UnitEnrolledInRoster',
  data: { obligated, from, basis: 'Kế hoạch', certainty: 'HIGH' },
});
export const appointed = (appointment: string, from: string): UnitEvent => ({
  type: 'HeadAppointed',
  data: { appointment, name: head, acting: false, from },
});

/** What led to each state. */
export const pasts = {
  none: [],
  active,
  merged: [...active, { type: 'UnitMerged', data: { into: 'unit-2', from: '2027-01-01' } }],
  split: [...active, { type: 'UnitSplit', data: { into: ['unit-2', 'unit-3'], from: '2027-01-01' } }],
  dissolved: [...active, { type: 'UnitDissolved', data: { from: '2027-01-01' } }],
} as const satisfies Record<string, readonly UnitEvent[]>;

/** The state after these events. */
export const folded = (...past: readonly UnitEvent[]): UnitState =>
  past.reduce<UnitState>((state, event) => unitFold.evolve(state, event), unitFold.initial);

/** A unit as it is found among the reads. */
export const unit = (id: string, past: readonly UnitEvent[] = active): Loaded<UnitState> =>
  loaded(unitFold, id, folded(...past));

/** Given these past events of a unit. */
export const givenUnit = (past: readonly UnitEvent[]) =>
  given<UnitState, UnitCommand, UnitEvent, unknown>(unitLifecycle, past);
