import { describe, expect, it } from '@jest/globals';
import type { Readers } from './as-seen.js';
import { codeOf } from './spec-support/example.js';
import { grant, House, NOW } from './spec-support/house.js';

/** Who sees what, as far as it is not everything. */
const except =
  (subject: string, stream: (name: string) => boolean): Readers['sees'] =>
  (dossier, asker) =>
    asker.subject !== subject || !stream(dossier.name);

/** A house in which the officer of another office sees no request. */
function discreet(): House {
  const readers = { sees: except('stranger', (name) => name === 'request'), isOpen: () => false };
  const house = new House(undefined, { readers });
  house.grants.set('stranger', [grant('OFFICER', 'elsewhere'), grant('CLERK', 'elsewhere')]);
  return house;
}

describe('a dossier that is secret from the sender', () => {
  it.each([
    ['who holds a role that acts on such dossiers', { type: 'RefuseRequest' }],
    ['who holds a role over the own unit', { type: 'AmendRequest', note: 'x' }],
  ] as const)('is not there for somebody %s', async (_, command) => {
    const house = discreet();
    const drafted = await house.drafted();
    const answers = await Promise.all(
      [drafted, 'nobody-has-it'].map((id) => house.request('stranger', { ...command, id } as never, { reason: 'x' })),
    );
    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('is what it is for somebody who sees it', async () => {
    const house = discreet();
    const id = await house.drafted();
    expect(codeOf(await house.request('officer', { type: 'RefuseRequest', id }, { reason: 'x' }))).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });

  it('tells why, where the table lets the sender act on it all the same', async () => {
    const house = discreet();
    const id = await house.waiting();
    expect(codeOf(await house.request('stranger', { type: 'RefuseRequest', id }))).toBe('REASON_REQUIRED');
    expect(codeOf(await house.request('stranger', { type: 'RefuseRequest', id }, { reason: 'x' }))).toBe('OK');
  });

  it('leaves the true reason in the trace of refused attempts', async () => {
    const house = discreet();
    const id = await house.drafted();
    await house.request('stranger', { type: 'RefuseRequest', id }, { reason: 'x' });
    expect(house.attempts).toMatchObject([{ at: NOW, subject: 'stranger', code: 'TRANSITION_NOT_ALLOWED' }]);
  });
});
