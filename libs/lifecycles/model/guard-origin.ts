import type { ContentGuard, Facts, Json, Loaded, Refusal } from '#kernel';
import { campaignRefusals, type CampaignState } from '#lifecycles/campaign';
import type { UnitState } from '#lifecycles/unit';
import type { NewModel, NominateModel, ProposeModel, ReviseModelDetails } from './commands.js';
import type { WithCampaign } from './guards.js';
import { modelRefusals } from './refusals.js';
import type { ExistingModel, ModelState } from './state.js';

interface WithJoint {
  readonly joint: readonly Loaded<UnitState>[];
}

/** The field is the campaign's, and the template is one of that field. */
export const isInCatalogue: ContentGuard<unknown, WithCampaign, NewModel> = {
  rule: 'isInCatalogue',
  checkContent: (command, _state, { campaign: { id, state } }) => {
    if (state.status === 'none') return modelRefusals.campaignNotRunning({ campaign: id }, ['campaign']);
    const { field, template } = command;
    if (!state.fields.some((it) => it.key === field)) return campaignRefusals.fieldUnknown({ field }, ['field']);
    return (
      (template === undefined ? undefined : templateRefusal(template, field, state)) ?? {
        field,
        template: template ?? null,
      }
    );
  },
};

type ExistingCampaign = Exclude<CampaignState, { status: 'none' }>;

function templateRefusal(template: string, field: string, campaign: ExistingCampaign): Refusal | undefined {
  const known = campaign.templates.find((it) => it.code === template);
  if (!known) return modelRefusals.templateUnknown({ template }, ['template']);
  if (known.field === field) return undefined;
  const label = (key: string): Json => ({
    ...(campaign.fields.find((it) => it.key === key)?.label ?? { vi: key, en: key }),
  });
  const names = { templateName: known.name, fieldName: label(field), templateFieldName: label(known.field) };
  return modelRefusals.templateElsewhere({ template, field, templateField: known.field, ...names }, ['template']);
}

/** Units that are to coordinate operate, and are not the owner. */
export const jointUnitsOperate: ContentGuard<unknown, WithJoint, NewModel> = {
  rule: 'jointUnitsOperate',
  checkContent: ({ unit }, _state, { joint }) => operating(unit, joint, ['joint']),
};

/** The same of units that are named anew. */
export const newJointUnitsOperate: ContentGuard<ExistingModel, WithJoint, ReviseModelDetails> = {
  rule: 'jointUnitsOperate',
  checkContent: (_command, { unit }, { joint }) => operating(unit, joint, ['details', 'joint']),
};

function operating(owner: string, joint: readonly Loaded<UnitState>[], path: readonly string[]): Facts | Refusal {
  if (joint.some((unit) => unit.id === owner)) return modelRefusals.jointWithOwner({ unit: owner }, path);
  const inactive = joint.find((unit) => unit.state.status !== 'active');
  return inactive ? modelRefusals.jointInactive({ unit: inactive.id }, path) : { joint: joint.map((it) => it.id) };
}

/** A replicated model comes from another unit's model of the same campaign. */
export const sourceIsOthers: ContentGuard<unknown, { readonly source: Loaded<ModelState> }, ProposeModel> = {
  rule: 'sourceIsOthers',
  checkContent: ({ derivedFrom, campaign, unit }, _state, { source: { state } }): Facts | Refusal => {
    if (derivedFrom === undefined) return { derivedFrom: null };
    if (state.status === 'none' || state.campaign !== campaign) {
      return modelRefusals.sourceUnknown({ derivedFrom }, ['derivedFrom']);
    }
    return state.unit === unit
      ? modelRefusals.sourceOwn({ derivedFrom, unit }, ['derivedFrom'])
      : { derivedFrom, unit: state.unit };
  },
};

/** Discovery is by anybody but the owner (the city's plan, field 1a). */
export const isNominatedByOthers: ContentGuard<unknown, unknown, NominateModel> = {
  rule: 'isNominatedByOthers',
  checkContent: ({ unit }, _state, _reads, { actor }) =>
    actor.unit === unit ? modelRefusals.ownNomination({ unit }, ['unit']) : { unit, nominatedBy: actor.unit },
};
