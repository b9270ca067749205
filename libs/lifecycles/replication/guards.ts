import { localDateOf } from '#calendar';
import type { Facts, Guard, Loaded, Refusal } from '#kernel';
import type { EvaluationState } from '#lifecycles/evaluation';
import type { ModelState } from '#lifecycles/model';
import { replicationRefusals as refuse } from './refusals.js';
import type { AdoptionStatus, Replication, ReplicationFacts } from './state.js';

/** What the replicability of a model is judged by. */
export interface Source {
  readonly evaluation: Loaded<EvaluationState>;
  readonly model: Loaded<ModelState>;
}

/** The model is effective and maintained in the proposal's cycle, and nothing later has said otherwise. */
export const sourceIsReplicable: Guard<ReplicationFacts, Source> = {
  rule: 'sourceIsReplicable',
  check: ({ year }, reads) => replicable(reads, year),
};

/** The proposal's cycle is this year's or the last one's: what an older one found may no longer hold. */
export const proposalIsCurrent: Guard<ReplicationFacts, unknown> = {
  rule: 'proposalIsCurrent',
  check: ({ year }, _reads, { now }) =>
    year >= Number(localDateOf(now).slice(0, 4)) - 1 ? { year } : refuse.outdated({ year }),
};

/** The verdict and the upkeep as facts, or the refusal. */
export function replicable({ evaluation, model }: Source, year: number): Facts | Refusal {
  const { state } = evaluation;
  if (state.status !== 'concluded' || state.year !== year) return refuse.notReplicable({ year });
  const { verdict, maintained } = state.conclusion;
  const running =
    model.state.status !== 'none' && model.state.status !== 'ended' && model.state.status !== 'notMaintained';
  return verdict === 'EFFECTIVE' && maintained && running
    ? { verdict, maintained, year }
    : refuse.notReplicable({ year });
}

/** The model has no other replication of the cycle that is proposed, decided or running. */
export const notUnderWay: Guard<unknown, { readonly others: readonly { readonly year: number }[] }> = {
  rule: 'notUnderWay',
  check: (_state, { others }) => {
    const [other] = others;
    return other === undefined ? { others: 0 } : refuse.alreadyUnderWay({ year: other.year });
  },
};

/** The acting unit has an adoption at one of the given steps: what a unit may do is explained by its own standing. */
export const ownAdoptionIs = (...statuses: readonly AdoptionStatus[]): Guard<ReplicationFacts, unknown> => ({
  rule: 'ownAdoptionIs',
  check: ({ adoptions }, _reads, { actor }) => {
    const own = adoptions.find((it) => it.unit === actor.unit);
    return own && statuses.includes(own.status)
      ? { unit: own.unit, adoption: own.status }
      : refuse.notInvited({ unit: actor.unit });
  },
});

/** The decision leaves the adoption to each unit. */
export const adoptionIsVoluntary: Guard<ReplicationFacts, unknown> = {
  rule: 'adoptionIsVoluntary',
  check: ({ mandatory }) => (mandatory ? refuse.mandatory() : { mandatory }),
};

/** Some adopting unit has shown figures that are still to be judged. */
export const someAdoptionIsMeasured: Guard<ReplicationFacts, unknown> = {
  rule: 'someAdoptionIsMeasured',
  check: ({ adoptions }) => {
    const found = adoptions.filter((it) => it.status === 'ADOPTING' && it.measurements.length > 0).length;
    return found > 0 ? { adoptions: found } : refuse.noneMeasured();
  },
};

/** Some unit may still be invited: the whole city was decided for, or somebody of the selection has not been asked. */
export const somebodyMayBeInvited: Guard<ReplicationFacts, unknown> = {
  rule: 'somebodyMayBeInvited',
  check: ({ scope, selected, adoptions }): Facts | Refusal => {
    if (scope !== 'SELECTED') return { scope: scope ?? null };
    const asked = adoptions.filter(({ status }) => status !== 'DECLINED' && status !== 'FAILED').map((it) => it.unit);
    const left = selected.filter((unit) => !asked.includes(unit)).length;
    return left > 0 ? { left } : refuse.allInvited();
  },
};

/** Some unit has an adoption at one of the given steps. */
export const someAdoptionIs = (...statuses: readonly AdoptionStatus[]): Guard<ReplicationFacts, unknown> => ({
  rule: 'someAdoptionIs',
  check: ({ adoptions }) => {
    const found = adoptions.filter((it) => statuses.includes(it.status)).length;
    return found > 0 ? { adoptions: found } : refuse.noneThere();
  },
});

const OPEN: readonly AdoptionStatus[] = ['INVITED', 'ACCEPTED', 'ADOPTING'];

/** Every invited unit has declined, or its adoption has been settled; after a halt nothing more is waited for. */
export const adoptionsAreSettled: Guard<Replication, unknown> = {
  rule: 'adoptionsAreSettled',
  check: ({ status, adoptions }) => {
    const open = adoptions.filter((it) => OPEN.includes(it.status)).length;
    return open === 0 || status === 'halted' ? { adoptions: adoptions.length, open } : refuse.stillOpen({ open });
  },
};
