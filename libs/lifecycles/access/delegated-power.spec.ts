import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inForce } from '#kernel';
import { delegated, delegation, EARLIER, granted, LATER, NOW, stateOf, told } from './spec-support/examples.js';
import { delegatedGrants, ownGrants, type AccessState } from './state.js';

describe('a delegated power', () => {
  const holder = (more: Parameters<typeof granted>[0] = {}): AccessState => stateOf(granted(more));

  it('is in force while both the delegation and the delegator’s own role are', () => {
    const [it] = delegatedGrants({ ...delegation, from: '2026-03-01T00:00:00.000Z' }, holder({ to: LATER }));
    expect(it).toEqual({
      id: 'd1',
      role: 'UNIT_HEAD',
      unit: 'u1',
      from: '2026-03-01T00:00:00.000Z',
      to: LATER,
      onBehalfOf: 's9',
      capacity: 'KT',
    });
  });

  it.each([
    ['another role', holder({ role: 'UNIT_CLERK' })],
    ['another unit', holder({ unit: 'u2' })],
    ['a role that was over', holder({ to: EARLIER })],
    ['nothing', { status: 'none' } as const],
    ['only a delegated power', stateOf(delegated({ delegator: 's7' }))],
  ])('of one who holds %s is none', (_, state) => expect(delegatedGrants(delegation, state)).toEqual([]));

  it('keeps to the commands it was limited to', () => {
    expect(delegatedGrants({ ...delegation, commands: ['plan.SubmitPlan'] }, holder())).toMatchObject([
      { commands: ['plan.SubmitPlan'] },
    ]);
  });

  it('that is revoked before it begins never was', () => {
    const state = stateOf(delegated({}, LATER), told({ type: 'DelegationRevoked', data: { delegation: 'd1' } }, NOW));
    const [revoked] = state.status === 'none' ? [] : state.delegations;
    expect(revoked && delegatedGrants(revoked, holder())).toEqual([]);
  });
});

const instant = fc.integer({ min: 0, max: 20 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());

describe('at any instant', () => {
  it('a delegated power is in force exactly where the delegation and an own role of the delegator are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(instant, instant), { maxLength: 4 }),
        instant,
        instant,
        instant,
        (roles, from, to, at) => {
          const state = stateOf(...roles.map(([start, end], i) => granted({ grant: `g${i}`, to: end }, start)));
          const own = ownGrants(state).some((it) => inForce(it, at));
          const passed = delegatedGrants({ ...delegation, from, to }, state).some((it) => inForce(it, at));
          expect(passed).toBe(own && from <= at && at < to);
        },
      ),
      { numRuns: 500 },
    );
  });
});
