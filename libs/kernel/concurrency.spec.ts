import { describe, expect, it } from '@jest/globals';
import type { Outcome } from './index.js';
import { codeOf } from './spec-support/example.js';
import { House, PAPER } from './spec-support/house.js';
import { STORES } from './spec-support/stores.js';

const evidenceFor = async (house: House, id: string): Promise<string> => {
  const answers = await house.engine.explain({ lifecycle: 'request', id, subject: 'officer' });
  return answers.find((it) => it.command === 'GrantRequest')?.evidence ?? '';
};

describe.each(STORES)('over the %s store', (_name, open) => {
  describe('a command that names the revision it was decided on', () => {
    it('is carried out on that revision', async () => {
      const house = new House(open());
      const id = await house.drafted();
      expect(
        await house.request('clerk', { type: 'AmendRequest', id, note: 'a' }, { expectedRevision: 1 }),
      ).toMatchObject({ accepted: true, revision: 2 });
    });

    it.each([0, 5])(
      'is a REVISION_CONFLICT on another one (%i), which says what was found',
      async (expectedRevision) => {
        const house = new House(open());
        const id = await house.drafted();
        const outcome = await house.request('clerk', { type: 'AmendRequest', id, note: 'a' }, { expectedRevision });
        expect(outcome).toMatchObject({
          code: 'REVISION_CONFLICT',
          facts: { expected: expectedRevision, actual: 1 },
          path: ['expectedRevision'],
        });
        expect(await house.store.readStream(`request-${id}`)).toHaveLength(2);
      },
    );

    it('lets one of many that were decided on the same revision through', async () => {
      const house = new House(open());
      const id = await house.drafted();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          house.request('clerk', { type: 'AmendRequest', id, note: `n${i}` }, { expectedRevision: 1 }),
        ),
      );
      const codes = outcomes.map(codeOf);
      expect(codes.filter((it) => it === 'OK')).toHaveLength(1);
      expect(codes.filter((it) => it === 'REVISION_CONFLICT')).toHaveLength(19);
    });
  });

  describe('commands that name no revision', () => {
    it('are decided again on what the others wrote, a bounded number of times; none is lost and none is half done', async () => {
      const house = new House(open());
      const id = await house.drafted();
      const outcomes: readonly Outcome[] = await Promise.all(
        Array.from({ length: 100 }, (_, i) => house.request('clerk', { type: 'AmendRequest', id, note: `n${i}` })),
      );
      const codes = outcomes.map(codeOf);
      const written = await house.store.readStream(`request-${id}`);
      expect(new Set(codes)).toEqual(new Set(['OK', 'DOSSIER_BUSY']));
      expect(codes.filter((it) => it === 'OK').length).toBeGreaterThan(1);
      expect(written).toHaveLength(2 + codes.filter((it) => it === 'OK').length);
      expect(written.map((it) => it.revision)).toEqual(written.map((_, i) => i));
    });

    it('are refused by what the others left behind', async () => {
      const house = new House(open());
      const id = await house.drafted();
      const outcomes = await Promise.all([1, 2, 3].map(() => house.request('head', { type: 'SendRequest', id })));
      expect(outcomes.map(codeOf).sort()).toEqual(['OK', 'TRANSITION_NOT_ALLOWED', 'TRANSITION_NOT_ALLOWED']);
    });
  });

  describe('a decision that names the evidence it was made on', () => {
    it('goes through while the evidence stands', async () => {
      const house = new House(open());
      const id = await house.waiting();
      const expectedEvidence = await evidenceFor(house, id);
      expect(
        codeOf(await house.request('officer', { type: 'GrantRequest', id }, { document: PAPER, expectedEvidence })),
      ).toBe('OK');
    });

    it('is EVIDENCE_STALE when another stream that it reads has moved', async () => {
      const house = new House(open());
      const id = await house.waiting();
      const expectedEvidence = await evidenceFor(house, id);
      await house.done(house.send('keeper', 'desk', { type: 'StampDesk', id: 'd1' }));
      const outcome = await house.request(
        'officer',
        { type: 'GrantRequest', id },
        { document: PAPER, expectedEvidence },
      );
      expect(outcome).toMatchObject({ code: 'EVIDENCE_STALE', path: ['expectedEvidence'] });
      expect(await evidenceFor(house, id)).not.toBe(expectedEvidence);
    });

    it('is EVIDENCE_STALE when the views answer otherwise', async () => {
      const house = new House(open());
      const id = await house.waiting();
      const expectedEvidence = await evidenceFor(house, id);
      house.answers = [{ open: 1 }];
      expect(
        codeOf(await house.request('officer', { type: 'GrantRequest', id }, { document: PAPER, expectedEvidence })),
      ).toBe('EVIDENCE_STALE');
    });

    it('is the same evidence after a restart', async () => {
      const house = new House(open());
      const id = await house.waiting();
      const before = await evidenceFor(house, id);
      house.restart();
      expect(await evidenceFor(house, id)).toBe(before);
    });
  });
});
