import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDateOf } from '#calendar';
import type { LifecycleModule } from '#graphql';
import { subjectId } from '#identity';
import {
  derivedId,
  foundLog,
  isRefusal,
  START,
  SYSTEM_SUBJECT,
  type CommandRequest,
  type CommandShape,
  type DocumentRef,
  type EventStore,
  type KeyRing,
  type Loader,
  type LogIdentity,
} from '#kernel';
import { lifecycleModules } from '#lifecycles';
import type { DutyName } from '#lifecycles/campaign';
import { unitsOwing } from '#lifecycles/campaign/questions';
import { unitId } from '#lifecycles/unit';
import { seededRandomness, SimulatedClock } from '#runtime';
import { HUE_UNITS, hueCampaignId, seed } from '#seed';
import { openMemoryStore } from '#stores';
import { memoryKeys } from '#testing';
import { personRegister } from '#registers';
import { houseOf, viewsOf } from './house.js';
import { rectify, type Slip } from './rectify.js';

export const ISSUER = 'https://id.example.vn';

/** The city's paper of a day: one for all that is done on it. */
export const paperOf = (signedOn: string, type = 'QĐ'): DocumentRef => ({
  issuer: 'UBND thành phố Huế',
  type,
  number: `${signedOn.slice(5).replace('-', '')}/${type}-UBND`,
  year: Number(signedOn.slice(0, 4)),
  capacity: 'KT',
  office: 'Phó Chủ tịch',
  signedOn,
});

/** As the seed's policy reads its targets. */
const READINGS = { plan: 'COUNTING_INTEGRATED', registration: 'COUNTING_PRACTICES' };

/** The subject of a persona of the seed. */
export const who = (sub: string): string => subjectId(ISSUER, sub);

/** What goes around a command: of the paper, another type will do. */
type Around = Partial<CommandRequest> & { readonly paper?: string };

/** Sends commands as a persona and carries the time on. */
export interface Stage {
  readonly loader: Loader;
  /** @returns the instance's id */
  as<C extends CommandShape>(sub: string, lifecycle: string, command: C, around?: Around): Promise<string>;
  /** What the system does by itself: without a paper and without a reason. */
  asSystem<C extends CommandShape>(lifecycle: string, command: C): Promise<string>;
  /** Corrects an entry. */
  rectify(slip: Slip): Promise<void>;
  /** The units that owe a duty of a year and have not done it. */
  owing(duty: DutyName, year: number): Promise<readonly string[]>;
  moveTo(instant: string): void;
}

/** A command that the story sends, and where the log stood before it. */
export interface Sent {
  readonly request: CommandRequest;
  /** The instant at which it is sent. */
  readonly now: string;
  /** How many events the log held. */
  readonly before: number;
}

/** What a story has left. */
export interface Played {
  readonly store: EventStore;
  readonly identity: LogIdentity;
  readonly keys: KeyRing;
}

/** Plays a story on a seeded log with a real engine and real views; the same story leaves the same log. */
export async function play(
  story: (stage: Stage) => Promise<void>,
  modules: readonly LifecycleModule[] = lifecycleModules,
): Promise<EventStore> {
  return (await playTelling(story, modules, () => undefined)).store;
}

/** Plays a story and tells of every command before it is sent. */
export async function playTelling(
  story: (stage: Stage) => Promise<void>,
  modules: readonly LifecycleModule[],
  tell: (sent: Sent) => void,
): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const store = openMemoryStore();
  const clock = new SimulatedClock('2026-07-01T01:00:00.000Z');
  const random = seededRandomness('golden');
  const keys = memoryKeys((length) => random.bytes(length));
  const expected = { profile: 'golden', issuer: ISSUER, timeZone: 'Asia/Ho_Chi_Minh' };
  const identity = await foundLog(store, expected, { clock, random });
  const views = await viewsOf({ folder, store, identity });
  const persons = personRegister(views.projections);
  const { engine, loader } = houseOf({ modules, store, identity, keys, clock, random, questions: views, persons });
  await views.ready;
  await seed(engine, { issuer: ISSUER });
  let sent = 0;
  /** A minute later, under the next command id; the views have seen all that came before. */
  const next = async (): Promise<string> => {
    clock.tick(60_000);
    await views.waitFor(await store.head(), 30_000);
    return derivedId('golden', (sent += 1));
  };
  const send = async (asked: Omit<CommandRequest, 'commandId'>, commandId: string): Promise<string> => {
    const request = { commandId, ...asked };
    tell({ request, now: clock.now(), before: (await everything(store)).length });
    const outcome = await engine.execute(request);
    if (!isRefusal(outcome)) return outcome.id;
    const { lifecycle, command, subject } = request;
    throw new Error(`${lifecycle}.${command.type} by ${subject}: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
  };
  await story({
    loader,
    moveTo: (instant) => clock.moveTo(instant),
    owing: async (duty, year) => {
      await views.waitFor(await store.head(), 30_000);
      const named = { duty, units: HUE_UNITS.map(({ key }) => unitId(key)) };
      const asked = { campaign: hueCampaignId, year, asOf: `${year}-12-14`, ...READINGS, ...named };
      const { rows } = await views.ask(unitsOwing, asked);
      return rows.map(({ unit }) => String(unit));
    },
    rectify: async (slip) => rectify({ store, loader, keys, clock, random }, slip, await next()),
    asSystem: async (lifecycle, command) => send({ lifecycle, subject: SYSTEM_SUBJECT, command }, await next()),
    as: async (sub, lifecycle, command, { paper, ...around } = {}) => {
      const commandId = await next();
      const document = paperOf(localDateOf(clock.now()), paper);
      const request = { lifecycle, subject: who(sub), command, document, reason: 'Theo quy định', ...around };
      return send(request, commandId);
    },
  });
  await views.close();
  rmSync(folder, { recursive: true });
  return { store, identity, keys };
}

/** The whole log of a store. */
export const everything = (store: EventStore): ReturnType<EventStore['readAll']> => store.readAll(START, 1_000_000);
