import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '#stores';
import { fencedRestrictedStore } from '#stores/testing';
import { CAMPAIGN, drafted, sentUntil } from '../spec-support/city.js';
import { toldOf, until } from '../spec-support/log.js';
import { caughtUp, city, processOn } from '../spec-support/watched-city.js';

describe.each([
  ['memory', openMemoryStore],
  ['restricted', fencedRestrictedStore],
])('two services over one log, the %s store', (_name, open) => {
  it('tell each thing once, whoever is first', async () => {
    const wards = ['a', 'b', 'c', 'd', 'e', 'f'];
    const it = await city(open(), ...wards);
    const replicas = [await it.replica('one'), await it.replica('two')];
    const runners = await Promise.all(replicas.map((replica) => replica.runner(processOn(replica))));
    for (const now of ['2026-07-25T02:00:00.000Z', '2026-08-01T02:00:00.000Z', '2026-08-10T02:00:00.000Z']) {
      it.clock.moveTo(now);
      await Promise.all(runners.map((runner) => runner.catchUp()));
    }
    for (const ward of wards)
      expect(await it.told(ward)).toEqual(['DeadlineReminded', 'OverdueNoted', 'OverdueEscalated']);
    const outcomes = replicas.flatMap(({ sent }) => sent.map(({ outcome }) => 'accepted' in outcome));
    expect(new Set(outcomes)).toEqual(new Set([true]));
  });

  it('tell each thing once also while they follow the log and the time', async () => {
    const wards = ['a', 'b', 'c'];
    const it = await city(open(), ...wards);
    const replicas = [await it.replica('one'), await it.replica('two')];
    const runners = await Promise.all(replicas.map((replica) => replica.runner(processOn(replica))));
    for (const runner of runners) runner.start();
    it.clock.moveTo('2026-08-01T02:00:00.000Z');
    const pass = (): void => replicas.forEach(({ timers }) => timers.pass(30_000));
    await until(async () => {
      pass();
      return (await Promise.all(wards.map((ward) => it.told(ward)))).every(({ length }) => length > 0);
    });
    await it.tell('plan-a', ...sentUntil('2026-09-20T17:00:00.000Z'));
    await until(async () => (await it.told('a')).length === 2);
    const head = await it.store.head();
    await until(() => runners.every((runner) => runner.status().position >= head));
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(await it.told('a')).toEqual(['OverdueNoted', 'NoticeSettled']);
    expect(await it.told('b')).toEqual(['OverdueNoted']);
  });
});

describe('after silence', () => {
  /** Two plans are begun; one is sent while nobody looks; then the service comes back. */
  async function silentUntil(now: string) {
    const it = await city(undefined, 'undone', 'done', 'withdrawn');
    const first = await it.replica('one');
    const runner = await first.runner(processOn(first));
    await caughtUp(it, runner, '2026-07-20T02:00:00.000Z');
    await it.tell('plan-done', ...sentUntil('2026-08-02T17:00:00.000Z'));
    await it.tell('plan-withdrawn', { type: 'PlanWithdrawn', data: {} });
    const again = await first.runner(processOn(first));
    await caughtUp(it, again, now);
    return it;
  }

  it('of a week each deadline that has passed is told once, and no reminder that came too late', async () => {
    const it = await silentUntil('2026-08-05T02:00:00.000Z');
    expect(await it.told('undone')).toEqual(['OverdueNoted']);
    expect(await it.told('done')).toEqual([]);
    expect(await it.told('done', '2026-08-02T17:00:00.000Z')).toEqual(['OverdueNoted']);
    expect(await it.told('withdrawn')).toEqual([]);
  });

  it('of five years each deadline that still stands is told once; the authorities hear of it when there was time to act', async () => {
    const it = await silentUntil('2031-08-05T02:00:00.000Z');
    expect((await toldOf(it.store, 'notice')).map(({ type }) => type)).toEqual(['OverdueNoted', 'OverdueNoted']);
    const replica = await it.replica('two');
    await caughtUp(it, await replica.runner(processOn(replica)), '2031-08-13T02:00:00.000Z');
    expect(await it.told('undone')).toEqual(['OverdueNoted', 'OverdueEscalated']);
  });

  it('of five years nothing is told of a cycle or a campaign that is closed', async () => {
    const it = await city(undefined, 'undone');
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-08-01T02:00:00.000Z');
    await it.tell('plan-begun-later', drafted('begun-later'));
    await it.tell(
      `campaign-${CAMPAIGN}`,
      { type: 'CampaignClosingBegun', data: {} },
      { type: 'CycleClosed', data: { year: 2026, figures: [], hash: '' } },
    );
    await caughtUp(it, runner, '2031-08-01T02:00:00.000Z');
    expect(await it.told('undone')).toEqual(['OverdueNoted', 'NoticeSettled']);
    expect(await it.told('begun-later')).toEqual([]);
  });
});
