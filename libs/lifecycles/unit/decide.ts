import type { DecideContext } from '#kernel';
import type {
  AppointHead,
  AssignUnitCode,
  EnrolUnit,
  ExemptUnit,
  EndHead,
  MergeUnit,
  RegisterUnit,
  RenameUnit,
  SplitUnit,
} from './commands.js';
import { dayAsked, on } from './dated.js';
import type { UnitEvent } from './events.js';
import type { UnitState } from './state.js';

type Active = Extract<UnitState, { status: 'active' }>;
type Context = DecideContext<unknown>;
type Decision = readonly UnitEvent[];

export const registerUnit = ({ key, name, kind, code, aliases, predecessors }: RegisterUnit): Decision => [
  { type: 'UnitRegistered', data: { key, kind, aliases, predecessors } },
  { type: 'UnitNamed', data: { name } },
  ...(code === undefined ? [] : [{ type: 'UnitCodeAssigned', data: { code } } as const]),
];

/** A unit that has the name already is not named again. */
export const renameUnit = ({ name }: RenameUnit, { names }: Active, context: Context): Decision =>
  on(names, dayAsked(context)) === name ? [] : [{ type: 'UnitNamed', data: { name } }];

export const assignCode = ({ code }: AssignUnitCode, { codes }: Active, context: Context): Decision =>
  on(codes, dayAsked(context)) === code ? [] : [{ type: 'UnitCodeAssigned', data: { code } }];

/** A standing that is known may be put on a better basis; the same again says nothing. */
export function enrolUnit(command: EnrolUnit, { standings, rosterBasis }: Active, context: Context): Decision {
  const { obligated, basis, certainty } = command;
  const stands = on(standings, dayAsked(context)) === (obligated ? 'OBLIGATED' : 'ENROLLED');
  const known = rosterBasis?.basis === basis && rosterBasis.certainty === certainty;
  return stands && known ? [] : [{ type: 'UnitEnrolledInRoster', data: { obligated, basis, certainty } }];
}

export const exemptUnit = ({ to }: ExemptUnit): UnitEvent => ({
  type: 'UnitExempted',
  data: to === undefined ? {} : { to },
});

export const removeFromRoster = (): UnitEvent => ({ type: 'UnitRemovedFromRoster', data: {} });

export const appointHead = ({ name, acting }: AppointHead, _state: Active, { newId }: Context): UnitEvent => ({
  type: 'HeadAppointed',
  data: { appointment: newId('head'), name, acting },
});

export const endHead = ({ appointment }: EndHead): UnitEvent => ({ type: 'HeadEnded', data: { appointment } });

/** The day on which it takes effect is a fact apart from the step. */
const endingWith = (step: UnitEvent): Decision => [step, { type: 'UnitCeased', data: {} }];

export const mergeUnit = ({ into }: MergeUnit): Decision => endingWith({ type: 'UnitMerged', data: { into } });
export const splitUnit = ({ into }: SplitUnit): Decision => endingWith({ type: 'UnitSplit', data: { into } });
export const dissolveUnit = (): Decision => endingWith({ type: 'UnitDissolved', data: {} });
