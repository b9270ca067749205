import { subjectId } from '#identity';
import type { DocumentRef } from '#kernel';
import { campaignLifecycle, type CampaignCommand, type DraftCampaign } from '#lifecycles/campaign';
import { HUE_CHARTER, HUE_RUBRIC, HUE_TEMPLATES } from './campaign-data.js';
import { HUE_POLICY } from './campaign-policy.js';
import { DECIDER, LEADER, OFFICER, type Persona } from './personas.js';
import { foundingNote, seedCommandId, step, type Founding, type SeedStep } from './step.js';

const DRAFT: DraftCampaign = { type: 'DraftCampaign', ...HUE_CHARTER };

/** The campaign's identity: it follows from the seed's own command and is known before there is a log. */
export const hueCampaignId = campaignLifecycle.identify(DRAFT, seedCommandId('DraftCampaign'));

/** The cycle that the seed opens. */
const FIRST_YEAR = HUE_CHARTER.fromYear;

/** Drafted, given its rules and templates, issued without a number, and its first cycle opened: each step needs the one before. */
export function campaignSteps(founding: Founding): readonly SeedStep[] {
  const id = hueCampaignId;
  const note = foundingNote(founding);
  const send = campaignStep(founding);
  return [
    send(OFFICER, 'Dự thảo kế hoạch phong trào', 'Draft the campaign', DRAFT),
    send(LEADER, 'Ban hành quy chế', 'Adopt the policy', { type: 'AdoptPolicy', id, policy: HUE_POLICY }, note),
    send(LEADER, 'Ban hành thang điểm', 'Adopt the rubric', { type: 'AdoptRubric', id, rubric: HUE_RUBRIC }, note),
    ...HUE_TEMPLATES.map((template) =>
      send(LEADER, `Công bố mô hình mẫu: ${template.name}`, `Publish the model template: ${template.name}`, {
        type: 'PublishModelTemplate',
        id,
        template,
      }),
    ),
    send(DECIDER, 'Ban hành kế hoạch phong trào', 'Issue the campaign', { type: 'IssueCampaign', id }),
    send(LEADER, `Mở năm thi đua ${FIRST_YEAR}`, `Open the cycle ${FIRST_YEAR}`, {
      type: 'OpenCycle',
      id,
      year: FIRST_YEAR,
    }),
  ];
}

function campaignStep({ issuer }: Founding) {
  return (by: Persona, vi: string, en: string, command: CampaignCommand, document?: DocumentRef): SeedStep => {
    const name = command.type === 'PublishModelTemplate' ? [command.type, command.template.code] : [command.type];
    const subject = subjectId(issuer, by.sub);
    return step(name.join(' '), name, [vi, en], {
      lifecycle: 'campaign',
      subject,
      command,
      ...(document && { document }),
    });
  };
}
