import { expect } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { planId } from '#lifecycles/plan';
import { unitId } from '#lifecycles/unit';
import { hueCampaignId } from '#seed';
import type { Client, Payload } from './client.js';
import type { RunningService } from './running-service.js';

/** The campaign of the seed. */
export const CAMPAIGN = toGlobalId('Campaign', hueCampaignId);

/** The global id of a unit by its key. */
export const unit = (key: string): string => toGlobalId('Unit', unitId(key));

/** The global id of a unit's plan for 2026. */
export const plan = (unitKey: string): string => toGlobalId('Plan', planId(hueCampaignId, unitId(unitKey), 2026));

/** The name of a plan's stream. */
export const planStream = (unitKey: string): string => `plan-${planId(hueCampaignId, unitId(unitKey), 2026)}`;

/** A complete plan's content. */
export const content = (over: object = {}): object => ({
  title: 'Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” năm 2026',
  mode: 'STANDALONE',
  fields: ['ADMIN_REFORM_DIGITAL'],
  responsible: { name: 'Lê Thị Kiểm Thử', position: 'Chủ tịch' },
  coordination: [unit('UBMTTQ')],
  programmes: ['ADMINISTRATIVE_REFORM', 'DIGITAL_TRANSFORMATION', 'GRASSROOTS_DEMOCRACY', 'PATRIOTIC_EMULATION'],
  tasks: [{ title: 'Rà soát quy trình giải quyết thủ tục hành chính', due: '2026-10-01' }],
  ...over,
});

/** The input of a first draft for a unit. */
export const draft = (unitKey: string, over: object = {}): object => ({
  campaign: CAMPAIGN,
  unit: unit(unitKey),
  year: 2026,
  content: content(),
  ...over,
});

/** The paper that a unit issues its plan by. */
export const paper = (over: object = {}): object => ({
  issuer: 'UBND phường',
  type: 'KH',
  number: '45/KH-UBND',
  year: 2026,
  signedOn: '2026-07-01',
  capacity: 'TM',
  ...over,
});

const STEPS = ['drafted', 'issued', 'submitted', 'received', 'accepted'] as const;
/** How far a plan has come. */
export type Step = (typeof STEPS)[number];

/** Brings a unit's plan as far as named, each step by somebody competent. */
export async function bring(kheo: RunningService, unitKey: string, upTo: Step): Promise<string> {
  const id = plan(unitKey);
  const sends: Readonly<Record<Step, () => Promise<Payload>>> = {
    drafted: () => kheo.as(`clerk.${unitKey}`).mutate('draftPlan', draft(unitKey)),
    issued: () => kheo.as(`head.${unitKey}`).mutate('issuePlan', { id, document: paper() }),
    submitted: () => kheo.as(`clerk.${unitKey}`).mutate('submitPlan', { id }),
    received: () => kheo.as('snv.officer').mutate('receivePlan', { id }),
    accepted: () => kheo.as('snv.leader').mutate('acceptPlan', { id }),
  };
  for (const step of STEPS.slice(0, STEPS.indexOf(upTo) + 1)) await done(sends[step]());
  return id;
}

/** Waits for a command and fails the specification when it was refused. */
export async function done(payload: Promise<Payload>): Promise<Payload> {
  const answer = await payload;
  expect(answer.userErrors).toEqual([]);
  return answer;
}

/** A command goes through. */
export const accepted = (by: Client, mutation: string, input: object): Promise<Payload> =>
  done(by.mutate(mutation, input));
