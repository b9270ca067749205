import { describe, expect, it } from '@jest/globals';
import { decodeWith, type Condition, type Lifecycle, type Transition } from './index.js';
import { codeOf, exampleLifecycles, exampleRefusals, requestFold } from './spec-support/example.js';
import { House, LOG, PAPER } from './spec-support/house.js';

/** The example's lifecycles with another decider for granting. */
function granting(decide: () => unknown): ReadonlyMap<string, Lifecycle> {
  const request = exampleLifecycles.get('request') as Lifecycle;
  const GrantRequest = { ...(request.commands['GrantRequest'] as Transition), decide: decide as Transition['decide'] };
  return new Map([...exampleLifecycles, ['request', { ...request, commands: { ...request.commands, GrantRequest } }]]);
}

const granted = async (house: House, id: string, around = {}): Promise<string> =>
  codeOf(await house.request('officer', { type: 'GrantRequest', id }, { document: PAPER, ...around }));

const guardsOf = async (house: House, id: string): Promise<readonly Condition[]> => {
  const [event] = (await house.store.readStream(`request-${id}`)).slice(-1);
  return (event && decodeWith(LOG.logId, requestFold, event).meta.decision?.guards) ?? [];
};

describe('a condition on what a command says', () => {
  it('refuses with its place in the command', async () => {
    const house = new House();
    const command = { type: 'GrantRequest', id: await house.waiting(), remark: 'x'.repeat(21) } as const;
    expect(await house.request('officer', command, { document: PAPER })).toMatchObject({
      code: 'EXAMPLE_NOTE_TOO_LONG',
      path: ['remark'],
      facts: { longest: 20 },
    });
  });

  it('is recorded with its facts, after those that the state and the request meet', async () => {
    const house = new House();
    const id = await house.waiting();
    const command = { type: 'GrantRequest', id, remark: 'được' } as const;
    await house.done(house.request('officer', command, { document: PAPER }));
    expect((await guardsOf(house, id)).at(-1)).toEqual({ rule: 'remarkFits', facts: { length: 4 } });
  });

  it('is looked at only once the request brings what it needs', async () => {
    const house = new House();
    const command = { type: 'GrantRequest', id: await house.waiting(), remark: 'x'.repeat(21) } as const;
    expect(codeOf(await house.request('officer', command))).toBe('DOCUMENT_REQUIRED');
  });
});

describe('the kernel’s own conditions', () => {
  it('are recorded where a row has none of its own', async () => {
    const house = new House();
    const id = await house.waiting();
    await house.done(house.request('officer', { type: 'RefuseRequest', id }, { reason: 'Thiếu' }));
    expect(await guardsOf(house, id)).toEqual([
      { rule: 'actorIsCompetent', facts: { role: 'OFFICER', unit: 'office', grant: 'OFFICER-office' } },
      { rule: 'stateAllows', facts: { status: 'sent' } },
      { rule: 'dutiesAreSeparated', facts: { apartFrom: ['DraftRequest', 'SendRequest'] } },
      { rule: 'bringsWhatIsNeeded', facts: { needs: ['reason'] } },
    ]);
  });
});

describe('a decider of a decision', () => {
  const refusing = (path?: readonly string[]): House =>
    new House(undefined, { lifecycles: granting(() => exampleRefusals.deskShut({ desk: 'd1' }, path)) });

  it('that refuses beside its guards is a fault of ours: what may refuse a decision is a guard', async () => {
    const house = refusing();
    const id = await house.waiting();
    await expect(granted(house, id)).rejects.toThrow(
      'request.GrantRequest refused with EXAMPLE_DESK_SHUT beside its guards',
    );
    expect(await house.store.readStream(`request-${id}`)).toHaveLength(3);
  });

  it('may refuse the shape of what is said, with its place', async () => {
    const house = refusing(['id']);
    expect(await granted(house, await house.waiting())).toBe('EXAMPLE_DESK_SHUT');
  });
});

describe('the evidence of a decision', () => {
  const evidenceOf = async (house: House, id: string): Promise<string | undefined> =>
    (await house.engine.explain({ lifecycle: 'request', id, subject: 'officer', command: 'GrantRequest' }))[0]
      ?.evidence;

  it('stands while only the views have moved on', async () => {
    const house = new House();
    house.answers = [{ open: 1 }];
    const id = await house.waiting();
    const expectedEvidence = await evidenceOf(house, id);
    house.asOf = 'event-1';
    expect(await evidenceOf(house, id)).toBe(expectedEvidence);
    expect(await granted(house, id, { expectedEvidence })).toBe('OK');
  });

  it.each([
    ['another value', [{ open: 2 }]],
    ['one row more', [{ open: 1 }, { open: 1 }]],
    ['no row', []],
  ])('is stale once the answer is %s', async (_, answers) => {
    const house = new House();
    house.answers = [{ open: 1 }];
    const id = await house.waiting();
    const expectedEvidence = await evidenceOf(house, id);
    house.answers = answers;
    expect(await granted(house, id, { expectedEvidence })).toBe('EVIDENCE_STALE');
  });

  it('holds the columns that the question declares, and no others', async () => {
    const house = new House();
    house.answers = [{ open: 1 }];
    const id = await house.waiting();
    const before = await evidenceOf(house, id);
    house.answers = [{ open: 1, unit: 'ward' }];
    expect(await evidenceOf(house, id)).toBe(before);
  });

  it.each([
    ['as many rows as it can hold', 3, 'OK'],
    ['one more', 4, 'EVIDENCE_TOO_LARGE'],
  ])('of %s', async (_, rows, code) => {
    const house = new House();
    const id = await house.waiting();
    house.answers = Array.from({ length: rows }, (__, open) => ({ open }));
    expect(await granted(house, id)).toBe(code);
  });
});
