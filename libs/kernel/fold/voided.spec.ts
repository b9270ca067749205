import { describe, expect, it } from '@jest/globals';
import { encode, exists, NO_EVENTS, SYSTEM_SUBJECT, type EventStore, type Refusal } from '../index.js';
import { House, NOW } from '../spec-support/house.js';

const LATER = '2026-09-02T02:00:00.000Z';

/** Puts into a stream what a store puts there that closes a try. */
async function voided(store: EventStore, stream: string, attempt: string, recordedAt = LATER): Promise<void> {
  const event = encode(
    'AttemptVoided',
    { attempt },
    {
      eventId: `void-${attempt}`,
      occurredAt: recordedAt,
      recordedAt,
      actor: { subject: SYSTEM_SUBJECT, role: 'SYSTEM', unit: '', grant: SYSTEM_SUBJECT },
      commandId: `void-${attempt}`,
      commandType: 'AttemptVoided',
      commandHash: 'hash',
      causationId: attempt,
      correlationId: attempt,
      classification: 'RESTRICTED',
      salt: 'c2FsdA==',
    },
  );
  await store.append(stream, 'any', [event]);
}

describe('an attempt that was voided', () => {
  it('is nothing that happened in a dossier: only its end moves', async () => {
    const house = new House();
    const id = await house.waiting();
    const before = await house.loader.load(house.fold, id);
    await voided(house.store, before.stream, 'a1');
    const { revision, digest, recordedAt, ...after } = await house.loader.load(house.fold, id);
    expect(before).toMatchObject(after);
    expect({ revision, recordedAt }).toEqual({ revision: before.revision + 1, recordedAt: LATER });
    expect(digest).not.toBe(before.digest);
    house.restart();
    expect(await house.loader.load(house.fold, id)).toMatchObject({ ...after, revision, digest, recordedAt });
    const revisions = (await house.loader.steps(house.fold, id)).map(({ recorded }) => recorded.revision);
    expect(revisions).not.toContain(revision);
  });

  it('leaves the dossier going on behind it, recorded no earlier', async () => {
    const house = new House();
    const id = await house.waiting();
    await voided(house.store, `request-${id}`, 'a1');
    expect(await house.request('officer', { type: 'RefuseRequest', id }, { reason: 'Chưa đủ' })).toMatchObject({
      accepted: true,
      after: { state: { status: 'refused' }, recordedAt: LATER },
    });
  });

  it('begins no dossier: whoever asks for one is told that there is none', async () => {
    const house = new House();
    await voided(house.store, 'request-r9', 'a1');
    await voided(house.store, 'request-r9', 'a2');
    const loaded = await house.loader.load(house.fold, 'r9');
    expect(loaded).toMatchObject({
      revision: 1,
      state: { status: 'none' },
      commands: new Map(),
      participants: new Map(),
    });
    expect([exists(loaded), loaded.digest === NO_EVENTS]).toEqual([false, false]);
    for (const subject of ['head', 'officer', 'keeper']) {
      const nobodys = await house.request(subject, { type: 'SendRequest', id: 'r8' });
      const outcome = await house.request(subject, { type: 'SendRequest', id: 'r9' });
      expect(outcome).toMatchObject({ code: (nobodys as Refusal).code });
    }
    expect(await house.request('head', { type: 'SendRequest', id: 'r9' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not keep the dossier from beginning, with the policy that holds then', async () => {
    const id = await new House().drafted();
    const house = new House();
    await voided(house.store, `request-${id}`, 'a1', NOW);
    expect(await house.drafted()).toBe(id);
    const { revision, policyVersion, state } = await house.loader.load(house.fold, id);
    expect({ revision, policyVersion, state }).toMatchObject({
      revision: 2,
      policyVersion: house.adopted[0]?.hash,
      state: { status: 'drafted' },
    });
    house.restart();
    expect(await house.loader.load(house.fold, id)).toMatchObject({ revision, policyVersion, state });
  });
});
