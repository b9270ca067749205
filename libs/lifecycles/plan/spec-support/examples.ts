import { personal, type DocumentRef } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import { given } from '#testing';
import { campaign, policy } from '../../campaign/spec-support/examples.js';
import { enrolled, active as registered, unit } from '../../unit/spec-support/examples.js';
import type { PlanCommand } from '../commands.js';
import { LINKED_PROGRAMMES, type HostDocument, type PlanContent, type PlanEvent } from '../events.js';
import { planLifecycle } from '../lifecycle.js';
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

const dueAt = '2026-09-06T17:00:00.000Z';
const drafted: readonly PlanEvent[] = [
  { type: 'PlanDrafted', data: { campaign: 'campaign-1', unit: 'unit-1', year: 2026, content, dueAt: plansBefore } },
];
const issued: readonly PlanEvent[] = [...drafted, { type: 'PlanIssued', data: {} }];
const submitted: readonly PlanEvent[] = [...issued, { type: 'PlanSubmitted', data: { late: false, dueAt } }];
const received: readonly PlanEvent[] = [...submitted, { type: 'PlanReceived', data: { dueAt } }];
const returned: readonly PlanEvent[] = [...received, { type: 'PlanReturned', data: { dueAt } }];
const accepted: readonly PlanEvent[] = [...received, { type: 'PlanAccepted', data: {} }];
const withdrawn: readonly PlanEvent[] = [...submitted, { type: 'PlanWithdrawn', data: {} }];

/** What led to each state. */
export const pasts = {
  none: [],
  drafted,
  issued,
  submitted,
  received,
  returned,
  accepted,
  withdrawn,
} as const satisfies Record<string, readonly PlanEvent[]>;

/** The case as it usually stands: the cycle open, the unit obligated. */
export const around = {
  policy,
  reads: {
    campaign: campaign(),
    unit: unit('unit-1', [...registered, enrolled(true, '2026-01-01')]),
    coordination: [unit('unit-2', registered)],
  },
};

/** Given these past events of a plan. */
export const givenPlan = (past: readonly PlanEvent[]) =>
  given<PlanState, PlanCommand, PlanEvent, CampaignPolicy>(planLifecycle, past);
