import { toGlobalId } from '#graphql';
import { unitId } from '#lifecycles/unit';

/** A list as a page of the console shows it. */
export const PLANS =
  'query Plans { plans(first: 20) { totalCount nodes { id title status statusLabel year dueAt unit { id name } } } }';

/** One dossier: what happened to it and what may happen next. */
export const PLAN = `query Plan($id: ID!) { plan(id: $id) {
  id title statusLabel
  history { type label occurredAt actor { subject roleLabel } changes { field before after } }
  availableActions { command label allowed evidence refusal { code message } }
} }`;

/** What waits, and how the campaign stands. */
export const INBOX = `query Inbox {
  inbox(first: 20) { totalCount nodes { title statusLabel dueAt commandLabel } }
  targets(year: 2026) { key label reading numerator denominator met }
}`;

export const DRAFT =
  'mutation Draft($input: DraftPlanInput!) { payload: draftPlan(input: $input) { userErrors { code message } } }';

export const REVISE =
  'mutation Revise($input: RevisePlanInput!) { payload: revisePlan(input: $input) { position revision plan { id revision } userErrors { code message } } }';

export const ISSUE =
  'mutation Issue($input: IssuePlanInput!) { payload: issuePlan(input: $input) { userErrors { code message } } }';

export const SUBMIT =
  'mutation Submit($input: SubmitPlanInput!) { payload: submitPlan(input: $input) { userErrors { code message } } }';

/** A plan's content; the person is invented. */
export const CONTENT = {
  title: 'Kế hoạch thực hiện phong trào thi đua “Dân vận khéo”',
  mode: 'STANDALONE',
  fields: ['ADMIN_REFORM_DIGITAL'],
  responsible: { name: 'Nguyễn Văn Thử', position: 'Phó Chủ tịch' },
  coordination: [toGlobalId('Unit', unitId('UBMTTQ'))],
  programmes: ['ADMINISTRATIVE_REFORM', 'DIGITAL_TRANSFORMATION', 'GRASSROOTS_DEMOCRACY', 'PATRIOTIC_EMULATION'],
  tasks: [{ title: 'Rà soát thủ tục và hướng dẫn người dân nộp hồ sơ trực tuyến', due: '2026-12-15' }],
};
