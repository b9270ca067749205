import { localDateOf } from '#calendar';
import { futureRefusal, type ContentGuard, type Facts, type Loaded, type Refusal } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { UnitState } from '#lifecycles/unit';
import type {
  AdoptionCommand,
  DecideReplication,
  InviteUnits,
  MeasureAdoption,
  ProposeReplication,
  StartAdoption,
} from './commands.js';
import { replicable, type Source } from './guards.js';
import { replicationRefusals as refuse } from './refusals.js';
import { adoptionOf, type AdoptionStatus, type Replication } from './state.js';

type WithUnits = { readonly units: readonly Loaded<UnitState>[] };
type On<C, X = unknown> = ContentGuard<Replication, X, C, CampaignPolicy>;

/** The model that is proposed is run by the unit that the command names, in its campaign. */
export const modelIsOfUnit: ContentGuard<unknown, Source, ProposeReplication> = {
  rule: 'modelIsOfUnit',
  checkContent: ({ campaign, model, unit }, _state, { model: { state } }) =>
    state.status === 'none' || state.unit !== unit || state.campaign !== campaign
      ? refuse.modelNotOfUnit({ model, unit }, ['model'])
      : { model, unit },
};

/** The model that is proposed is effective and maintained in the cycle that the command names. */
export const proposedIsReplicable: ContentGuard<unknown, Source, ProposeReplication> = {
  rule: 'sourceIsReplicable',
  checkContent: ({ year }, _state, reads) => replicable(reads, year),
};

/** A selection names its units; the whole city names none. */
export const scopeFitsUnits: On<DecideReplication> = {
  rule: 'scopeFitsUnits',
  checkContent: ({ scope, units }) =>
    (scope === 'SELECTED') !== units.length > 0
      ? refuse.selectionMissing({}, ['units'])
      : { scope, units: units.length },
};

/** The units that are to adopt are there, each named once, and none of them is the origin. */
export const unitsMayAdopt: On<DecideReplication | InviteUnits, WithUnits> = {
  rule: 'unitsMayAdopt',
  checkContent: ({ units }, state, reads): Facts | Refusal => {
    if (new Set(units).size < units.length) return refuse.unitTwice({}, ['units']);
    if (units.includes(state.unit)) return refuse.originAdopts({}, ['units']);
    const inactive = reads.units.find((it) => it.state.status !== 'active');
    return inactive ? refuse.unitInactive({ unit: inactive.id }, ['units']) : { units: units.length };
  },
};

const MAY_BE_ASKED_AGAIN: readonly (AdoptionStatus | undefined)[] = ['DECLINED', 'FAILED', undefined];

/** The units are among those decided for, and none of them has an invitation that stands. */
export const unitsMayBeInvited: On<InviteUnits> = {
  rule: 'unitsMayBeInvited',
  checkContent: ({ units }, state): Facts | Refusal => {
    if (units.length === 0) return refuse.noUnits({}, ['units']);
    const outside = state.scope === 'SELECTED' ? units.find((it) => !state.selected.includes(it)) : undefined;
    if (outside !== undefined) return refuse.notSelected({ unit: outside }, ['units']);
    const again = units.find((it) => !MAY_BE_ASKED_AGAIN.includes(adoptionOf(state, it)?.status));
    return again === undefined ? { units: units.length } : refuse.alreadyInvited({ unit: again }, ['units']);
  },
};

/** The guard on the acting unit has looked at its adoption; the command is about that unit and no other. */
export const forOwnUnit: On<AdoptionCommand> = {
  rule: 'forOwnUnit',
  checkContent: ({ unit }, _state, _reads, { actor }) =>
    actor.unit === unit ? { unit } : refuse.otherUnit({}, ['unit']),
};

/** The adoption that the command names stands at one of the given steps. */
export const namedAdoptionIs = (...statuses: readonly AdoptionStatus[]): On<AdoptionCommand> => ({
  rule: 'namedAdoptionIs',
  checkContent: ({ unit }, state) => {
    const status = adoptionOf(state, unit)?.status;
    return status && statuses.includes(status) ? { unit, adoption: status } : refuse.notInvited({ unit }, ['unit']);
  },
});

/** The adopting unit runs a model of its own, which says where it comes from and serves no other adoption. */
export const adoptsOwnModel: On<StartAdoption, { readonly adopted: Loaded<ModelState> }> = {
  rule: 'adoptsOwnModel',
  checkContent: ({ unit, model }, state, { adopted: { state: own } }): Facts | Refusal => {
    const running = own.status !== 'none' && own.status !== 'ended';
    if (!running || own.unit !== unit || own.derivedFrom !== state.model) {
      return refuse.modelNotDerived({ model }, ['model']);
    }
    const used = state.adoptions.some((it) => it.model === model);
    return used ? refuse.modelIsSource({ model }, ['model']) : { model, derivedFrom: state.model };
  },
};

/** There are figures, of a day that has come. */
export const measuresWhatWas: On<MeasureAdoption> = {
  rule: 'measuresWhatWas',
  checkContent: ({ measures, on }, _state, _reads, { now }): Facts | Refusal => {
    if (measures.length === 0) return refuse.nothingMeasured({}, ['measures']);
    return futureRefusal(on, localDateOf(now), ['on']) ?? { measures: measures.length, on };
  },
};

/** Confirmed is what the unit has shown with figures of its own. */
export const adoptionIsMeasured: On<AdoptionCommand> = {
  rule: 'adoptionIsMeasured',
  checkContent: ({ unit }, state) => {
    const measurements = adoptionOf(state, unit)?.measurements.length ?? 0;
    return measurements > 0 ? { unit, measurements } : refuse.notMeasured({ unit }, ['unit']);
  },
};
