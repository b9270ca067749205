import { startOf } from '#calendar';
import type { Loaded, Refusal } from '#kernel';
import { ownGrants, type AccessState } from '#lifecycles/access';
import type { ModelState } from '#lifecycles/model';
import type { RegistrationState } from '#lifecycles/registration';
import type { UnitState } from '#lifecycles/unit';
import { CONFLICT_GROUNDS, type ConflictGround } from './conflict-grounds.js';
import { halfYearsOf } from './half-years.js';
import { evaluationRefusals } from './refusals.js';
import type { ExistingEvaluation } from './state.js';

interface InUnit {
  readonly unit: string;
}

/** What is read to find out who is too close to a model to judge it. */
export interface Surroundings {
  readonly registration: Loaded<RegistrationState>;
  readonly model: Loaded<ModelState>;
  /** The model this one was replicated from. */
  readonly origin: Loaded<ModelState>;
  readonly unit: Loaded<UnitState>;
  /** The units that were merged or split into the owner. */
  readonly kin: readonly InUnit[];
  /** The owners of the models that were replicated from this one. */
  readonly copies: readonly InUnit[];
}

/** The steps by which a person becomes the model's author or the registration's sender. */
const AUTHORED = [
  'ProposeModel',
  'NominateModel',
  'TakeUpNomination',
  'StartImplementation',
  'RecordActivity',
  'ReviseModelDetails',
] as const;
const REGISTERED = ['RegisterModel', 'ContinueModel', 'SubmitRegistration'] as const;

const took = (loaded: Loaded, commands: readonly string[], subject: string): boolean =>
  commands.some((command) => loaded.participants.get(command)?.has(subject));

/** The owner, what it came from and went into, everybody it works with, whom the model came from and who took it over. */
export function unitsTooClose(
  state: ExistingEvaluation,
  { model, origin, unit, kin, copies }: Surroundings,
): ReadonlySet<string> {
  const successors = unit.state.status === 'none' ? [] : unit.state.successors;
  const owners = [model, origin].flatMap(({ state: it }) =>
    it.status === 'none' ? [] : [...it.owners.map((owner) => owner.unit), ...it.joint],
  );
  const others = [...kin, ...copies].map((row) => row.unit);
  return new Set([state.unit, ...successors, ...owners, ...others]);
}

/** The units where a subject has held any role in the reporting year, up to an instant. */
export function unitsServed(access: AccessState, year: number, now: string): readonly string[] {
  const begin = startOf(halfYearsOf(year)[0].from);
  return ownGrants(access)
    .filter((grant) => grant.from <= now && (grant.to === undefined || grant.to > begin))
    .map((grant) => grant.unit);
}

/** Why a subject may not judge the model, if anything stands against it. */
export function conflictOf(
  member: Loaded<AccessState>,
  state: ExistingEvaluation,
  around: Surroundings,
  now: string,
): ConflictGround | undefined {
  if (state.barred.includes(member.id)) return 'RECUSED';
  if (took(around.model, AUTHORED, member.id)) return 'AUTHOR';
  if (took(around.registration, REGISTERED, member.id)) return 'REGISTRANT';
  const tooClose = unitsTooClose(state, around);
  return unitsServed(member.state, state.year, now).some((unit) => tooClose.has(unit)) ? 'UNIT' : undefined;
}

/** Why the person may not judge, in words. */
export const conflictRefusal = (ground: ConflictGround, path?: readonly string[]): Refusal =>
  evaluationRefusals.memberConflicted({ ground, because: { ...CONFLICT_GROUNDS[ground] } }, path);
