import { createHash } from 'node:crypto';
import { localDateOf } from '#calendar';
import {
  Engine,
  gateOf,
  Loader,
  SYSTEM_SUBJECT,
  type Authority,
  type EventStore,
  type Grant,
  type KeyRing,
  type Lifecycle,
  type PolicySource,
  type PolicyVersion,
} from '#kernel';
import { accessFold, accessLifecycle, delegatedGrants, ownGrants } from '#lifecycles/access';
import { campaignFold, campaignLifecycle, policyIn } from '#lifecycles/campaign';
import { unitLifecycle } from '#lifecycles/unit';
import { openMemoryStore } from '#stores';
import { memoryKeys, nobody, SPEC_LOG } from '#testing';
import { hueCampaignId } from '../index.js';

/** A whole engine over a log in memory, with a clock and a randomness that repeat themselves. */
export interface House {
  readonly engine: Engine;
  readonly loader: Loader;
  readonly store: EventStore;
  readonly keys: KeyRing;
}

const EPOCH = '1970-01-01T00:00:00.000Z';
const SYSTEM_GRANT: Grant = { id: 'system', role: 'SYSTEM', unit: 'system', from: EPOCH };

/** Powers as the log tells them; the system alone has its own without having been granted it. */
const authorityOver = (loader: Loader): Authority => ({
  async grantsOf(subject) {
    if (subject === SYSTEM_SUBJECT) return [SYSTEM_GRANT];
    const { state } = await loader.load(accessFold, subject);
    if (state.status === 'none') return [];
    const delegated = state.delegations.map(async (it) =>
      delegatedGrants(it, (await loader.load(accessFold, it.delegator)).state),
    );
    return [...ownGrants(state), ...(await Promise.all(delegated)).flat()];
  },
  async leadUnit() {
    const { state } = await loader.load(campaignFold, hueCampaignId);
    return state.status === 'none' ? undefined : state.leadUnit;
  },
});

const policiesOver = (loader: Loader): PolicySource => {
  const pinned = async (campaign: string, hash: string | undefined): Promise<PolicyVersion | undefined> => {
    const { state } = await loader.load(campaignFold, campaign);
    const content = state.status === 'none' ? undefined : policyIn(state, hash ?? '');
    if (state.status === 'none' || !content || !hash) return undefined;
    return { hash, content, period: { from: `${state.fromYear}-01-01`, to: `${state.toYear}-12-31` } };
  };
  const current = async (campaign: string): Promise<PolicyVersion | undefined> => {
    const { state } = await loader.load(campaignFold, campaign);
    return state.status === 'none' ? undefined : pinned(campaign, state.policy);
  };
  return { current, pinned };
};

/** Bytes that follow from how many were asked for before. */
function repeatableBytes(): (length: number) => Buffer {
  let asked = 0;
  return (length) =>
    createHash('sha512')
      .update(String((asked += 1)))
      .digest()
      .subarray(0, length);
}

/** A clock that moves on by a millisecond whenever it is read. */
function tickingFrom(start: string): () => string {
  let now = Date.parse(start);
  return () => new Date((now += 1)).toISOString();
}

/** @param start the instant at which the clock starts */
export function buildHouse(start = '2026-07-01T01:00:00.000Z'): House {
  const store = openMemoryStore();
  const loader = new Loader(store, SPEC_LOG.logId);
  const bytes = repeatableBytes();
  const keys = memoryKeys(bytes);
  const lifecycles: readonly Lifecycle[] = [
    accessLifecycle as Lifecycle,
    unitLifecycle as Lifecycle,
    campaignLifecycle as Lifecycle,
  ];
  const engine = new Engine({
    lifecycles: new Map(lifecycles.map((it) => [it.name, it])),
    identity: SPEC_LOG,
    store,
    gate: gateOf(store),
    loader,
    keys,
    persons: nobody,
    papers: { issuerOf: () => Promise.resolve(undefined) },
    questions: { ask: () => Promise.resolve({ rows: [], asOf: undefined }) },
    authority: authorityOver(loader),
    readers: { sees: () => true, isOpen: () => true },
    policies: policiesOver(loader),
    attempts: { record: () => Promise.resolve() },
    clock: { now: tickingFrom(start) },
    random: { bytes },
    localDate: localDateOf,
  });
  return { engine, loader, store, keys };
}
