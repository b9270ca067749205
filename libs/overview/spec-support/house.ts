import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewerOf, type Role, type Viewer } from '#identity';
import {
  canonical,
  derivedId,
  encode,
  isRefusal,
  type Accepted,
  type CommandShape,
  type DocumentRef,
  type DomainEvent,
  type Json,
  type Position,
  type StreamReader,
} from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { hostOf, seededRandomness, SimulatedClock, type Host } from '#runtime';
import { openMemoryStore } from '#stores';
import { SPEC_LOG } from '#testing';
import { loadOrCreateKek, openAttemptLog, openKeyRing } from '#vault';
import { personRegister, registers } from '#registers';
import { openViews, type Views } from '#views';
import { overviewAnswers } from '../answers.js';
import type { OverviewReader } from '../reader.js';
import { Lookups } from './counting.js';

/** What a command brings beside its own content. */
export interface Around {
  readonly reason?: string;
  readonly document?: DocumentRef;
  readonly delegation?: string;
}

/** An event as the log would hold it, and from when it holds where it is a dated fact. */
export type Told = DomainEvent & { readonly effectiveFrom?: string };

/** A log in memory with its engine and its views, for one spec. */
export interface House {
  readonly reader: OverviewReader;
  readonly views: Views;
  readonly clock: SimulatedClock;
  readonly host: Host;
  /** Sends a command as the subject; fails when it is refused. */
  send(
    subject: string,
    lifecycle: string,
    command: CommandShape & { readonly id?: string },
    around?: Around,
  ): Promise<Accepted>;
  /** Appends to a stream as the engine would, and waits until the views show it. */
  tell(stream: string, ...events: readonly Told[]): Promise<Position>;
  /** Registers a subject with roles at units. */
  appoint(subject: string, ...roles: readonly (readonly [Role, string])[]): Promise<void>;
  /** What the subject may see now. */
  viewer(subject: string, reads?: StreamReader): Promise<Viewer>;
  end(): Promise<void>;
}

/** A paper behind an act. */
export const DOCUMENT = {
  issuer: 'UBND',
  type: 'KH',
  number: '1/KH-UBND',
  year: 2026,
  signedOn: '2026-07-01',
} as const;

/** A name under a key that nobody has. */
export const SEALED = { person: 'person-1', keyId: 'key-1', iv: '', ct: '', tag: '' };

/**
 * Opens an empty log on the first of July 2026, in the morning.
 * @param lookups told of whatever the engine looks up
 */
export async function openHouse(lookups = new Lookups()): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'overview-'));
  const clock = new SimulatedClock('2026-07-01T02:00:00.000Z');
  const random = seededRandomness('overview');
  const store = lookups.store(openMemoryStore());
  const { logId } = SPEC_LOG;
  const keys = await openKeyRing({
    file: join(folder, 'keys.db'),
    kek: loadOrCreateKek(join(folder, 'kek'), random),
    random,
    clock,
    logId,
  });
  const attempts = await openAttemptLog({ file: join(folder, 'attempts.db'), logId });
  const shown = lifecycleModules.map((it) => it.view);
  const views = await openViews({
    folder: join(folder, 'views'),
    views: shown,
    others: registers,
    answers: overviewAnswers,
    store,
    logId,
  });
  const log = {
    store,
    identity: SPEC_LOG,
    questions: lookups.asking(views),
    persons: personRegister(views.projections),
  };
  const host = hostOf({ modules: lifecycleModules, answers: overviewAnswers, ...log, keys, attempts, clock, random });
  let count = 0;

  const encoded = ({ type, data, effectiveFrom }: Told) => {
    count += 1;
    const [eventId, commandId, now] = [`event-${count}`, `told-${count}`, clock.now()];
    const actor = { subject: 'teller', role: 'SYSTEM', unit: '', grant: 'system' };
    const ids = { eventId, commandId, causationId: commandId, correlationId: commandId };
    const plain = JSON.parse(canonical(data)) as Json;
    return encode(type, plain, {
      ...ids,
      commandType: 'Told',
      commandHash: 'hash',
      occurredAt: now,
      recordedAt: now,
      classification: 'INTERNAL',
      actor,
      salt: '',
      ...(effectiveFrom !== undefined && { effectiveFrom }),
    });
  };
  const tell = async (stream: string, ...events: readonly Told[]): Promise<Position> => {
    const result = await store.append(stream, 'any', events.map(encoded));
    if (result.outcome !== 'appended') throw new Error(`The append ended as ${canonical(result)}`);
    await views.waitFor(result.position, 5_000);
    return result.position;
  };
  return {
    reader: { views, clock, modules: lifecycleModules },
    views,
    clock,
    host,
    tell,
    send: async (subject, lifecycle, command, around = {}) => {
      count += 1;
      clock.tick(60_000);
      const outcome = await host.engine.execute({
        commandId: derivedId('spec', count),
        lifecycle,
        command,
        subject,
        ...around,
      });
      if (isRefusal(outcome)) throw new Error(`${command.type}: ${outcome.code} ${canonical(outcome.facts)}`);
      await views.waitFor(outcome.position, 5_000);
      return outcome;
    },
    appoint: async (subject, ...roles) => {
      const granted = roles.map(([role, unit], index): Told => ({
        type: 'RoleGranted',
        data: { grant: `${subject}-${index}`, role, unit },
      }));
      await tell(`access-${subject}`, { type: 'SubjectRegistered', data: { name: SEALED } }, ...granted);
    },
    viewer: async (subject, reads = host.loader) =>
      viewerOf(subject, await host.authority.grantsOf(subject, reads), clock.now()),
    end: async () => {
      await views.close();
      await store.close();
      await attempts.close();
      await keys.close();
      rmSync(folder, { recursive: true });
    },
  };
}
