import { describe, expect, it } from '@jest/globals';
import type { Grant } from '#kernel';
import { by, isRole, ROLES, viewerOf, type Audience, type Role } from './index.js';

const NOW = '2026-09-01T02:00:00.000Z';
const grant = (role: string, unit = 'u1', more: Partial<Grant> = {}): Grant => ({
  id: `${role}-${unit}`,
  role,
  unit,
  from: '2026-01-01T00:00:00.000Z',
  ...more,
});
const sees = (...grants: readonly Grant[]) => viewerOf('s1', grants, NOW);

const EXPECTED: Readonly<Record<Role, readonly [audiences: readonly Audience[], restricted: boolean, own: boolean]>> = {
  UNIT_CLERK: [['EVERYONE'], false, true],
  UNIT_HEAD: [['EVERYONE'], false, true],
  SNV_OFFICER: [['AUTHORITIES', 'EVERYONE'], true, false],
  SNV_LEADER: [['AUTHORITIES', 'EVERYONE', 'STEWARDS'], true, false],
  PANELIST: [['EVERYONE'], false, false],
  COUNCIL_SECRETARY: [['AUTHORITIES', 'EVERYONE'], true, false],
  VPUB: [['AUTHORITIES', 'EVERYONE'], true, false],
  UBND_DECIDER: [['AUTHORITIES', 'EVERYONE'], true, false],
  MTTQ_SUPERVISOR: [['AUTHORITIES', 'EVERYONE'], false, false],
  PUBLISHER: [['EVERYONE'], false, false],
  INSPECTOR: [['AUTHORITIES', 'EVERYONE'], true, false],
  AUDITOR: [['PARTIES', 'AUTHORITIES', 'EVERYONE', 'STEWARDS'], true, false],
  DPO: [[], false, false],
  SYSADMIN: [['STEWARDS'], false, false],
  SYSTEM: [['PARTIES', 'AUTHORITIES', 'EVERYONE', 'STEWARDS'], true, false],
};

describe('what each role reads', () => {
  it.each(Object.entries(EXPECTED))('%s', (role, [audiences, seesRestricted, own]) => {
    expect(sees(grant(role))).toEqual({
      subject: 's1',
      roles: [role],
      grants: [grant(role)],
      audiences,
      seesRestricted,
      units: own ? ['u1'] : [],
    });
  });

  it('is said of every role', () => expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(ROLES).sort()));
});

describe('a viewer', () => {
  const nothing = { roles: [], grants: [], audiences: [], seesRestricted: false, units: [] };

  it('without a grant sees nothing', () => expect(sees()).toMatchObject(nothing));

  it.each([
    ['is over, this very instant', { to: NOW }],
    ['has not begun', { from: '2026-09-01T02:00:00.001Z' }],
  ])('whose grant %s sees nothing', (_, time) => expect(sees(grant('AUDITOR', 'u1', time))).toMatchObject(nothing));

  it('sees nothing by a role that does not exist', () =>
    expect(sees(grant('toString'), grant('ROOT'))).toMatchObject(nothing));

  it('sees what any of the roles sees, each unit and circle once', () => {
    const viewer = sees(
      grant('UNIT_CLERK', 'u1'),
      grant('UNIT_HEAD', 'u1'),
      grant('UNIT_CLERK', 'u2'),
      grant('SYSADMIN', 'u3'),
    );
    expect(viewer).toMatchObject({
      units: ['u1', 'u2'],
      audiences: ['EVERYONE', 'STEWARDS'],
      roles: ['UNIT_CLERK', 'UNIT_HEAD', 'SYSADMIN'],
      seesRestricted: false,
    });
  });
});

describe('roles', () => {
  it('have names in both languages', () => expect(Object.values(ROLES).filter((it) => !it.vi || !it.en)).toEqual([]));

  it('are told from other words', () => {
    expect(isRole('UNIT_CLERK')).toBe(true);
    expect(['unit_clerk', '', 'constructor'].some(isRole)).toBe(false);
  });

  it('appear in tables with their names, over a fixed reach', () => {
    expect(Object.values(by).filter((it) => it.label !== ROLES[it.role as Role])).toEqual([]);
    expect([by.unitClerk.over, by.officer.over, by.officeForLead.over, by.decider.over]).toEqual([
      'ownUnit',
      'otherUnits',
      'leadUnit',
      'anyUnit',
    ]);
  });

  it('that do not exist cannot be written in a table', () => {
    // @ts-expect-error there is no such role
    expect(by.mayor).toBeUndefined();
  });
});
