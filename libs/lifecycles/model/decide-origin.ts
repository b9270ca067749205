import type { Loaded } from '#kernel';
import type { CampaignState } from '#lifecycles/campaign';
import type { NewModel, NominateModel, ProposeModel } from './commands.js';
import type { ModelEvent, ModelOrigin } from './events.js';
import type { WithCampaign } from './guards.js';

/** A field that the campaign keeps from publication keeps its models from it until they are cleared. */
const isRestrictedField = ({ state }: Loaded<CampaignState>, field: string): boolean =>
  state.status !== 'none' && state.fields.some((it) => it.key === field && it.restricted);

/** The model at its birth. */
function originOf(command: NewModel, { campaign }: WithCampaign): ModelOrigin {
  const { campaign: campaignId, unit, field, template, name, kind, subUnit, joint, form } = command;
  return {
    campaign: campaignId,
    unit,
    field,
    name,
    kind,
    joint,
    form,
    ...(template !== undefined && { template }),
    ...(subUnit !== undefined && { subUnit }),
    restricted: isRestrictedField(campaign, field),
  };
}

/** A model of the unit itself, its own work or replicated from another unit's. */
export function proposeModel(
  command: ProposeModel,
  _state: unknown,
  _context: unknown,
  reads: WithCampaign,
): ModelEvent {
  const { derivedFrom } = command;
  const origin = originOf(command, reads);
  return { type: 'ModelProposed', data: { ...origin, ...(derivedFrom !== undefined && { derivedFrom }) } };
}

/** It stays a nomination until the owner takes it up. */
export const nominateModel = (
  command: NominateModel,
  _state: unknown,
  _context: unknown,
  reads: WithCampaign,
): ModelEvent => ({ type: 'ModelNominatedByThirdParty', data: originOf(command, reads) });
