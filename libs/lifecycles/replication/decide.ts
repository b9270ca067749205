import type { DecideContext, Loaded } from '#kernel';
import { dueBy, type CampaignPolicy } from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { DecideReplication, InviteUnits, ProposeReplication, PublishReplicationGuide } from './commands.js';
import type { ReplicationEvent } from './events.js';
import { spreadOf, type Replication } from './state.js';

type Context = DecideContext<CampaignPolicy>;
type WithModel = { readonly model: Loaded<ModelState> };

/** A model that is not known is kept from publication. */
const isKeptBack = ({ model: { state } }: WithModel): boolean => state.status === 'none' || state.restricted;

/** Home Affairs advises; it never decides. */
export function proposeReplication(
  { campaign, model, unit, year }: ProposeReplication,
  _state: unknown,
  context: Context,
  reads: WithModel,
): ReplicationEvent {
  const dueAt = dueBy('decision', context, year);
  return { type: 'ReplicationProposed', data: { campaign, model, unit, year, restricted: isKeptBack(reads), dueAt } };
}

/** Whether the model is still kept from publication is looked at again: it may have been cleared since the proposal. */
export const decideReplication = (
  { scope, mandatory, units }: DecideReplication,
  { year }: Replication,
  _context: unknown,
  reads: WithModel,
): ReplicationEvent => ({
  type: 'ReplicationDecided',
  data: { scope, mandatory, units, year, restricted: isKeptBack(reads) },
});

export const publishGuide = ({ guide }: PublishReplicationGuide): ReplicationEvent => ({
  type: 'ReplicationGuidePublished',
  data: { guide },
});

/** Invites several units at once. A unit that declined or failed may be asked again. */
export function inviteUnits(
  { units }: InviteUnits,
  { year }: Replication,
  context: Context,
): readonly ReplicationEvent[] {
  const dueAt = dueBy('adoptionAnswer', context, year);
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

export const closeReplication = (_command: unknown, state: Replication): ReplicationEvent => ({
  type: 'ReplicationClosed',
  data: { spread: spreadOf(state) },
});
