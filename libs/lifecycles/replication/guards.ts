import { localDateOf } from '#calendar';
import type { Facts, Guard, Json, Loaded, Refusal } from '#kernel';
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
  check: ({ year }, _reads, { occurredAt }) =>
    year >= Number(localDateOf(occurredAt).slice(0, 4)) - 1 ? { year } : refuse.outdated({ year }),
};

/** The verdict and the upkeep as facts, or the refusal. */
export function replicable({ evaluation, model }: Source, year: number): Facts | Refusal {
  const { state } = evaluation;
  if (state.status !== 'concluded' || state.year !== year) return refuse.notReplicable({ year }, ['model']);
  const { verdict, maintained } = state.conclusion;
  const running =
    model.state.status !== 'none' && model.state.status !== 'ended' && model.state.status !== 'notMaintained';
  return verdict === 'EFFECTIVE' && maintained && running
    ? { verdict, maintained, year }
    : refuse.notReplicable({ year }, ['model']);
}

/** The model has no other replication of the cycle that is proposed, decided or running. */
export const notUnderWay: Guard<unknown, { readonly others: readonly Json[] }> = {
  rule: 'notUnderWay',
  check: (_state, { others }) => {
    const [other] = others;
    return other === undefined
      ? { others: 0 }
      : refuse.alreadyUnderWay({ year: (other as { readonly year?: number }).year ?? null }, ['model']);
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
