import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '#stores';
import type { EventStore } from './index.js';
import { House } from './spec-support/house.js';
import { instead } from './spec-support/stores.js';

/** A store that tells which streams were read. */
const told = (store: EventStore, read: string[]): EventStore =>
  instead(store, {
    readStream: (...args) => {
      read.push(args[0]);
      return store.readStream(...args);
    },
  });

describe('explaining', () => {
  it.each([
    ['somebody without any role', 'nobody', 'NOT_COMPETENT'],
    ['whoever may do nothing in this state', 'head', 'TRANSITION_NOT_ALLOWED'],
  ])('reads the dossier alone, and asks nothing, for %s', async (_, subject, code) => {
    const read: string[] = [];
    const house = new House(told(openMemoryStore(), read));
    const id = await house.waiting();
    read.length = 0;
    const answers = await house.engine.explain({ lifecycle: 'request', id, subject });
    expect(answers.map(({ refusal }) => refusal?.code)).toContain(code);
    expect(answers.filter(({ refusal }) => refusal === undefined)).toEqual([]);
    expect([read, house.asked]).toEqual([[`request-${id}`], 0]);
  });

  it('looks at what the competent rest on', async () => {
    const read: string[] = [];
    const house = new House(told(openMemoryStore(), read));
    const id = await house.waiting();
    read.length = 0;
    await house.engine.explain({ lifecycle: 'request', id, subject: 'officer' });
    expect([read, house.asked]).toEqual([[`request-${id}`, 'desk-d1'], 1]);
  });

  it('explains one command without the others, with what it still needs', async () => {
    const house = new House();
    const id = await house.waiting();
    const only = await house.engine.explain({ lifecycle: 'request', id, subject: 'officer', command: 'RefuseRequest' });
    expect(only).toEqual([{ command: 'RefuseRequest', needs: ['reason'], evidence: expect.any(String) }]);
    expect(house.asked).toBe(0);
    expect(await house.engine.explain({ lifecycle: 'request', id, subject: 'officer', command: 'Nonsense' })).toEqual(
      [],
    );
  });

  it('says what a refused command needs as well', async () => {
    const house = new House();
    const [answer] = await house.engine.explain({
      lifecycle: 'request',
      id: await house.drafted(),
      subject: 'officer',
      command: 'GrantRequest',
    });
    expect(answer).toMatchObject({ needs: ['document'], refusal: { code: 'TRANSITION_NOT_ALLOWED' } });
  });

  it('tells nobody the evidence of what is refused', async () => {
    const house = new House();
    const id = await house.waiting();
    await house.send('keeper', 'desk', { type: 'ShutDesk', id: 'd1' });
    const [answer] = await house.engine.explain({
      lifecycle: 'request',
      id,
      subject: 'officer',
      command: 'GrantRequest',
    });
    expect(answer).toEqual({
      command: 'GrantRequest',
      needs: ['document'],
      refusal: expect.objectContaining({ code: 'EXAMPLE_DESK_SHUT' }),
    });
  });

  it('holds no content against the rules: a row whose content may still be refused is open', async () => {
    const house = new House();
    const id = await house.waiting();
    const [answer] = await house.engine.explain({
      lifecycle: 'request',
      id,
      subject: 'officer',
      command: 'GrantRequest',
    });
    expect(answer?.refusal).toBeUndefined();
  });

  it('says that there is no such dossier to those who might have one', async () => {
    const house = new House();
    const answers = await house.engine.explain({ lifecycle: 'desk', id: 'd9', subject: 'keeper' });
    expect(new Set(answers.map(({ refusal }) => refusal?.code))).toEqual(new Set(['NOT_FOUND']));
  });
});
