import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#identity';
import { derivedId, personal, type Sealed } from '#kernel';
import type { AccessEvent } from './events.js';
import { accessLifecycle } from './lifecycle.js';
import {
  byHead,
  commands,
  delegated,
  EARLIER,
  givenAccess,
  granted,
  LATER,
  NOW,
  registered,
  stateOf,
  told,
  type PastAccess,
} from './spec-support/examples.js';

const newId = (label: string): string => derivedId('access-dossier-1', 'command-1', label);

describe('every command of access', () => {
  const { id: _id, type: _type, ...passed } = commands.GrantDelegation;
  it.each<[keyof typeof commands, readonly PastAccess[], AccessEvent, readonly string[]]>([
    [
      'RegisterSubject',
      [],
      { type: 'SubjectRegistered', data: { name: personal('dossier-1', 'Trần Thị Lan\nTrưởng phòng') } },
      [],
    ],
    [
      'GrantRole',
      registered,
      { type: 'RoleGranted', data: { grant: newId('grant'), role: 'UNIT_HEAD', unit: 'u1' } },
      ['notForOneself', 'endsAfterItBegins', 'unitOperates', 'roleIsFree'],
    ],
    [
      'EndRole',
      [...registered, granted()],
      { type: 'RoleEnded', data: { grant: 'g1' } },
      ['holdsRole', 'endsRoleHeld'],
    ],
    [
      'GrantDelegation',
      registered,
      { type: 'DelegationGranted', data: { delegation: newId('delegation'), ...passed } },
      ['notForOneself', 'delegatesInPerson', 'endsAfterItBegins', 'delegatesPowerHeld'],
    ],
    [
      'RevokeDelegation',
      [...registered, delegated()],
      { type: 'DelegationRevoked', data: { delegation: 'd1' } },
      ['holdsRevocable', 'revokesDelegationHeld'],
    ],
  ])('%s is carried out, and tells what it looked at', (type, past, event, rules) => {
    const result = givenAccess(past).when(commands[type], byHead);
    expect(result).toMatchObject({ events: [event], refusal: undefined, status: 'registered' });
    expect(result.rules).toEqual(expect.arrayContaining([...rules]));
  });

  it.each(Object.values(commands))('$type does not start from the other state', (command) => {
    const past = command.type === 'RegisterSubject' ? registered : [];
    const code = past.length === 0 ? 'NOT_FOUND' : 'TRANSITION_NOT_ALLOWED';
    expect(givenAccess(past).when(command, byHead).refusal?.code).toBe(code);
  });
});

describe('a subject', () => {
  it('is the person: whoever is known by another identity is not registered under this one', () => {
    const name: Sealed = { person: 'p7', keyId: 'k', iv: '', ct: '', tag: '' };
    const { events, refusal } = givenAccess([]).when({ ...commands.RegisterSubject, name });
    expect([events, refusal?.code, refusal?.path]).toEqual([[], 'SUBJECT_NAMED_BY_ID', ['name']]);
  });

  it('is known by the id of its own stream', () => {
    expect(stateOf()).toMatchObject({ status: 'registered', subject: 'dossier-1' });
  });
});

describe('a power', () => {
  const role = { type: 'RoleGranted', data: { grant: 'g1', role: 'UNIT_HEAD', unit: 'u1' } } as const;
  it.each([
    ['from now, where no day is named', undefined, NOW],
    ['from now, though an earlier day is named', EARLIER, NOW],
    ['from the later day that is named', LATER, LATER],
  ])('holds %s', (_, effectiveFrom, from) => {
    expect(stateOf(told(role, NOW, { effectiveFrom, occurredAt: EARLIER }))).toMatchObject({ roles: [{ from }] });
  });

  it('is not delegated backwards either', () => {
    const state = stateOf(
      told(
        {
          type: 'DelegationGranted',
          data: { delegation: 'd1', delegator: 's9', role: 'UNIT_HEAD', unit: 'u1', to: LATER, capacity: 'KT' },
        },
        NOW,
        { effectiveFrom: EARLIER },
      ),
    );
    expect(state).toMatchObject({ delegations: [{ from: NOW }] });
  });

  it.each([
    ['on the day that is named, past or to come', EARLIER, EARLIER],
    ['when the office was left, where none is named', undefined, '2026-08-20T00:00:00.000Z'],
  ])('that is a role ends %s', (_, effectiveFrom, to) => {
    const end = told({ type: 'RoleEnded', data: { grant: 'g1' } }, NOW, {
      effectiveFrom,
      occurredAt: '2026-08-20T00:00:00.000Z',
    });
    expect(stateOf(granted(), end)).toMatchObject({ roles: [{ to }] });
  });

  it('is revoked from now on, and never prolonged by it', () => {
    const revoked = (effectiveFrom: string): PastAccess =>
      told({ type: 'DelegationRevoked', data: { delegation: 'd1' } }, NOW, { effectiveFrom });
    expect(stateOf(delegated(), revoked(EARLIER))).toMatchObject({ delegations: [{ to: NOW }] });
    expect(stateOf(delegated({ to: NOW }), revoked(LATER))).toMatchObject({ delegations: [{ to: NOW }] });
  });

  it('is a dated fact; a registration alone is a step', () => {
    expect(Object.values(accessLifecycle.events).map(({ kind }) => kind)).toEqual([
      'step',
      'datedFact',
      'datedFact',
      'datedFact',
      'datedFact',
    ]);
  });
});

describe('who may', () => {
  it('delegate is anybody who can hold a power; the system cannot', () => {
    const roles = accessLifecycle.commands.GrantDelegation.by.map((it) => it.role);
    expect(roles).toEqual(Object.keys(ROLES).filter((it) => it !== 'SYSTEM'));
  });

  it('grant a role is the administrator, or the system for the first one', () => {
    expect(accessLifecycle.commands.GrantRole.by.map((it) => it.role)).toEqual(['SYSADMIN', 'SYSTEM']);
  });
});
