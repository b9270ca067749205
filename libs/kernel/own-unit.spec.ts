import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  competentActor,
  inForce,
  isRefusal,
  type Grant,
  type Lifecycle,
  type Reach,
  type Transition,
} from './index.js';
import { codeOf, requestLifecycle } from './spec-support/example.js';
import { grant, House, NOW } from './spec-support/house.js';

const delegated = (id: string, onBehalfOf: string, role: string, unit: string): Grant =>
  grant(role, unit, { id, onBehalfOf, capacity: 'KT' });
const refuse = (house: House, subject: string, id: string, around: object = {}) =>
  house.request(subject, { type: 'RefuseRequest', id }, { reason: 'x', ...around });

describe('nobody handles a dossier of the own unit', () => {
  it.each<[string, readonly Grant[], object]>([
    ['by a second role elsewhere', [grant('CLERK', 'ward'), grant('OFFICER', 'office')], {}],
    ['whatever the role there is', [grant('AUDITOR', 'ward'), grant('OFFICER', 'office')], {}],
    [
      'by a delegation from elsewhere',
      [grant('CLERK', 'ward'), delegated('del-1', 'officer', 'OFFICER', 'office')],
      { delegation: 'del-1' },
    ],
    [
      'by an own power elsewhere while somebody of the unit has delegated a power',
      [delegated('del-1', 'head', 'HEAD', 'ward'), grant('OFFICER', 'office')],
      {},
    ],
    [
      'when the role there was held at the time of the act',
      [grant('CLERK', 'ward', { to: NOW }), grant('OFFICER', 'office')],
      { occurredAt: '2026-08-31T00:00:00.000Z' },
    ],
  ])('%s', async (_, grants, around) => {
    const house = new House();
    house.grants.set('both', grants);
    const outcome = await refuse(house, 'both', await house.waiting(), around);
    expect(outcome).toMatchObject({ code: 'OWN_UNIT_DOSSIER', facts: { action: { vi: 'Từ chối đơn' } } });
  });

  it('for somebody else who is of that unit', async () => {
    const house = new House();
    house.grants.set('officer', [grant('OFFICER', 'office'), grant('CLERK', 'ward')]);
    house.grants.set('deputy', [delegated('del-1', 'officer', 'OFFICER', 'office')]);
    expect(codeOf(await refuse(house, 'deputy', await house.waiting(), { delegation: 'del-1' }))).toBe(
      'OWN_UNIT_DOSSIER',
    );
  });

  it('but whoever has left the unit does, and whoever is of a third one', async () => {
    const house = new House();
    house.grants.set('moved', [grant('CLERK', 'ward', { to: NOW }), grant('OFFICER', 'office')]);
    house.grants.set('third', [grant('CLERK', 'other-ward'), grant('OFFICER', 'office')]);
    expect(codeOf(await refuse(house, 'moved', await house.waiting()))).toBe('OK');
    expect(codeOf(await refuse(house, 'third', await house.waiting()))).toBe('OK');
  });
});

const table = requestLifecycle as unknown as Lifecycle;
const rowOver = (over: Reach): Transition => ({
  ...(table.commands['RefuseRequest'] as Transition),
  from: ['none'],
  apartFrom: [],
  guards: [],
  by: ['A', 'B'].map((role) => ({ role, over })),
});

const unit: fc.Arbitrary<string> = fc.constantFrom('u1', 'u2', 'u3');
const instant = fc.constantFrom(
  '2026-01-01T00:00:00.000Z',
  '2026-08-01T00:00:00.000Z',
  NOW,
  '2026-10-01T00:00:00.000Z',
);
const power = fc.record({
  role: fc.constantFrom('A', 'B', 'C'),
  unit,
  from: instant,
  to: fc.option(instant, { nil: undefined }),
  behalf: fc.boolean(),
});
const grants = fc.array(power, { maxLength: 6 }).map((all) =>
  all.map(({ role, unit: at, from, to, behalf }): Grant =>
    grant(role, at, {
      id: behalf ? 'del-1' : 'own',
      from,
      ...(to && { to }),
      ...(behalf && { onBehalfOf: 'other' }),
    }),
  ),
);

describe('no person with any grant at a unit of the case', () => {
  it('passes a row for other units or for the leading one, in own right or under a delegation', () => {
    let passed = 0;
    const scene = fc.record({
      grants,
      delegatorGrants: grants,
      units: fc.uniqueArray(unit, { minLength: 1, maxLength: 2 }),
      over: fc.constantFrom<Reach>('otherUnits', 'leadUnit'),
      delegation: fc.option(fc.constant('del-1'), { nil: undefined }),
    });
    fc.assert(
      fc.property(scene, ({ grants: own, delegatorGrants, units, over, delegation }) => {
        const asker = {
          subject: 's',
          grants: own,
          leadUnit: 'u1',
          now: NOW,
          occurredAt: NOW,
          ...(delegation && { delegation, delegatorGrants }),
        };
        const matter = { lifecycle: table, type: 'RefuseRequest', row: rowOver(over) };
        const admission = competentActor(matter, asker, units);
        if (isRefusal(admission)) return;
        passed += 1;
        const held = [...own, ...(delegation ? delegatorGrants : [])].filter((it) => inForce(it, NOW));
        expect(held.filter((it) => units.includes(it.unit))).toEqual([]);
      }),
      { numRuns: 2000, seed: 469 },
    );
    expect(passed).toBeGreaterThan(0);
  });
});
