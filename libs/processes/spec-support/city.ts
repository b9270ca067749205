import { canonical, contentHash, encode, type DomainEvent, type EventStore, type Json, type Position } from '#kernel';
import { DEADLINES, type CampaignPolicy } from '#lifecycles/campaign';
import type { SimulatedClock } from '#runtime';

/** The campaign of every specification here. */
export const CAMPAIGN = 'campaign-1';
/** Plans are due before 31 July 2026. */
export const PLANS_BEFORE = '2026-07-30T17:00:00.000Z';

const POLICY: CampaignPolicy = {
  deadlines: Object.fromEntries(
    DEADLINES.map((name) => [name, { kind: 'days', days: 5 }]),
  ) as CampaignPolicy['deadlines'],
  firstPlanDays: 30,
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 3 },
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  evaluation: { effectiveScore: 70 },
  council: { basis: 'ALL_MEMBERS', numerator: 2, denominator: 3, secret: false },
  competentFor: { CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] },
};

/** The adoption of a policy of which some is said otherwise. */
export function adopted(rules: Partial<CampaignPolicy> = {}): DomainEvent {
  const policy = { shape: 1, ...POLICY, ...rules };
  return { type: 'PolicyVersionAdopted', data: { hash: contentHash(policy), policy } };
}

/** The events that bring a campaign to its first cycle. */
export const campaignEvents: readonly DomainEvent[] = [
  {
    type: 'CampaignDrafted',
    data: {
      name: 'Dân vận khéo',
      fromYear: 2026,
      toYear: 2030,
      leadUnit: 'snv',
      coordinatingUnit: 'vpub',
      basis: [],
      fields: [],
      targets: [],
    },
  },
  adopted(),
  { type: 'CampaignIssued', data: {} },
  {
    type: 'CycleOpened',
    data: {
      year: 2026,
      plansBefore: PLANS_BEFORE,
      registrationsBefore: '2026-08-30T17:00:00.000Z',
      midYearReportBefore: PLANS_BEFORE,
      annualReportBefore: '2026-12-14T17:00:00.000Z',
      rubric: 'rubric-1',
    },
  },
];

/** A unit is put on the roster, or released from what it owes. */
export const rostered = (obligated: boolean): Told => ({
  type: 'UnitEnrolledInRoster',
  data: { obligated, basis: 'KH', certainty: 'HIGH' },
  effectiveFrom: '2026-06-30T17:00:00.000Z',
});
/** A unit that operates. */
export const unitEvents: readonly Told[] = [
  { type: 'UnitRegistered', data: { key: 'k', kind: 'WARD', aliases: [], predecessors: [] } },
  { type: 'UnitNamed', data: { name: 'Phường' }, effectiveFrom: '2025-06-30T17:00:00.000Z' },
];

/** A unit's plan is begun. */
export const drafted = (unit: string): DomainEvent => ({
  type: 'PlanDrafted',
  data: {
    campaign: CAMPAIGN,
    unit,
    year: 2026,
    content: {
      title: 'Kế hoạch',
      mode: 'STANDALONE',
      fields: [],
      responsible: { person: 'person-1', keyId: 'key-1', iv: '', ct: '', tag: '' },
      coordination: [],
      programmes: [],
      tasks: [],
    },
    dueAt: PLANS_BEFORE,
  },
});
/** It is issued and sent; the authorities have until an instant to receive it. */
export const sentUntil = (dueAt: string): readonly DomainEvent[] => [
  { type: 'PlanIssued', data: {} },
  { type: 'PlanSubmitted', data: { late: false, dueAt } },
];

/** An event, and from when it holds where it is a dated fact. */
export type Told = DomainEvent & { readonly effectiveFrom?: string };

/** Appends to a stream as an engine would. */
export type Tell = (stream: string, ...events: readonly Told[]) => Promise<Position>;

/** @returns how to tell a log what happened, at the instants of a clock */
export function teller(store: EventStore, clock: SimulatedClock): Tell {
  let count = 0;
  const encoded = ({ type, data, effectiveFrom }: Told) => {
    count += 1;
    const [eventId, commandId, now] = [`event-${count}`, `told-${count}`, clock.now()];
    return encode(type, JSON.parse(canonical(data)) as Json, {
      ...{ eventId, commandId, causationId: commandId, correlationId: commandId },
      ...{ commandType: 'Told', commandHash: 'hash', occurredAt: now, recordedAt: now },
      classification: 'INTERNAL',
      actor: { subject: 'teller', role: 'SYSTEM', unit: '', grant: 'system' },
      salt: '',
      ...(effectiveFrom !== undefined && { effectiveFrom }),
    });
  };
  return async (stream, ...events) => {
    const result = await store.append(stream, 'any', events.map(encoded));
    if (result.outcome !== 'appended') throw new Error(`The append ended as ${canonical(result)}`);
    return result.position;
  };
}
