import { startOf } from '#calendar';
import { personal, type EventMeta, type Loaded } from '#kernel';
import { given, loaded, stateAfter, type Past } from '#testing';
import type { UnitCommand } from '../commands.js';
import type { UnitEvent } from '../events.js';
import { unitLifecycle } from '../lifecycle.js';
import { unitFold, type UnitState } from '../state.js';

type PastUnit = Past<UnitEvent>;

/** An event that holds from a civil date on. */
export const dated = (event: UnitEvent, from: string): { event: UnitEvent; meta: Partial<EventMeta> } => ({
  event,
  meta: { effectiveFrom: startOf(from) },
});

export const head = personal('person-1', 'Trần Thị Lan');
const FOUNDED = '2025-07-01';
export const active: readonly PastUnit[] = [
  dated(
    {
      type: 'UnitRegistered',
      data: { key: '19789', kind: 'WARD', aliases: ['Phường Thuận Hoá'], predecessors: ['Phường Phú Hội'] },
    },
    FOUNDED,
  ),
  dated({ type: 'UnitNamed', data: { name: 'Phường Thuận Hóa' } }, FOUNDED),
  dated({ type: 'UnitCodeAssigned', data: { code: '19789' } }, FOUNDED),
];
export const enrolment = (obligated: boolean): UnitEvent => ({
  type: 'UnitEnrolledInRoster',
  data: { obligated, basis: 'Kế hoạch', certainty: 'HIGH' },
});
export const enrolled = (obligated: boolean, from: string): PastUnit => dated(enrolment(obligated), from);
export const exempted = (from: string, to?: string): PastUnit =>
  dated({ type: 'UnitExempted', data: to === undefined ? {} : { to } }, from);
export const removed = (from: string): PastUnit => dated({ type: 'UnitRemovedFromRoster', data: {} }, from);
export const appointed = (appointment: string, from: string): PastUnit =>
  dated({ type: 'HeadAppointed', data: { appointment, name: head, acting: false } }, from);
export const left = (appointment: string, at: string): PastUnit =>
  dated({ type: 'HeadEnded', data: { appointment } }, at);

const over = (step: UnitEvent, from = '2027-01-01'): readonly PastUnit[] => [
  ...active,
  dated(step, from),
  dated({ type: 'UnitCeased', data: {} }, from),
];

/** What led to each state. */
export const pasts: Readonly<Record<UnitState['status'], readonly PastUnit[]>> = {
  none: [],
  active,
  merged: over({ type: 'UnitMerged', data: { into: 'unit-2' } }),
  split: over({ type: 'UnitSplit', data: { into: ['unit-2', 'unit-3'] } }),
  dissolved: over({ type: 'UnitDissolved', data: {} }),
};

/** The state after these events. */
export const folded = (...past: readonly PastUnit[]): UnitState => stateAfter<UnitState, UnitEvent>(unitFold, past);

/** A unit as it is found among the reads. */
export const unit = (id: string, past: readonly PastUnit[] = active): Loaded<UnitState> =>
  loaded(unitFold, id, folded(...past));

/** Given these past events of a unit. */
export const givenUnit = (past: readonly PastUnit[]) =>
  given<UnitState, UnitCommand, UnitEvent, unknown>(unitLifecycle, past);
