import { describe, expect, it } from '@jest/globals';
import type { Role } from '#identity';
import { admit, isRefusal, type Lifecycle, type Loaded } from '#kernel';
import type { CommendationEvent } from './events.js';
import { commendationLifecycle } from './lifecycle.js';
import {
  dossier,
  draft,
  item,
  NOW,
  prepared,
  reads,
  untilDecided,
  untilDecision,
  untilReceived,
  untilSubmitted,
  untilVoted,
  WARD,
} from './spec-support/examples.js';

const LEAD = 'home-affairs';
const table: Lifecycle = commendationLifecycle as never;
type Name = keyof typeof commendationLifecycle.commands;

/** Asks the table whether a person may, given what that person did in the dossier before. */
function asked(
  command: Name,
  past: readonly CommendationEvent[],
  role: Role,
  unit: string,
  did: readonly Name[] = [],
  caseUnit?: string,
): string {
  const participants = new Map(did.map((type) => [type, new Set(['person-1'])]));
  const target: Loaded = {
    name: 'commendation',
    id: 'd',
    stream: 'commendation-d',
    state: dossier(past).state,
    revision: past.length - 1,
    participants,
  };
  const asker = {
    subject: 'person-1',
    grants: [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }],
    leadUnit: LEAD,
    now: NOW,
    occurredAt: NOW,
  };
  const row = commendationLifecycle.commands[command] as never;
  const concerned = [commendationLifecycle.unitOf(target.state as never, undefined) ?? []].flat();
  const admission = admit(
    table,
    command,
    row,
    { target, reads: reads() as never },
    asker,
    caseUnit === undefined ? concerned : [caseUnit],
  );
  return isRefusal(admission) ? admission.code : 'admitted';
}

describe('Tách bạch nhiệm vụ trong khen thưởng', () => {
  it.each(['PrepareDossier', 'SubmitDossier', 'ResubmitDossier', 'ReviseDossier'] as const)(
    'keeps whoever did %s from receiving, appraising and deciding',
    (part) => {
      expect(asked('ReceiveDossier', untilSubmitted, 'SNV_OFFICER', LEAD, [part])).toBe('DUTIES_NOT_SEPARATED');
      expect(asked('AppraiseDossier', untilReceived, 'SNV_OFFICER', LEAD, [part])).toBe('DUTIES_NOT_SEPARATED');
      expect(asked('DecideCommendation', untilDecision, 'UBND_DECIDER', 'city', [part])).toBe('DUTIES_NOT_SEPARATED');
    },
  );

  it('keeps the appraiser from submitting for decision, and both from deciding', () => {
    expect(asked('SubmitForDecision', untilVoted, 'SNV_LEADER', LEAD, ['AppraiseDossier'])).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(asked('SubmitForDecision', untilVoted, 'SNV_LEADER', LEAD)).toBe('admitted');
    expect(asked('DecideCommendation', untilDecision, 'UBND_DECIDER', 'city', ['AppraiseDossier'])).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(asked('DecideCommendation', untilDecision, 'UBND_DECIDER', 'city', ['SubmitForDecision'])).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(asked('DecideCommendation', untilDecision, 'UBND_DECIDER', 'city')).toBe('admitted');
  });

  it('keeps a head who drafted the dossier from granting it', () => {
    expect(asked('DecideAtUnit', [prepared()], 'UNIT_HEAD', WARD, ['PrepareDossier'])).toBe('DUTIES_NOT_SEPARATED');
    expect(asked('DecideAtUnit', [prepared()], 'UNIT_HEAD', WARD)).toBe('admitted');
  });

  it('lets Home Affairs enter a decision of the city, never take one', () => {
    expect(asked('EnterDecision', untilDecision, 'SNV_OFFICER', LEAD)).toBe('admitted');
    expect(asked('DecideCommendation', untilDecision, 'SNV_LEADER', LEAD)).toBe('NOT_COMPETENT');
  });

  it('gives Home Affairs’ own dossier into the hands of the office (A16)', () => {
    expect(asked('AppraiseDossier', untilReceived, 'SNV_OFFICER', LEAD, [], LEAD)).toBe('NOT_COMPETENT');
    expect(asked('AppraiseDossier', untilReceived, 'VPUB', 'office', [], LEAD)).toBe('admitted');
    expect(asked('AppraiseDossier', untilReceived, 'VPUB', 'office')).toBe('NOT_COMPETENT');
  });

  it('keeps a unit’s people from an official’s part in what that unit is to receive', () => {
    const forLead = prepared([item('a', draft({ kind: 'COLLECTIVE', collective: { unit: LEAD, name: 'Sở Nội vụ' } }))]);
    const past = [forLead, ...untilSubmitted.slice(1)];
    expect(asked('ReceiveDossier', past, 'SNV_OFFICER', LEAD)).not.toBe('admitted');
    expect(asked('ReceiveDossier', past, 'VPUB', 'office')).toBe('admitted');
    expect(asked('WithdrawDossier', past, 'UNIT_HEAD', LEAD)).toBe('NOT_PROPOSING_UNIT');
    expect(asked('WithdrawDossier', past, 'UNIT_HEAD', WARD)).toBe('admitted');
  });

  it('keeps proposers from placing and releasing holds', () => {
    for (const command of ['PlaceHold', 'ReleaseHold'] as const) {
      expect(asked(command, [prepared()], 'SNV_OFFICER', LEAD)).toBe('admitted');
      expect(asked(command, [prepared()], 'SNV_OFFICER', LEAD, ['PrepareDossier'])).toBe('DUTIES_NOT_SEPARATED');
    }
  });

  it('keeps supervisors and publishers from writing', () => {
    for (const role of ['MTTQ_SUPERVISOR', 'PUBLISHER', 'AUDITOR', 'SYSADMIN'] as const) {
      expect(asked('PublishDecision', untilDecided, role, 'elsewhere')).toBe('NOT_COMPETENT');
      expect(asked('CancelCommendation', untilDecided, role, 'elsewhere')).toBe('NOT_COMPETENT');
    }
  });
});
