import { localDateOf } from '#calendar';
import { isRefusal, type DecideContext, type Loaded, type Refusal } from '#kernel';
import { deadlineAt, type CampaignPolicy, type DeadlineName } from '#lifecycles/campaign';
import type { UnitState } from '#lifecycles/unit';
import type { DecideReplication, InviteUnits, ProposeReplication, PublishReplicationGuide } from './commands.js';
import type { ReplicationEvent } from './events.js';
import { replicable, type Source } from './guards.js';
import { replicationRefusals as refuse } from './refusals.js';
import { adoptionOf, spreadOf, type Replication } from './state.js';

export type Context = DecideContext<CampaignPolicy>;
export type Decision = ReplicationEvent | Refusal;

type WithUnits = { readonly units: readonly Loaded<UnitState>[] };

const dueBy = (name: DeadlineName, context: Context, year: number): string =>
  deadlineAt(context.policy.deadlines[name], context.occurredAt, year, localDateOf);

/** Home Affairs advises; it never decides. */
export function proposeReplication(
  command: ProposeReplication,
  _state: unknown,
  context: Context,
  reads: Source,
): Decision {
  const { campaign, model, unit, year } = command;
  const { state } = reads.model;
  if (state.status === 'none' || state.unit !== unit || state.campaign !== campaign)
    return refuse.modelNotOfUnit({ model, unit }, ['model']);
  const found = replicable(reads, year);
  if (isRefusal(found)) return found;
  return {
    type: 'ReplicationProposed',
    data: { campaign, model, unit, year, restricted: state.restricted, dueAt: dueBy('decision', context, year) },
  };
}

/** The first trouble with a list of units that are to adopt, if any. */
function unitsRefusal(
  units: readonly string[],
  state: Replication,
  read: readonly Loaded<UnitState>[],
): Refusal | undefined {
  if (new Set(units).size < units.length) return refuse.unitTwice({}, ['units']);
  if (units.includes(state.unit)) return refuse.originAdopts({}, ['units']);
  const inactive = read.find((it) => it.state.status !== 'active');
  return inactive && refuse.unitInactive({ unit: inactive.id }, ['units']);
}

/** Whether the model is still kept from publication is looked at again: it may have been cleared since the proposal. */
export function decideReplication(
  { scope, mandatory, units }: DecideReplication,
  state: Replication,
  _context: Context,
  reads: WithUnits & Source,
): Decision {
  if ((scope === 'SELECTED') !== units.length > 0) return refuse.selectionMissing({}, ['units']);
  const model = reads.model.state;
  const restricted = model.status === 'none' || model.restricted;
  return (
    unitsRefusal(units, state, reads.units) ?? {
      type: 'ReplicationDecided',
      data: { scope, mandatory, units, year: state.year, restricted },
    }
  );
}

export const publishGuide = ({ guide }: PublishReplicationGuide): Decision => ({
  type: 'ReplicationGuidePublished',
  data: { guide },
});

/** Invites several units at once. A unit that declined or failed may be asked again. */
export function inviteUnits(
  { units }: InviteUnits,
  state: Replication,
  context: Context,
  reads: WithUnits,
): Decision | readonly ReplicationEvent[] {
  if (units.length === 0) return refuse.noUnits({}, ['units']);
  const refused = unitsRefusal(units, state, reads.units);
  if (refused) return refused;
  const outside = state.scope === 'SELECTED' ? units.find((it) => !state.selected.includes(it)) : undefined;
  if (outside !== undefined) return refuse.notSelected({ unit: outside }, ['units']);
  const again = units.find((it) => !['DECLINED', 'FAILED', undefined].includes(adoptionOf(state, it)?.status));
  if (again !== undefined) return refuse.alreadyInvited({ unit: again }, ['units']);
  const dueAt = dueBy('adoptionAnswer', context, state.year);
  return units.map((unit) => ({ type: 'UnitInvited', data: { unit, dueAt } }));
}

/** The steps that say nothing but that they were taken. */
const plainly =
  (type: 'ReplicationWithdrawn' | 'ReplicationRefused' | 'ReplicationHalted') => (): ReplicationEvent => ({
    type,
    data: {},
  });
export const withdrawReplication = plainly('ReplicationWithdrawn');
export const refuseReplication = plainly('ReplicationRefused');
export const haltReplication = plainly('ReplicationHalted');

export const closeReplication = (_command: unknown, state: Replication): Decision => ({
  type: 'ReplicationClosed',
  data: { spread: spreadOf(state) },
});
