import { describe, expect, it } from '@jest/globals';
import { contentHash, decodeWith, derivedId, type Recorded } from './index.js';
import { codeOf, requestFold } from './spec-support/example.js';
import { DRAFT, grant, House, NOW, PAPER, rules } from './spec-support/house.js';

const last = async (house: House, id: string): Promise<Recorded> => {
  const [event] = (await house.store.readStream(`request-${id}`)).slice(-1);
  if (!event) throw new Error('There is no event');
  return decodeWith(requestFold, event);
};

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
      eventId: derivedId(commandId, 1),
      schemaVersion: 1,
      occurredAt: around.occurredAt,
      effectiveFrom: around.effectiveFrom,
      recordedAt: NOW,
      reason: 'vì',
      document: PAPER,
      policyVersion: rules(20).hash,
      commandId,
      commandType: 'DraftRequest',
      commandHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      causationId: 'cause',
      correlationId: 'story',
      classification: 'INTERNAL',
      actor: { subject: 'clerk', role: 'CLERK', unit: 'ward', grant: 'CLERK-ward' },
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
      expect(stored.map((it) => decodeWith(requestFold, it).meta.classification)).toEqual(classes);
    },
  );
});

describe('the record of a decision', () => {
  it('tells by which power, guards, rules and evidence it was made', async () => {
    const house = new House();
    house.answers = [{ open: 0 }];
    const id = await house.waiting();
    await house.send('keeper', 'desk', { type: 'StampDesk', id: 'd1' });
    const head = await house.store.head();
    const evidence = (await house.engine.explain('request', id, 'officer')).find(
      (it) => it.command === 'GrantRequest',
    )?.evidence;
    await house.done(house.request('officer', { type: 'GrantRequest', id }, { document: PAPER }));
    const { decision, document, actor } = (await last(house, id)).meta;
    expect(decision).toEqual({
      legalBasis: ['Quy chế mẫu, Điều 1'],
      policyVersion: rules(20).hash,
      guards: [{ rule: 'deskIsOpen', facts: { desk: 'd1', stamps: 1 } }],
      saw: {
        streams: [
          { stream: `request-${id}`, revision: 2 },
          { stream: 'desk-d1', revision: 1 },
        ],
        position: head,
        evidence,
      },
    });
    expect([document, actor.role]).toEqual([PAPER, 'OFFICER']);
  });

  it('can be checked later: the evidence is the digest of the states at those revisions', async () => {
    const house = new House();
    const id = await house.waiting();
    await house.done(house.request('officer', { type: 'RefuseRequest', id }, { reason: 'Thiếu' }));
    const { decision, reason } = (await last(house, id)).meta;
    const stream = `request-${id}`;
    const before = (await house.store.readStream(stream, 0, 3)).map((it) => decodeWith(requestFold, it).event);
    const state = before.reduce((folded, event) => requestFold.evolve(folded, event as never), requestFold.initial);
    expect(decision?.saw.evidence).toBe(contentHash({ states: [{ stream, revision: 2, state }], answers: [] }));
    expect(reason).toBe('Thiếu');
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
    await expect(house.engine.explain('nothing', 'x', 'clerk')).rejects.toThrow('There is no lifecycle nothing');
  });
});
