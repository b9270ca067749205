import { describe, expect, it } from '@jest/globals';
import { inForce, parseStream, reaches, streamName, type Reach } from './index.js';
import { grant } from './spec-support/house.js';

describe('a reach', () => {
  it.each<[Reach, readonly string[], string | undefined, boolean]>([
    ['anyUnit', [], undefined, true],
    ['anyUnit', ['u2'], 'u2', true],
    ['ownUnit', ['u1'], undefined, true],
    ['ownUnit', ['u2'], undefined, false],
    ['ownUnit', [], undefined, false],
    ['ownUnit', ['u2', 'u1'], undefined, true],
    ['otherUnits', ['u2'], undefined, true],
    ['otherUnits', ['u1'], undefined, false],
    ['otherUnits', ['u2', 'u1'], undefined, false],
    ['otherUnits', [], undefined, false],
    ['leadUnit', ['u2'], 'u2', true],
    ['leadUnit', ['u2'], 'u3', false],
    ['leadUnit', ['u2'], undefined, false],
    ['leadUnit', ['u1'], 'u1', false],
  ])('%s, of a power at u1, to a case about %p in a campaign led by %p: %p', (over, units, lead, expected) => {
    expect(reaches(grant('R', 'u1'), over, units, lead)).toBe(expected);
  });
});

describe('a grant', () => {
  it('is in force from its first instant to the one before its end', () => {
    const it = grant('R', 'u1', { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' });
    expect(
      [
        '2025-12-31T23:59:59.999Z',
        '2026-01-01T00:00:00.000Z',
        '2026-01-31T23:59:59.999Z',
        '2026-02-01T00:00:00.000Z',
      ].map((at) => inForce(it, at)),
    ).toEqual([false, true, true, false]);
  });
});

describe('a stream’s name', () => {
  it('says its type and the whole id, dashes included', () =>
    expect(parseStream(streamName('plan', 'a-b-c'))).toEqual({ name: 'plan', id: 'a-b-c' }));
});
