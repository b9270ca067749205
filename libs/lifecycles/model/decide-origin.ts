import { localDateOf } from '#calendar';
import type { DecideContext, Json, Loaded, Refusal } from '#kernel';
import { campaignRefusals, type CampaignState } from '#lifecycles/campaign';
import type { UnitState } from '#lifecycles/unit';
import type { NewModel, NominateModel, ProposeModel } from './commands.js';
import type { ModelEvent, ModelOrigin } from './events.js';
import { modelRefusals } from './refusals.js';
import type { ModelState } from './state.js';

type Context = DecideContext<unknown>;
type Decision = ModelEvent | Refusal;

/** What is looked at when a model is born. */
export interface OriginReads {
  readonly campaign: Loaded<CampaignState>;
  readonly joint: readonly Loaded<UnitState>[];
}

/** Units that coordinate operate, and are not the owner. */
export function jointRefusal(
  owner: string,
  joint: readonly Loaded<UnitState>[],
  path: readonly string[],
): Refusal | undefined {
  if (joint.some((unit) => unit.id === owner)) return modelRefusals.jointWithOwner({}, path);
  const inactive = joint.find((unit) => unit.state.status !== 'active');
  return inactive && modelRefusals.jointInactive({ unit: inactive.id }, path);
}

/** The field is the campaign's, and the template is one of that field. */
function catalogueRefusal({ field, template }: NewModel, campaign: CampaignState): Refusal | undefined {
  if (campaign.status === 'none') return modelRefusals.campaignNotRunning({}, ['campaign']);
  if (!campaign.fields.some((it) => it.key === field)) return campaignRefusals.fieldUnknown({ field }, ['field']);
  if (template === undefined) return undefined;
  const known = campaign.templates.find((it) => it.code === template);
  if (!known) return modelRefusals.templateUnknown({ template }, ['template']);
  if (known.field === field) return undefined;
  const label = (key: string): Json => ({
    ...(campaign.fields.find((it) => it.key === key)?.label ?? { vi: key, en: key }),
  });
  const names = { templateName: known.name, fieldName: label(field), templateFieldName: label(known.field) };
  return modelRefusals.templateElsewhere({ template, field, templateField: known.field, ...names }, ['template']);
}

const isRestrictedField = (campaign: CampaignState, field: string): boolean =>
  campaign.status !== 'none' && campaign.fields.some((it) => it.key === field && it.restricted);

/** The model at its birth, or why it cannot be. */
function originOf(command: NewModel, context: Context, reads: OriginReads): { readonly origin: ModelOrigin } | Refusal {
  const campaign = reads.campaign.state;
  const refused = catalogueRefusal(command, campaign) ?? jointRefusal(command.unit, reads.joint, ['joint']);
  if (refused) return refused;
  const { campaign: campaignId, unit, field, template, name, kind, subUnit, joint, form } = command;
  const optional = { ...(template !== undefined && { template }), ...(subUnit !== undefined && { subUnit }) };
  const restricted = isRestrictedField(campaign, field);
  const on = localDateOf(context.occurredAt);
  return {
    origin: {
      model: context.newId('model'),
      campaign: campaignId,
      unit,
      field,
      name,
      kind,
      joint,
      form,
      ...optional,
      restricted,
      on,
    },
  };
}

/** A model of the unit itself, its own work or replicated from another unit's. */
export function proposeModel(
  command: ProposeModel,
  _state: unknown,
  context: Context,
  reads: OriginReads & { readonly source: Loaded<ModelState> },
): Decision {
  const { derivedFrom } = command;
  const refused = derivedFrom === undefined ? undefined : sourceRefusal(derivedFrom, command, reads.source.state);
  if (refused) return refused;
  const born = originOf(command, context, reads);
  return 'refused' in born
    ? born
    : { type: 'ModelProposed', data: { ...born.origin, ...(derivedFrom !== undefined && { derivedFrom }) } };
}

function sourceRefusal(derivedFrom: string, command: ProposeModel, source: ModelState): Refusal | undefined {
  if (source.status === 'none' || source.campaign !== command.campaign)
    return modelRefusals.sourceUnknown({ derivedFrom }, ['derivedFrom']);
  return source.unit === command.unit ? modelRefusals.sourceOwn({}, ['derivedFrom']) : undefined;
}

/** Discovery by anybody but the owner (the city's plan, field 1a): it stays a nomination until the owner takes it up. */
export function nominateModel(command: NominateModel, _state: unknown, context: Context, reads: OriginReads): Decision {
  if (context.actor.unit === command.unit) return modelRefusals.ownNomination({}, ['unit']);
  const born = originOf(command, context, reads);
  return 'refused' in born
    ? born
    : { type: 'ModelNominatedByThirdParty', data: { ...born.origin, nominatedByUnit: context.actor.unit } };
}
