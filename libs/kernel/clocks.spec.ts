import { describe, expect, it } from '@jest/globals';
import { SYSTEM_SUBJECT } from './index.js';
import { codeOf } from './spec-support/example.js';
import { DRAFT, grant, House, NOW, PAPER } from './spec-support/house.js';

const BEFORE = '2026-08-20T00:00:00.000Z';
const recordedIn = (stored: { readonly metadata: string }): string =>
  (JSON.parse(stored.metadata) as { recordedAt: string }).recordedAt;

describe('an act', () => {
  it('is never dated before the last act of a person', async () => {
    const house = new House();
    const id = await house.drafted();
    const outcome = await house.request('head', { type: 'SendRequest', id }, { occurredAt: BEFORE });
    expect(outcome).toMatchObject({
      code: 'DATED_BEFORE_LAST_ACT',
      path: ['occurredAt'],
      facts: { date: '2026-08-20', last: '2026-09-01' },
    });
    expect(codeOf(await house.request('head', { type: 'SendRequest', id }, { occurredAt: NOW }))).toBe('OK');
  });

  it('may be dated before what it does not build on', async () => {
    const house = new House();
    await house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' });
    expect(codeOf(await house.send('keeper', 'desk', { type: 'StampDesk', id: 'd1' }, { occurredAt: BEFORE }))).toBe(
      'OK',
    );
  });

  it('is not held back by a note', async () => {
    const house = new House();
    await house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' }, { occurredAt: BEFORE });
    await house.send('keeper', 'desk', { type: 'StampDesk', id: 'd1' });
    const shut = { occurredAt: '2026-08-25T00:00:00.000Z' };
    expect(codeOf(await house.send('keeper', 'desk', { type: 'ShutDesk', id: 'd1' }, shut))).toBe('OK');
  });

  it('is held back by the acts it builds on, and by no other', async () => {
    const house = new House();
    await house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' });
    const { id } = await house.done(house.request('clerk', DRAFT, { occurredAt: BEFORE }));
    await house.done(house.request('clerk', { type: 'AmendRequest', id, note: 'a' }));
    const amend = (note: string, occurredAt: string) =>
      house.request('clerk', { type: 'AmendRequest', id, note }, { occurredAt });
    expect(codeOf(await amend('b', '2026-08-19T23:59:59.999Z'))).toBe('DATED_BEFORE_LAST_ACT');
    expect(codeOf(await amend('c', BEFORE))).toBe('OK');
  });
});

describe('two acts by one command, the later of which is dated earlier', () => {
  it('both hold back what builds on them', async () => {
    const house = new House();
    await house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' });
    const { id } = await house.done(house.request('clerk', DRAFT, { occurredAt: BEFORE }));
    const amend = (note: string, occurredAt: string) =>
      house.done(house.request('clerk', { type: 'AmendRequest', id, note }, { occurredAt }));
    await amend('a', '2026-08-31T00:00:00.000Z');
    await amend('b', BEFORE);
    const send = (occurredAt: string) => house.request('head', { type: 'SendRequest', id }, { occurredAt });
    expect(codeOf(await send('2026-08-21T00:00:00.000Z'))).toBe('DATED_BEFORE_LAST_ACT');
    expect(codeOf(await send('2026-08-31T00:00:00.000Z'))).toBe('OK');
  });
});

describe('an act of the system', () => {
  const sentBy = async (subject: string): Promise<readonly [House, string]> => {
    const house = new House();
    house.grants.set(SYSTEM_SUBJECT, [grant('HEAD', 'ward')]);
    await house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' });
    const { id } = await house.done(house.request('clerk', DRAFT, { occurredAt: BEFORE }));
    await house.done(house.request(subject, { type: 'SendRequest', id }));
    return [house, id];
  };

  it.each([
    ['head', 'DATED_BEFORE_LAST_ACT', 'SIGNED_BEFORE_LAST_STEP'],
    [SYSTEM_SUBJECT, 'OK', 'OK'],
  ])('holds back neither an act nor a paper, as a person’s does: sent by %s', async (subject, act, paper) => {
    const occurredAt = '2026-08-25T00:00:00.000Z';
    const [house, id] = await sentBy(subject);
    expect(codeOf(await house.request('officer', { type: 'RefuseRequest', id }, { reason: 'x', occurredAt }))).toBe(
      act,
    );
    const [other, same] = await sentBy(subject);
    const document = { ...PAPER, signedOn: '2026-08-25' };
    expect(codeOf(await other.request('officer', { type: 'GrantRequest', id: same }, { document }))).toBe(paper);
  });
});

describe('a paper', () => {
  it('is never older than the step it answers', async () => {
    const house = new House();
    const id = await house.waiting();
    const document = { ...PAPER, signedOn: '2026-08-31' };
    const outcome = await house.request('officer', { type: 'GrantRequest', id }, { document });
    expect(outcome).toMatchObject({ code: 'SIGNED_BEFORE_LAST_STEP', path: ['document', 'signedOn'] });
  });

  it('may be older than a draft', async () => {
    const house = new House();
    const id = await house.drafted();
    const document = { ...PAPER, signedOn: '2026-08-01' };
    expect(codeOf(await house.request('head', { type: 'SendRequest', id }, { document }))).toBe('OK');
  });
});

describe('a day of effect', () => {
  const effectiveFrom = '2026-10-01T00:00:00.000Z';

  it('is a dated fact’s alone', async () => {
    const house = new House();
    const id = (await house.done(house.request('clerk', DRAFT, { effectiveFrom }))).id;
    expect(await house.request('head', { type: 'SendRequest', id }, { effectiveFrom })).toMatchObject({
      code: 'EFFECTIVE_FROM_NOT_ACCEPTED',
      path: ['effectiveFrom'],
    });
    const dated = (await house.store.readStream(`request-${id}`)).map(({ type, metadata }) => [
      type,
      metadata.includes(effectiveFrom),
    ]);
    expect(dated).toEqual([
      ['RequestDrafted', false],
      ['RequestNumbered', true],
    ]);
  });
});

describe('recorded time', () => {
  it('never runs backwards, neither within a stream after a restart nor within a process', async () => {
    const house = new House();
    house.grants.set('clerk', [grant('CLERK', 'ward')]);
    const id = await house.drafted();
    house.now = '2026-08-31T00:00:00.000Z';
    await house.done(house.request('clerk', { ...DRAFT, desk: 'd2' }));
    house.restart();
    await house.done(house.request('clerk', { type: 'AmendRequest', id, note: 'x' }));
    const all = await house.store.readAll('', 100);
    expect(all.map(recordedIn)).toEqual(all.map(() => NOW));
  });
});

describe('a clock that was wrong for a moment', () => {
  it('dates nothing by what it said while a command was refused', async () => {
    const house = new House();
    house.grants.set('clerk', [grant('CLERK', 'ward')]);
    house.now = '2026-12-31T00:00:00.000Z';
    expect(codeOf(await house.request('nobody', DRAFT))).toBe('NOT_COMPETENT');
    house.now = NOW;
    await house.done(house.request('clerk', DRAFT));
    expect((await house.store.readAll('', 100)).map(recordedIn)).toEqual([NOW, NOW]);
  });
});

describe('what is too long', () => {
  it('is refused, and nothing is written', async () => {
    const house = new House();
    const outcome = await house.request('clerk', { ...DRAFT, desk: 'd'.repeat(70_000) });
    expect(codeOf(outcome)).toBe('CONTENT_TOO_LARGE');
    expect(await house.store.readAll('', 10)).toEqual([]);
  });
});
