import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '#stores';
import { deskFold, otherRequests } from './spec-support/example.js';
import { House, PAPER } from './spec-support/house.js';
import { instead } from './spec-support/stores.js';

/** A house whose store tells which streams are read. */
function opened() {
  const read: string[] = [];
  const store = openMemoryStore();
  const readStream: typeof store.readStream = (...args) => {
    read.push(args[0]);
    return store.readStream(...args);
  };
  return { house: new House(instead(store, { readStream })), read };
}

describe('the reads of one request', () => {
  it('load a stream once, and know what was so then', async () => {
    const { house, read } = opened();
    await house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' });
    read.length = 0;
    const reads = house.engine.reads();
    const [first, same] = await Promise.all([reads.load(deskFold, 'd1'), reads.load(deskFold, 'd1')]);
    await house.send('keeper', 'desk', { type: 'ShutDesk', id: 'd1' });
    read.length = 0;
    expect(await reads.load(deskFold, 'd1')).toBe(first);
    expect(same).toBe(first);
    expect(read).toEqual([]);
    expect((await house.engine.reads().load(deskFold, 'd1')).state.status).toBe('shut');
  });

  it('ask a question once for the same parameters', async () => {
    const { house } = opened();
    const reads = house.engine.reads();
    await Promise.all([reads.ask(otherRequests, { year: 2026 }), reads.ask(otherRequests, { year: 2026 })]);
    expect(house.asked).toBe(1);
    await reads.ask(otherRequests, { year: 2027 });
    expect(house.asked).toBe(2);
  });

  it('are shared by all that is explained through them', async () => {
    const { house, read } = opened();
    const asked = { lifecycle: 'request', id: await house.waiting(), subject: 'officer' };
    read.length = 0;
    const reads = house.engine.reads();
    const answers = await Promise.all([house.engine.explain(asked, reads), house.engine.explain(asked, reads)]);
    expect(answers[0]).toEqual(answers[1]);
    expect([read, house.asked]).toEqual([[`request-${asked.id}`, 'desk-d1'], 1]);
  });

  it('are begun anew when somebody was faster and the command is decided again', async () => {
    const store = openMemoryStore();
    let shut: (() => Promise<unknown>) | undefined;
    const append: typeof store.append = async (...args) => {
      const inBetween = shut;
      shut = undefined;
      await inBetween?.();
      return inBetween
        ? { outcome: 'conflict', failed: [{ stream: args[0], expected: args[1], actual: 'noStream' }] }
        : store.append(...args);
    };
    const house = new House(instead(store, { append }));
    const id = await house.waiting();
    shut = () => house.send('keeper', 'desk', { type: 'ShutDesk', id: 'd1' });
    expect(await house.request('officer', { type: 'GrantRequest', id }, { document: PAPER })).toMatchObject({
      code: 'EXAMPLE_DESK_SHUT',
    });
  });
});
