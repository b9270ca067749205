import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openMemoryStore } from '#stores';
import { decodeWith, Loader, NO_EVENTS, refold, type Fold, type Loaded } from '../index.js';
import { requestFold } from '../spec-support/example.js';
import { House, LOG } from '../spec-support/house.js';

const fold = requestFold as never as Fold;

const fromScratch = async (house: House, id: string): Promise<Loaded> => {
  const stored = await house.store.readStream(`request-${id}`);
  return refold(
    fold,
    id,
    stored.map((it) => decodeWith(LOG.logId, fold, it)),
  );
};

describe('a loaded stream', () => {
  it('that does not exist is the state before the first event', async () => {
    expect(await new Loader(openMemoryStore(), LOG.logId).load(fold, 'r9')).toEqual({
      name: 'request',
      id: 'r9',
      stream: 'request-r9',
      state: { status: 'none' },
      revision: -1,
      digest: NO_EVENTS,
      participants: new Map(),
      commands: new Map(),
      acts: new Map(),
    });
  });

  it('knows who sent what, and the policy that its first event pinned', async () => {
    const house = new House();
    const id = await house.waiting();
    const loaded = await house.loader.load(fold, id);
    expect(loaded.participants).toEqual(
      new Map([
        ['DraftRequest', new Set(['clerk'])],
        ['SendRequest', new Set(['head'])],
      ]),
    );
    expect(loaded.policyVersion).toBe(house.adopted[0]?.hash);
  });

  it('is what a replay from scratch gives, whatever is appended and loaded at once, and however little is kept', async () => {
    const op = fc.record({
      dossier: fc.nat({ max: 2 }),
      act: fc.constantFrom('amend', 'load', 'send'),
      together: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(op, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), async (ops, capacity) => {
        const house = new House();
        const ids = [await house.drafted(), await house.drafted(), await house.drafted()];
        const small = new Loader(house.store, LOG.logId, capacity);
        let running: Promise<unknown>[] = [];
        for (const { dossier, act, together } of ops) {
          const id = ids[dossier] ?? '';
          running.push(
            act === 'load'
              ? small.load(fold, id)
              : house.request(
                  'head',
                  act === 'send' ? { type: 'SendRequest', id } : { type: 'AmendRequest', id, note: 'x' },
                ),
          );
          if (together) continue;
          await Promise.all(running);
          running = [];
        }
        await Promise.all(running);
        for (const id of ids) {
          const expected = await fromScratch(house, id);
          expect(await small.load(fold, id)).toEqual(expected);
          expect(await house.loader.load(fold, id)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
