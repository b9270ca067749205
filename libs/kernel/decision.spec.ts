import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonical, decodeWith, derivedId, eventIdOf, Loader, type Fold, type Logged } from './index.js';
import { codeOf, requestFold } from './spec-support/example.js';
import { DRAFT, grant, House, LOG, NOW, PAPER, rules } from './spec-support/house.js';

const last = async (house: House, id: string): Promise<Logged> => {
  const [event] = (await house.store.readStream(`request-${id}`)).slice(-1);
  if (!event) throw new Error('There is no event');
  return decodeWith(LOG.logId, requestFold, event);
};

const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** The running digest of a stream up to a revision, from its bytes alone. */
async function digestOf({ store }: House, stream: string, revision: number): Promise<string> {
  let digest = Buffer.alloc(32).toString('hex');
  for (const { position: _, data, metadata, ...event } of await store.readStream(stream, 0, revision + 1)) {
    const form = canonical({ ...event, log: LOG.logId, data: JSON.parse(data), metadata: JSON.parse(metadata) });
    const leaf = sha256(Buffer.of(0), form);
    digest = sha256(Buffer.of(2), Buffer.from(digest, 'hex'), Buffer.from(leaf, 'hex'));
  }
  return digest;
}

describe('an event’s envelope', () => {
  it('has every field', async () => {
    const house = new House();
    const commandId = derivedId('x');
    const around = {
      commandId,
      occurredAt: '2026-08-20T00:00:00.000Z',
      effectiveFrom: '2026-10-01T00:00:00.000Z',
      document: PAPER,
      reason: 'vì',
      causationId: 'cause',
      correlationId: 'story',
    };
    const { id } = await house.done(house.request('clerk', DRAFT, around));
    const { meta, stream, revision, position } = await last(house, id);
    expect({ stream, revision, position }).toEqual({
      stream: `request-${id}`,
      revision: 1,
      position: await house.store.head(),
    });
    expect(meta).toEqual({
      eventId: eventIdOf(stream, commandId, 1),
      schemaVersion: 1,
      occurredAt: around.occurredAt,
      effectiveFrom: around.effectiveFrom,
      recordedAt: NOW,
      reason: expect.objectContaining({ keyId: expect.any(String) }),
      document: PAPER,
      policyVersion: rules(20).hash,
      commandId,
      commandType: 'DraftRequest',
      commandHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      causationId: 'cause',
      correlationId: 'story',
      classification: 'INTERNAL',
      actor: { subject: 'clerk', role: 'CLERK', unit: 'ward', grant: 'CLERK-ward' },
      salt: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
    });
  });

  it('is caused by its command where nothing else is said', async () => {
    const house = new House();
    const { meta } = await last(house, await house.drafted());
    expect([meta.causationId, meta.correlationId, meta.occurredAt]).toEqual([meta.commandId, meta.commandId, NOW]);
  });

  it.each([
    [false, ['INTERNAL', 'INTERNAL', 'INTERNAL', 'PUBLIC']],
    [true, ['RESTRICTED', 'RESTRICTED', 'RESTRICTED', 'RESTRICTED']],
  ])(
    'is classified by its type, and restricted with its dossier (%p), from the first command’s last event on',
    async (secret, classes) => {
      const house = new House();
      const id = await house.waiting({ secret });
      await house.done(house.request('officer', { type: 'GrantRequest', id }, { document: PAPER }));
      const stored = await house.store.readStream(`request-${id}`);
      expect(stored.map((it) => decodeWith(LOG.logId, requestFold, it).meta.classification)).toEqual(classes);
    },
  );
});

describe('the record of a decision', () => {
  it('tells by which power, conditions, rules and evidence it was made', async () => {
    const house = new House();
    house.answers = [{ open: 0 }];
    const id = await house.waiting();
    await house.send('keeper', 'desk', { type: 'StampDesk', id: 'd1' });
    const explained = await house.engine.explain({
      lifecycle: 'request',
      id,
      subject: 'officer',
      command: 'GrantRequest',
    });
    await house.done(house.request('officer', { type: 'GrantRequest', id }, { document: PAPER }));
    const { decision, document, actor } = (await last(house, id)).meta;
    expect(decision).toEqual({
      legalBasis: ['Quy chế mẫu, Điều 1'],
      policyVersion: rules(20).hash,
      guards: [
        { rule: 'actorIsCompetent', facts: { role: 'OFFICER', unit: 'office', grant: 'OFFICER-office' } },
        { rule: 'stateAllows', facts: { status: 'sent' } },
        { rule: 'dutiesAreSeparated', facts: { apartFrom: ['DraftRequest', 'SendRequest', 'desk.OpenDesk'] } },
        { rule: 'deskIsOpen', facts: { desk: 'd1', stamps: 1 } },
        { rule: 'bringsWhatIsNeeded', facts: { needs: ['document'] } },
        { rule: 'datesAreSound', facts: { dates: [{ date: '2026-09-01', at: 'document.signedOn' }] } },
        { rule: 'datedInOrder', facts: { lastAct: NOW, lastStep: '2026-09-01' } },
        { rule: 'remarkFits', facts: { length: 0 } },
      ],
      saw: {
        streams: [
          { stream: `request-${id}`, revision: 2, digest: await digestOf(house, `request-${id}`, 2) },
          { stream: 'desk-d1', revision: 1, digest: await digestOf(house, 'desk-d1', 1) },
        ],
        answers: [{ question: 'request.others', params: { year: 2026 }, rows: [{ open: 0 }], asOf: 'event-0' }],
        evidence: explained[0]?.evidence,
      },
    });
    expect([document, actor.role]).toEqual([PAPER, 'OFFICER']);
  });

  it('can be recomputed from the stored bytes, whatever a fold makes of them', async () => {
    const house = new House();
    house.answers = [{ open: 4 }];
    const id = await house.waiting();
    await house.done(house.request('officer', { type: 'GrantRequest', id }, { document: PAPER }));
    const { saw } = (await last(house, id)).meta.decision ?? {};
    const streams = saw?.streams.map(({ stream, revision }) => [stream, revision] as const) ?? [];
    const digests = await Promise.all(streams.map(([stream, revision]) => digestOf(house, stream, revision)));
    expect(saw?.streams.map(({ digest }) => digest)).toEqual(digests);
    const answers = saw?.answers.map(({ asOf: _, ...rest }) => rest);
    expect(saw?.evidence).toBe(sha256(canonical({ answers, streams: saw?.streams })));
  });

  it('is the same under a fold of another shape', async () => {
    const house = new House();
    const id = await house.waiting();
    const other: Fold = {
      ...(requestFold as never as Fold),
      initial: { status: 'none' },
      evolve: () => ({ status: 'reshaped' }),
    };
    const [as, like] = await Promise.all([
      house.loader.load(requestFold as never as Fold, id),
      new Loader(house.store, LOG.logId).load(other, id),
    ]);
    expect(like.state).toEqual({ status: 'reshaped' });
    expect(like.digest).toBe(as.digest);
  });

  it('is refused where the answer is more than it can hold', async () => {
    const house = new House();
    const id = await house.waiting();
    house.answers = [1, 2, 3, 4].map((open) => ({ open }));
    expect(codeOf(await house.request('officer', { type: 'GrantRequest', id }, { document: PAPER }))).toBe(
      'EVIDENCE_TOO_LARGE',
    );
  });

  it.each([[{ count: 0 }], [{ open: '0' }], [{}]])('is never made on an answer of another shape: %j', async (row) => {
    const house = new House();
    const id = await house.waiting();
    house.answers = [row as never];
    await expect(house.request('officer', { type: 'GrantRequest', id }, { document: PAPER })).rejects.toThrow(
      'The answer to request.others has no integer “open”',
    );
    expect(await house.store.readStream(`request-${id}`)).toHaveLength(3);
  });

  it('is not kept for what is no decision', async () => {
    const house = new House();
    expect((await last(house, await house.waiting())).meta.decision).toBeUndefined();
  });
});

describe('a refused attempt', () => {
  it('at a decision leaves no event, but a trace of who, what and why', async () => {
    const house = new House();
    const id = await house.waiting();
    const before = await house.store.head();
    const commandId = derivedId('refused');
    await house.request('clerk', { type: 'GrantRequest', id }, { commandId, document: PAPER });
    expect(await house.store.head()).toBe(before);
    expect(house.attempts).toEqual([
      {
        at: NOW,
        commandId,
        lifecycle: 'request',
        id,
        command: 'GrantRequest',
        subject: 'clerk',
        code: 'NOT_COMPETENT',
        facts: { action: { vi: 'Chấp thuận đơn', en: 'Grant' }, competent: [{ vi: 'Vai OFFICER', en: 'OFFICER' }] },
      },
    ]);
  });

  it('under a delegation names it', async () => {
    const house = new House();
    await house.request('officer', { type: 'GrantRequest', id: await house.waiting() }, { delegation: 'del-9' });
    expect(house.attempts).toMatchObject([
      { subject: 'officer', delegation: 'del-9', code: 'DELEGATION_NOT_IN_FORCE' },
    ]);
  });

  it('at anything else leaves none', async () => {
    const house = new House();
    house.grants.set('guest', [grant('KEEPER', 'x')]);
    await house.request('guest', DRAFT);
    expect(house.attempts).toEqual([]);
  });
});

describe('a fault of ours', () => {
  it('is a decider that breaks its own table: nothing is written', async () => {
    const house = new House();
    const id = await house.drafted();
    const before = await house.store.head();
    await expect(house.request('clerk', { type: 'MisplaceRequest', id })).rejects.toThrow(
      'request.MisplaceRequest led from drafted to sent',
    );
    expect(await house.store.head()).toBe(before);
    expect(codeOf(await house.request('clerk', { type: 'AmendRequest', id, note: 'x' }))).toBe('OK');
  });

  it('is a command that does not exist, not even one named like a method of every object', async () => {
    const house = new House();
    for (const type of ['Nonsense', 'toString', '__proto__', 'constructor']) {
      await expect(house.send('clerk', 'request', { type })).rejects.toThrow(`There is no command request.${type}`);
    }
    await expect(house.send('clerk', 'nothing', { type: 'x' })).rejects.toThrow('There is no command nothing.x');
    await expect(house.engine.explain({ lifecycle: 'nothing', id: 'x', subject: 'clerk' })).rejects.toThrow(
      'There is no lifecycle nothing',
    );
  });
});
