import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDateOf } from '#calendar';
import { subjectId } from '#identity';
import {
  derivedId,
  foundLog,
  isRefusal,
  START,
  type CommandRequest,
  type CommandShape,
  type DocumentRef,
  type EventStore,
  type Loader,
} from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { hostOf, seededRandomness, SimulatedClock } from '#runtime';
import { seed } from '#seed';
import { openMemoryStore } from '#stores';
import { memoryKeys } from '#testing';
import { openViews } from '#views';

export const ISSUER = 'https://id.example.vn';

/** A paper of the city; it is signed on the day on which it is brought. */
const PAPER: Omit<DocumentRef, 'signedOn'> = {
  issuer: 'UBND thành phố Huế',
  type: 'QĐ',
  number: '101/QĐ-UBND',
  year: 2026,
  capacity: 'KT',
  office: 'Phó Chủ tịch',
};

/** The subject of a persona of the seed. */
export const who = (sub: string): string => subjectId(ISSUER, sub);

/** Sends commands as a persona and carries the time on. */
export interface Stage {
  readonly loader: Loader;
  /** @returns the instance's id */
  as<C extends CommandShape>(
    sub: string,
    lifecycle: string,
    command: C,
    around?: Partial<CommandRequest> & { readonly paper?: string },
  ): Promise<string>;
  moveTo(instant: string): void;
}

/** Plays a story on a seeded log with a real engine and real views; the same story leaves the same log. */
export async function play(story: (stage: Stage) => Promise<void>): Promise<EventStore> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const store = openMemoryStore();
  const clock = new SimulatedClock('2026-07-01T01:00:00.000Z');
  const random = seededRandomness('golden');
  const expected = { profile: 'golden', issuer: ISSUER, timeZone: 'Asia/Ho_Chi_Minh' };
  const identity = await foundLog(store, expected, { clock, random });
  const { logId } = identity;
  const views = await openViews({ folder, views: lifecycleModules.map((it) => it.view), store, logId });
  const host = hostOf({
    modules: lifecycleModules,
    store,
    identity,
    questions: views,
    persons: views,
    keys: memoryKeys((length) => random.bytes(length)),
    attempts: { record: () => Promise.resolve() },
    clock,
    random,
  });
  await seed(host.engine, { issuer: ISSUER });
  let sent = 0;
  const as: Stage['as'] = async (sub, lifecycle, command, { paper = PAPER.type, ...around } = {}) => {
    clock.tick(60_000);
    sent += 1;
    const commandId = derivedId('golden', sent);
    await views.waitFor(await store.head(), 30_000);
    const outcome = await host.engine.execute({
      commandId,
      lifecycle,
      subject: who(sub),
      command,
      document: { ...PAPER, type: paper, signedOn: localDateOf(clock.now()) },
      reason: 'Theo quy định',
      ...around,
    });
    if (isRefusal(outcome))
      throw new Error(`${lifecycle}.${command.type} by ${sub}: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
    return outcome.id;
  };
  await story({ as, loader: host.loader, moveTo: (instant) => clock.moveTo(instant) });
  await views.close();
  rmSync(folder, { recursive: true });
  return store;
}

/** The whole log of a store. */
export const everything = (store: EventStore): ReturnType<EventStore['readAll']> => store.readAll(START, 1_000_000);
