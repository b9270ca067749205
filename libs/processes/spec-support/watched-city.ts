import { afterEach } from '@jest/globals';
import { parseStream, type EventStore } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { noticeId } from '#lifecycles/notice';
import { LogPolicies, seededRandomness, SimulatedClock } from '#runtime';
import { openMemoryStore } from '#stores';
import { deadlineProcess } from '../deadlines/process.js';
import { deadlinesIn } from '../deadlines/views-source.js';
import type { Process } from '../process.js';
import { CAMPAIGN, campaignEvents, drafted, PLANS_BEFORE, teller, type Tell } from './city.js';
import { toldOf } from './log.js';
import { openReplica, type Replica } from './replica.js';

/** The morning on which every specification of deadlines begins. */
export const BEGUN = '2026-07-01T02:00:00.000Z';
const DAY_MS = 86_400_000;

/** The process of deadlines on a service. */
export const processOn = ({ host, views }: Replica): Process =>
  deadlineProcess({
    modules: lifecycleModules,
    loader: host.loader,
    policies: new LogPolicies(),
    deadlines: deadlinesIn(views),
  });

const opened: Replica[] = [];
afterEach(async () => {
  for (const replica of opened.splice(0)) await replica.end();
});

/** A log, its time, and services that watch it. */
export interface City {
  readonly store: EventStore;
  readonly clock: SimulatedClock;
  readonly tell: Tell;
  /** A service of its own over the log. */
  replica(seed?: string): Promise<Replica>;
  /** What has been told of a plan's deadline, in order. */
  told(plan: string, dueAt?: string): Promise<readonly string[]>;
}

/** A campaign with its first cycle, in which wards have begun their plans. */
export async function city(store: EventStore = openMemoryStore(), ...wards: readonly string[]): Promise<City> {
  const clock = new SimulatedClock(BEGUN);
  const tell = teller(store, clock);
  await tell(`campaign-${CAMPAIGN}`, ...campaignEvents);
  for (const ward of wards) await tell(`plan-${ward}`, drafted(ward));
  return {
    ...{ store, clock, tell },
    replica: async (seed = 'one') => {
      const replica = await openReplica(store, clock, seededRandomness(seed));
      opened.push(replica);
      return replica;
    },
    told: async (plan, dueAt = PLANS_BEFORE) => {
      const id = noticeId('plan', plan, dueAt);
      return (await toldOf(store, 'notice')).filter((it) => parseStream(it.stream).id === id).map(({ type }) => type);
    },
  };
}

/** The process on a service, that has done all there was to do by an instant. */
export async function caughtUp(
  { clock }: Pick<City, 'clock'>,
  runner: { catchUp(): Promise<void> },
  now: string,
): Promise<void> {
  clock.moveTo(now);
  await runner.catchUp();
}

/** So many days later. */
export const later = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();
