import { localDateOf } from '#calendar';
import { toGlobalId } from '#graphql';
import { derivedId, type DocumentRef } from '#kernel';
import { planId } from '#lifecycles/plan';
import { unitId } from '#lifecycles/unit';
import { systemClock } from '#runtime';
import { HUE_UNITS, hueCampaignId } from '#seed';
import { signIn, type Client } from './client.js';
import { CONTENT, DRAFT, ISSUE, REVISE, SUBMIT } from './operations.js';

const YEAR = 2026;
const REVISIONS = 5;
const OBLIGATED = HUE_UNITS.filter((unit) => unit.obligated);

/** A plan of the service's and its clerk. */
export interface Desk {
  readonly clerk: Client;
  /** Global id. */
  readonly plan: string;
}

/** The plans of the obligated units: half have been sent and can be read by others, half stay with their clerks. */
export interface Desks {
  readonly sent: readonly Desk[];
  readonly drafts: readonly Desk[];
}

/** Lets every obligated unit draft its plan and revise it a few times, and every second unit send it. */
export async function openDesks(url: string): Promise<Desks> {
  const sent: Desk[] = [];
  const drafts: Desk[] = [];
  for (const [index, { key }] of OBLIGATED.entries()) {
    const desk = await draft(url, key);
    if (index % 2 === 0) await send(url, key, desk);
    (index % 2 === 0 ? sent : drafts).push(desk);
  }
  return { sent, drafts };
}

async function draft(url: string, key: string): Promise<Desk> {
  const clerk = await signIn(url, `clerk.${key}`);
  const unit = unitId(key);
  const campaign = toGlobalId('Campaign', hueCampaignId);
  const plan = toGlobalId('Plan', planId(hueCampaignId, unit, YEAR));
  await accepted(clerk, DRAFT, {
    commandId: derivedId('bench-draft', key),
    campaign,
    unit: toGlobalId('Unit', unit),
    year: YEAR,
    content: CONTENT,
  });
  for (let number = 0; number < REVISIONS; number += 1) {
    await accepted(clerk, REVISE, { commandId: derivedId('bench-history', key, number), id: plan, content: CONTENT });
  }
  return { clerk, plan };
}

async function send(url: string, key: string, { clerk, plan }: Desk): Promise<void> {
  const document: DocumentRef = {
    issuer: 'Đơn vị',
    type: 'KH',
    number: `1/KH-${key}`,
    year: YEAR,
    signedOn: localDateOf(systemClock.now()),
  };
  await accepted(await signIn(url, `head.${key}`), ISSUE, {
    commandId: derivedId('bench-issue', key),
    id: plan,
    document,
  });
  await accepted(clerk, SUBMIT, { commandId: derivedId('bench-submit', key), id: plan });
}

async function accepted(client: Client, mutation: string, input: object): Promise<void> {
  const { payload } = await client.ask<{ payload: { userErrors: readonly { message: string }[] } }>(mutation, {
    input,
  });
  if (payload.userErrors.length > 0) throw new Error(payload.userErrors.map((it) => it.message).join('; '));
}
