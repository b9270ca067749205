import { personal, prose, type DocumentRef } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import { given, type Past } from '#testing';
import { campaign, policy } from '../../campaign/spec-support/examples.js';
import { enrolled, active as registered, unit } from '../../unit/spec-support/examples.js';
import type { PlanCommand } from '../commands.js';
import { LINKED_PROGRAMMES, type HostDocument, type PlanContent, type PlanEvent } from '../events.js';
import { planId, planLifecycle } from '../lifecycle.js';
import type { PlanState } from '../state.js';

export const paper: DocumentRef = {
  issuer: 'UBND phường',
  type: 'KH',
  number: '7/KH-UBND',
  year: 2026,
  signedOn: '2026-08-20',
};
export const host: HostDocument = {
  document: { ...paper, number: '1/CTr-UBND', signedOn: '2026-01-15' },
  section: 'Mục II',
};
export const plansBefore = '2026-09-30T17:00:00.000Z';

/** A whole plan of its own. */
export const content: PlanContent = {
  title: 'Kế hoạch Dân vận khéo 2026',
  mode: 'STANDALONE',
  fields: ['ADMIN_REFORM_DIGITAL'],
  responsible: personal('person-1', 'Trần Thị Lan'),
  coordination: ['unit-2'],
  programmes: LINKED_PROGRAMMES,
  tasks: [{ title: 'Tuyên truyền', due: '2026-10-01' }],
};
export const integrated: PlanContent = { ...content, mode: 'INTEGRATED', host };

/** Five whole days after the first of September. */
export const dueAt = '2026-09-06T17:00:00.000Z';
/** How a plan begins. */
export const drafted: PlanEvent = {
  type: 'PlanDrafted',
  data: { campaign: 'campaign-1', unit: 'unit-1', year: 2026, content, dueAt: plansBefore },
};
const issued: readonly PlanEvent[] = [drafted, { type: 'PlanIssued', data: {} }];
const submitted: readonly PlanEvent[] = [...issued, { type: 'PlanSubmitted', data: { late: false, dueAt } }];
const received: readonly PlanEvent[] = [...submitted, { type: 'PlanReceived', data: { dueAt } }];
const returned: readonly PlanEvent[] = [...received, { type: 'PlanReturned', data: { dueAt } }];
const accepted: readonly PlanEvent[] = [...received, { type: 'PlanAccepted', data: {} }];
const withdrawn: readonly PlanEvent[] = [...submitted, { type: 'PlanWithdrawn', data: {} }];

/** What led to each state. */
export const pasts = {
  none: [],
  drafted: [drafted],
  issued,
  submitted,
  received,
  returned,
  accepted,
  withdrawn,
} as const satisfies Record<string, readonly PlanEvent[]>;

export const revised: PlanContent = { ...content, title: 'Bản sửa' };
const id = planId('campaign-1', 'unit-1', 2026);

/** One of each command. */
export const commands: { readonly [K in PlanCommand['type']]: Extract<PlanCommand, { type: K }> } = {
  DraftPlan: { type: 'DraftPlan', campaign: 'campaign-1', unit: 'unit-1', year: 2026, content },
  RevisePlan: { type: 'RevisePlan', id, content: revised },
  IssuePlan: { type: 'IssuePlan', id },
  SubmitPlan: { type: 'SubmitPlan', id },
  ReceivePlan: { type: 'ReceivePlan', id },
  ReturnPlan: { type: 'ReturnPlan', id },
  AcceptPlan: { type: 'AcceptPlan', id },
  AmendPlan: { type: 'AmendPlan', id, content: revised },
  ReplacePlan: { type: 'ReplacePlan', id, content: revised },
  IssuePlanErratum: { type: 'IssuePlanErratum', id, correction: prose('Sửa “12” thành “21”') },
  WithdrawPlan: { type: 'WithdrawPlan', id },
};

/** The case as it usually stands: the cycle open, the unit obligated, a paper at hand. */
export const around = {
  policy,
  document: paper,
  reads: {
    campaign: campaign(),
    unit: unit('unit-1', [...registered, enrolled(true, '2026-01-01')]),
    coordination: [unit('unit-2', registered)],
  },
};

/** Given these past events of a plan. */
export const givenPlan = (past: readonly Past<PlanEvent>[]) =>
  given<PlanState, PlanCommand, PlanEvent, CampaignPolicy>(planLifecycle, past);
