import { describe, expect, it } from '@jest/globals';
import { contentHash, encode, Loader, type EventStore } from '#kernel';
import { DEADLINES } from '#lifecycles/campaign';
import { openMemoryStore } from '#stores';
import { SPEC_LOG } from '#testing';
import { LogPolicies } from './index.js';

const AT = '2026-07-01T01:00:00.000Z';
const CHARTER = { name: 'Dân vận khéo', fromYear: 2026, toYear: 2030, leadUnit: 'u', coordinatingUnit: 'u' };

/** A campaign that has adopted these contents, as they were stored. */
async function campaignWith(...policies: readonly object[]): Promise<EventStore> {
  const store = openMemoryStore();
  const data = [
    { type: 'CampaignDrafted', data: { ...CHARTER, basis: [], fields: [], targets: [] } },
    ...policies.map((policy) => ({
      type: 'PolicyVersionAdopted',
      data: { hash: contentHash(policy), policy: { ...policy } },
    })),
  ];
  const events = data.map(({ type, data }, index) =>
    encode(type, data as never, {
      eventId: `event-${index}`,
      commandId: `command-${index}`,
      commandType: 'Test',
      commandHash: 'hash',
      causationId: 'c',
      correlationId: 'c',
      occurredAt: AT,
      recordedAt: AT,
      classification: 'INTERNAL',
      salt: '',
      actor: { subject: 'subject-1', role: 'SNV_LEADER', unit: 'u', grant: 'grant-1' },
    }),
  );
  await store.append('campaign-c1', 'noStream', events);
  return store;
}
const policiesOf = (store: EventStore, capacity?: number) => {
  const loader = new Loader(store, SPEC_LOG.logId);
  const policies = new LogPolicies(capacity);
  return {
    current: (campaign: string) => policies.current(campaign, loader),
    pinned: (campaign: string, hash: string) => policies.pinned(campaign, hash, loader),
  };
};

const days = { kind: 'days', days: 5 };
const POLICY = {
  deadlines: Object.fromEntries(DEADLINES.map((name) => [name, days])),
  firstPlanDays: 45,
  targets: { integratedPlanCounts: true, practiceCounts: false, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 5 },
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  evaluation: { effectiveScore: 65 },
  council: { basis: 'PRESENT', numerator: 1, denominator: 2, secret: false },
  competentFor: { CERTIFICATE_OF_COMMENDATION: ['UNIT_HEAD'], CERTIFICATE_OF_MERIT: ['UBND_DECIDER'] },
};
const { planReview: _later, ...deadlines } = POLICY.deadlines;
/** Stored before shapes were counted and before plans were reviewed by a deadline. */
const OLD = { ...POLICY, deadlines, evaluation: { effectiveFrom: 65 } };

describe('a policy from the log', () => {
  it('that was stored before a deadline existed has today’s shape, under the hash of what was stored', async () => {
    const found = await policiesOf(await campaignWith(OLD)).pinned('c1', contentHash(OLD));
    expect(found).toMatchObject({
      hash: contentHash(OLD),
      content: { deadlines: { planReview: { kind: 'days', days: 30 } }, evaluation: { effectiveScore: 65 } },
      period: { from: '2026-01-01', to: '2030-12-31' },
    });
  });

  it('is the one adopted last; each earlier one stays for those who began under it', async () => {
    const today = { ...POLICY, shape: 1 };
    const policies = policiesOf(await campaignWith(OLD, today));
    expect(await policies.current('c1')).toMatchObject({ hash: contentHash(today), content: POLICY });
    expect((await policies.pinned('c1', contentHash(OLD)))?.content.evaluation.effectiveScore).toBe(65);
  });

  it('of a later shape than we know is a fault', async () => {
    const later = { ...POLICY, shape: 2 };
    await expect(policiesOf(await campaignWith(later)).current('c1')).rejects.toMatchObject({
      name: 'LogFault',
      code: 'UNKNOWN_SCHEMA_VERSION',
    });
  });

  it('is none of a campaign that has not adopted it, or that is unknown', async () => {
    const policies = policiesOf(await campaignWith(OLD));
    await policies.current('c1');
    expect([await policies.pinned('c1', 'x'), await policies.pinned('c2', contentHash(OLD))]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is lifted once while it is kept, and no more are kept than asked for', async () => {
    const other = { ...OLD, firstPlanDays: 60 };
    const policies = policiesOf(await campaignWith(OLD, other), 1);
    const read = async () => (await policies.pinned('c1', contentHash(OLD)))?.content;
    const first = await read();
    expect(await read()).toBe(first);
    await policies.pinned('c1', contentHash(other));
    const again = await read();
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });
});
