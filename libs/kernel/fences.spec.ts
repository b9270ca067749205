import { describe, expect, it } from '@jest/globals';
import {
  entryIn,
  exclusive,
  fenceStream,
  shared,
  type DocumentRef,
  type EventStore,
  type FenceUse,
  type Lifecycle,
  type Transition,
} from './index.js';
import { codeOf, exampleLifecycles } from './spec-support/example.js';
import { House, PAPER } from './spec-support/house.js';
import { instead, STORES } from './spec-support/stores.js';

/** The example with another row for granting. */
const withGrant = (change: (row: Transition) => Partial<Transition>): ReadonlyMap<string, Lifecycle> => {
  const request = exampleLifecycles.get('request');
  const row = request?.commands['GrantRequest'];
  if (!request || !row) throw new Error('The example has no GrantRequest');
  const commands = { ...request.commands, GrantRequest: { ...row, ...change(row) } };
  return new Map([...exampleLifecycles, ['request', { ...request, commands }]]);
};

/** A store before whose next append to a request something else happens. */
function interrupted(inner: EventStore, first: () => Promise<unknown>): { readonly store: EventStore; arm(): void } {
  let armed = false;
  const append: EventStore['append'] = async (stream, ...rest) => {
    if (armed && stream.startsWith('request-')) {
      armed = false;
      await first();
    }
    return inner.append(stream, ...rest);
  };
  return { store: instead(inner, { append }), arm: () => void (armed = true) };
}

const usesIn = async (store: EventStore, fence: string): Promise<readonly (FenceUse | undefined)[]> =>
  (await store.readStream(fence)).map((event) => entryIn(event)?.use);

const grant = (house: House, id: string, document: DocumentRef = PAPER) =>
  house.request('officer', { type: 'GrantRequest', id }, { document });

describe.each(STORES)('over the %s store, a command that reads another dossier', (_name, open) => {
  it('is decided again when somebody has made untrue what it read', async () => {
    const { store, arm } = interrupted(open(), () => house.send('keeper', 'desk', { type: 'ShutDesk', id: 'd1' }));
    const house: House = new House(store);
    const id = await house.waiting();
    arm();
    expect(codeOf(await grant(house, id))).toBe('EXAMPLE_DESK_SHUT');
    expect((await store.readStream(`request-${id}`)).map(({ type }) => type)).not.toContain('RequestGranted');
  });

  it('stands when something else has happened there', async () => {
    const { store, arm } = interrupted(open(), () => house.send('keeper', 'desk', { type: 'StampDesk', id: 'd1' }));
    const house: House = new House(store);
    const id = await house.waiting();
    arm();
    const asked = house.asked;
    expect(codeOf(await grant(house, id))).toBe('OK');
    expect(house.asked).toBe(asked + 1);
  });

  it('and what it may only share is passed alone where what it read calls for it', async () => {
    const fence = fenceStream('desk', 'd1');
    for (const calls of [false, true]) {
      const lifecycles = withGrant(({ reads }) => ({
        reads: {
          ...reads,
          desk: { ...reads['desk'], fence: { ...shared('desk', () => ['d1']), aloneWhen: () => calls } } as never,
        },
      }));
      const store = open();
      const house = new House(store, { lifecycles });
      expect(codeOf(await grant(house, await house.waiting()))).toBe('OK');
      expect((await usesIn(store, fence)).includes('exclusive')).toBe(calls);
    }
  });

  it('is refused when it would pass more fences than can be kept, and told to come again while one is not decided', async () => {
    const many = Array.from({ length: 1_001 }, (_, place) => `k${place}`);
    const lifecycles = withGrant(() => ({ fences: [exclusive('many', () => many)] }));
    const house = new House(open(), { lifecycles });
    expect(codeOf(await grant(house, await house.waiting()))).toBe('EVIDENCE_TOO_LARGE');
    const gate = { look: () => Promise.resolve('busy' as const) };
    const busy = new House(house.store, { gate });
    expect(codeOf(await grant(busy, house.current))).toBe('DOSSIER_BUSY');
  });

  it('passes a fence that two of its reads name once, and alone if either does', async () => {
    const lifecycles = withGrant(() => ({ fences: [shared('one', () => ['a', 'a']), exclusive('one', () => ['a'])] }));
    const store = open();
    const house = new House(store, { lifecycles });
    expect(codeOf(await grant(house, await house.waiting()))).toBe('OK');
    expect(await usesIn(store, fenceStream('one', 'a'))).toEqual(['exclusive']);
  });
});

describe.each(STORES)('over the %s store, a paper’s number', (_name, open) => {
  const issuers = { issuerOf: async (name: string) => (name === PAPER.issuer ? 'unit-1' : undefined) };
  const NEXT_DAY = '2026-09-02';
  const place = async (requests: number): Promise<{ readonly house: House; readonly ids: readonly string[] }> => {
    const house = new House(open(), { papers: issuers });
    const ids: string[] = [];
    for (let count = 0; count < requests; count += 1) ids.push(await house.waiting());
    house.now = `${NEXT_DAY}T02:00:00.000Z`;
    return { house, ids };
  };
  const file = (digit: string): string => digit.repeat(64);

  it('is one paper: signed on one day, in whatever dossier and spelling it is cited', async () => {
    const { house, ids } = await place(3);
    const [first = '', second = '', third = ''] = ids;
    expect(codeOf(await grant(house, first))).toBe('OK');
    expect(codeOf(await grant(house, second, { ...PAPER, number: ' 012/qđ-snv ' }))).toBe('OK');
    expect(await grant(house, third, { ...PAPER, signedOn: NEXT_DAY })).toMatchObject({
      code: 'PAPER_DIFFERS',
      path: ['document', 'signedOn'],
    });
  });

  it('is one file, from when somebody has named it', async () => {
    const { house, ids } = await place(4);
    const codes: (string | undefined)[] = [];
    for (const [number, hash] of [undefined, file('a'), file('b'), undefined].entries()) {
      codes.push(codeOf(await grant(house, ids[number] ?? '', { ...PAPER, ...(hash !== undefined && { hash }) })));
    }
    expect(codes).toEqual(['OK', 'OK', 'PAPER_FILE_DIFFERS', 'OK']);
  });

  it('of two that are cited at once with different days is the one that came first', async () => {
    const { house, ids } = await place(2);
    const outcomes = await Promise.all(
      ids.map((id, day) => grant(house, id, { ...PAPER, signedOn: [PAPER.signedOn, NEXT_DAY][day] ?? '' })),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['OK', 'PAPER_DIFFERS']);
  });

  it('of a body that is not registered says nothing of another', async () => {
    const { house, ids } = await place(2);
    const [first = '', second = ''] = ids;
    const other = { ...PAPER, issuer: 'Đảng ủy' };
    expect(codeOf(await grant(house, first, other))).toBe('OK');
    expect(codeOf(await grant(house, second, { ...other, signedOn: NEXT_DAY }))).toBe('OK');
  });
});
