import { localDateOf } from '#calendar';
import type { DecideContext, Loaded, Refusal } from '#kernel';
import type {
  AppointHead,
  AssignUnitCode,
  DissolveUnit,
  EndHead,
  EnrolUnit,
  ExemptUnit,
  MergeUnit,
  RegisterUnit,
  RemoveUnitFromRoster,
  RenameUnit,
  SplitUnit,
} from './commands.js';
import type { UnitEvent } from './events.js';
import { unitRefusals } from './refusals.js';
import { on, standingOn, type ExistingUnit, type UnitState } from './state.js';

type Active = Extract<UnitState, { status: 'active' }>;
type Decision = UnitEvent | Refusal;

export const registerUnit = ({ type: _type, ...data }: RegisterUnit): Decision => ({ type: 'UnitRegistered', data });

export const renameUnit = ({ name, from }: RenameUnit): Decision => ({ type: 'UnitRenamed', data: { name, from } });

export const assignCode = ({ code, from }: AssignUnitCode): Decision => ({
  type: 'UnitCodeAssigned',
  data: { code, from },
});

export function enrolUnit({ obligated, from, basis, certainty }: EnrolUnit, state: Active): Decision {
  const standing = standingOn(state, from);
  if (standing === (obligated ? 'OBLIGATED' : 'ENROLLED')) return unitRefusals.alreadyStands({ from }, ['from']);
  return { type: 'UnitEnrolledInRoster', data: { obligated, from, basis, certainty } };
}

const onRoster = (state: ExistingUnit, date: string): boolean =>
  ['OBLIGATED', 'ENROLLED', 'EXEMPT'].includes(on(state.standings, date) ?? '');

export function exemptUnit({ from, to }: ExemptUnit, state: Active): Decision {
  if (to !== undefined && to <= from) return unitRefusals.exemptionReversed({ from, to }, ['to']);
  if (!onRoster(state, from)) return unitRefusals.notOnRoster({}, ['from']);
  return { type: 'UnitExempted', data: { from, ...(to && { to }) } };
}

export function removeFromRoster({ from }: RemoveUnitFromRoster, state: Active): Decision {
  return onRoster(state, from)
    ? { type: 'UnitRemovedFromRoster', data: { from } }
    : unitRefusals.notOnRoster({}, ['from']);
}

export function appointHead(
  { name, acting, from }: AppointHead,
  state: Active,
  context: DecideContext<unknown>,
): Decision {
  if (state.heads.some((head) => head.to === undefined || head.to > from)) return unitRefusals.headPresent();
  return { type: 'HeadAppointed', data: { appointment: context.newId('head'), name, acting, from } };
}

export function endHead({ appointment, at }: EndHead, state: Active): Decision {
  const head = state.heads.find((it) => it.appointment === appointment && it.to === undefined);
  return head && at >= head.from
    ? { type: 'HeadEnded', data: { appointment, at } }
    : unitRefusals.headUnknown({ appointment }, ['appointment']);
}

/** A successor operates and is another unit; since it operates, it cannot itself lead back here. */
function successorsRefusal(self: string, successors: readonly Loaded<UnitState>[], path: string): Refusal | undefined {
  if (successors.some((it) => it.id === self)) return unitRefusals.successorIsSelf({}, [path]);
  const inactive = successors.find((it) => it.state.status !== 'active');
  return inactive && unitRefusals.successorInactive({ successor: inactive.id }, [path]);
}

/** A unit ends on the day it ends: an end announced for later is recorded later. */
const premature = (from: string, { now }: Pick<DecideContext<unknown>, 'now'>): Refusal | undefined =>
  from > localDateOf(now) ? unitRefusals.notYetEffective({ from }, ['from']) : undefined;

export function mergeUnit(
  { id, into, from }: MergeUnit,
  _state: Active,
  context: DecideContext<unknown>,
  reads: { readonly successors: readonly Loaded<UnitState>[] },
): Decision {
  return (
    premature(from, context) ??
    successorsRefusal(id, reads.successors, 'into') ?? { type: 'UnitMerged', data: { into, from } }
  );
}

export function splitUnit(
  { id, into, from }: SplitUnit,
  _state: Active,
  context: DecideContext<unknown>,
  reads: { readonly successors: readonly Loaded<UnitState>[] },
): Decision {
  return (
    premature(from, context) ??
    successorsRefusal(id, reads.successors, 'into') ?? { type: 'UnitSplit', data: { into, from } }
  );
}

export const dissolveUnit = ({ from }: DissolveUnit, _state: Active, context: DecideContext<unknown>): Decision =>
  premature(from, context) ?? { type: 'UnitDissolved', data: { from } };
