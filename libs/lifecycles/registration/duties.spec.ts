import { describe, expect, it } from '@jest/globals';
import type { Role } from '#identity';
import type { Lifecycle, Loaded } from '#kernel';
import { sentBy } from '#testing';
import type { RegistrationCommand } from './commands.js';
import type { RegistrationEvent } from './events.js';
import { registrationLifecycle } from './lifecycle.js';
import { campaign, drafted, model, policy, received, registration, submitted, unit } from './spec-support/scene.js';

const NOW = '2026-09-01T02:00:00.000Z';
const OWNER = 'unit-1';
const LEAD_UNIT = 'unit-lead';
const OFFICE = 'unit-office';
const table: Lifecycle = registrationLifecycle as never;

interface Asked {
  readonly past: readonly RegistrationEvent[];
  readonly role: Role;
  readonly from: string;
  /** The commands that the person sent before. */
  readonly did?: readonly string[];
  /** The commands that the person sent about the model. */
  readonly didToModel?: readonly string[];
  readonly caseUnit?: string;
}

/** What becomes of the command of a person with one role at one unit. */
function asked(
  command: RegistrationCommand['type'],
  { past, role, from, did = [], didToModel = [], caseUnit = OWNER }: Asked,
): string {
  const sent = (types: readonly string[]) => new Map(types.map((type) => [type, new Set(['person-1'])]));
  const target: Loaded = { ...registration('registration-1', past), participants: sent(did) };
  const reads = {
    campaign: campaign(),
    unit: unit(OWNER),
    model: { ...model(), participants: sent(didToModel) },
    other: registration('registration-2', received),
    similar: [],
  };
  const asks = { type: command, id: 'registration-1', outcome: 'DISMISSED' };
  return sentBy(table, target, asks, { role, unit: from, leadUnit: LEAD_UNIT, caseUnit }, { now: NOW, policy, reads });
}

describe('Who may handle a registration', () => {
  it('the head of the unit sends it; the clerk only drafts', () => {
    expect(asked('SubmitRegistration', { past: drafted, role: 'UNIT_HEAD', from: OWNER })).toBe('carried out');
    expect(asked('SubmitRegistration', { past: drafted, role: 'UNIT_CLERK', from: OWNER })).toBe('NOT_COMPETENT');
    expect(asked('SubmitRegistration', { past: drafted, role: 'UNIT_HEAD', from: 'unit-2' })).toBe('NOT_COMPETENT');
  });

  it('an officer of Home Affairs receives it and a leader accepts it', () => {
    expect(asked('ReceiveRegistration', { past: submitted, role: 'SNV_OFFICER', from: LEAD_UNIT })).toBe('carried out');
    expect(asked('AcceptRegistration', { past: received, role: 'SNV_LEADER', from: LEAD_UNIT })).toBe('carried out');
    expect(asked('AcceptRegistration', { past: received, role: 'SNV_OFFICER', from: LEAD_UNIT })).toBe('NOT_COMPETENT');
  });

  it.each(['ReceiveRegistration', 'ReturnRegistration', 'AcceptRegistration', 'RejectRegistration'] as const)(
    'whoever drafted or sent it never does %s',
    (command) => {
      const past = command === 'ReceiveRegistration' ? submitted : received;
      const role = command === 'ReceiveRegistration' || command === 'ReturnRegistration' ? 'SNV_OFFICER' : 'SNV_LEADER';
      for (const part of ['RegisterModel', 'ContinueModel', 'SubmitRegistration']) {
        expect(asked(command, { past, role, from: LEAD_UNIT, did: [part] })).toBe('DUTIES_NOT_SEPARATED');
      }
    },
  );

  it.each(['AcceptRegistration', 'RejectRegistration'] as const)(
    'nor does whoever brought the model forward %s',
    (command) => {
      for (const part of ['ProposeModel', 'NominateModel']) {
        expect(asked(command, { past: received, role: 'SNV_LEADER', from: LEAD_UNIT, didToModel: [part] })).toBe(
          'DUTIES_NOT_SEPARATED',
        );
      }
    },
  );

  it('whoever suspected a duplicate does not resolve it', () => {
    const past: readonly RegistrationEvent[] = [
      ...received,
      { type: 'DuplicateSuspected', data: { other: 'registration-2', ground: 'REPORTED' } },
    ];
    expect(asked('ResolveDuplicate', { past, role: 'SNV_LEADER', from: LEAD_UNIT, did: ['FlagDuplicate'] })).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(asked('ResolveDuplicate', { past, role: 'SNV_LEADER', from: LEAD_UNIT })).toBe('carried out');
  });

  it('Home Affairs’ own registration goes to the office of the People’s Committee', () => {
    const own = { past: received, caseUnit: LEAD_UNIT } as const;
    expect(asked('AcceptRegistration', { ...own, role: 'SNV_LEADER', from: LEAD_UNIT })).toBe('NOT_COMPETENT');
    expect(asked('AcceptRegistration', { ...own, role: 'VPUB', from: OFFICE })).toBe('carried out');
    expect(asked('AcceptRegistration', { past: received, role: 'VPUB', from: OFFICE })).toBe('NOT_COMPETENT');
  });
});
