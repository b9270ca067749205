import { localDateOf } from '#calendar';
import type { Loaded, Refusal } from '#kernel';
import type { ModelState } from '#lifecycles/model';
import type {
  AcceptAdoption,
  ConfirmAdoption,
  DeclineAdoption,
  FailAdoption,
  MeasureAdoption,
  StartAdoption,
} from './commands.js';
import type { Context, Decision } from './decide.js';
import { replicationRefusals as refuse } from './refusals.js';
import { adoptionOf, type AdoptionStatus, type Replication } from './state.js';

/** The guards have looked at the acting unit; the command must be about that unit and no other. */
const otherUnit = (unit: string, { actor }: Context): Refusal | undefined =>
  actor.unit === unit ? undefined : refuse.otherUnit({}, ['unit']);

const notAt = (state: Replication, unit: string, ...statuses: readonly AdoptionStatus[]): Refusal | undefined => {
  const status = adoptionOf(state, unit)?.status;
  return status && statuses.includes(status) ? undefined : refuse.notInvited({ unit }, ['unit']);
};

export const acceptAdoption = ({ unit }: AcceptAdoption, _state: Replication, context: Context): Decision =>
  otherUnit(unit, context) ?? { type: 'AdoptionAccepted', data: { unit } };

export function declineAdoption({ unit }: DeclineAdoption, state: Replication, context: Context): Decision {
  if (state.mandatory) return refuse.mandatory();
  return otherUnit(unit, context) ?? { type: 'AdoptionDeclined', data: { unit } };
}

/** The adopting unit runs a model of its own, which says where it comes from. */
export function startAdoption(
  { unit, model }: StartAdoption,
  state: Replication,
  context: Context,
  reads: { readonly adopted: Loaded<ModelState> },
): Decision {
  const refused = otherUnit(unit, context);
  if (refused) return refused;
  const adopted = reads.adopted.state;
  if (
    adopted.status === 'none' ||
    adopted.status === 'ended' ||
    adopted.unit !== unit ||
    adopted.derivedFrom !== state.model
  )
    return refuse.modelNotDerived({ model }, ['model']);
  if (state.adoptions.some((it) => it.model === model)) return refuse.modelIsSource({ model }, ['model']);
  return { type: 'AdoptionStarted', data: { unit, model } };
}

export function measureAdoption(
  { unit, measures, on }: MeasureAdoption,
  _state: Replication,
  context: Context,
): Decision {
  const refused = otherUnit(unit, context);
  if (refused) return refused;
  if (measures.length === 0) return refuse.nothingMeasured({}, ['measures']);
  if (on > localDateOf(context.now)) return refuse.measuredInFuture({ on }, ['on']);
  return { type: 'AdoptionMeasured', data: { unit, measures, on } };
}

/** Confirmed is what the unit has shown with figures of its own. */
export function confirmAdoption({ unit }: ConfirmAdoption, state: Replication): Decision {
  const refused = notAt(state, unit, 'ADOPTING');
  if (refused) return refused;
  return adoptionOf(state, unit)?.measurements.length
    ? { type: 'AdoptionConfirmed', data: { unit } }
    : refuse.notMeasured({ unit }, ['unit']);
}

export const failAdoption = ({ unit }: FailAdoption, state: Replication): Decision =>
  notAt(state, unit, 'ACCEPTED', 'ADOPTING') ?? { type: 'AdoptionFailed', data: { unit } };
