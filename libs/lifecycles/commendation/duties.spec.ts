import { describe, expect, it } from '@jest/globals';
import type { Role } from '#identity';
import type { DocumentRef, Lifecycle, Loaded } from '#kernel';
import { loaded, sentBy, type Past } from '#testing';
import type { CommendationCommand } from './commands.js';
import type { CommendationEvent } from './events.js';
import { commendationFold } from './evolve.js';
import { commendationLifecycle } from './lifecycle.js';
import {
  dossier,
  draft,
  item,
  ITEMS,
  NOW,
  POLICY,
  prepared,
  QD,
  reads,
  team,
  TTR,
  UNIT_QD,
  untilDecided,
  untilDecision,
  untilReceived,
  untilSubmitted,
  untilVoted,
  WARD,
} from './spec-support/examples.js';

const LEAD = 'home-affairs';
const table: Lifecycle = commendationLifecycle as never;
const id = 'd';
const ids = ITEMS.map((it) => it.item);
const decisions = ids.map((it) => ({ item: it, outcome: 'GRANTED' as const }));

/** One sound command of each kind, and the paper that it rests on. */
const SENT = {
  WithdrawDossier: [{ type: 'WithdrawDossier', id }],
  ReceiveDossier: [{ type: 'ReceiveDossier', id }],
  AppraiseDossier: [
    { type: 'AppraiseDossier', id, findings: ids.map((it) => ({ item: it, eligible: true, checks: [] })) },
  ],
  SubmitForDecision: [{ type: 'SubmitForDecision', id }, TTR],
  DecideCommendation: [{ type: 'DecideCommendation', id, decisions }, QD],
  EnterDecision: [{ type: 'EnterDecision', id, decisions, decidedBy: 'Chủ tịch UBND thành phố' }, QD],
  DecideAtUnit: [{ type: 'DecideAtUnit', id }, UNIT_QD],
  PublishDecision: [{ type: 'PublishDecision', id }],
  CancelCommendation: [{ type: 'CancelCommendation', id, item: 'a', ground: 'FRAUD' }, QD],
} as const satisfies Record<string, readonly [CommendationCommand, DocumentRef?]>;

/** What becomes of a person's command, given what that person did in the dossier before. */
function asked(
  name: keyof typeof SENT,
  past: readonly Past<CommendationEvent>[],
  role: Role,
  unit: string,
  did: readonly string[] = [],
  caseUnit?: string,
): string {
  const [command, document] = SENT[name] as readonly [CommendationCommand, DocumentRef?];
  const participants = new Map(did.map((type) => [type, new Set(['person-1'])]));
  const target: Loaded = loaded(commendationFold, id, dossier(past).state, { participants });
  const sender = { role, unit, leadUnit: LEAD, ...(caseUnit !== undefined && { caseUnit }) };
  return sentBy(table, target, command, sender, {
    now: NOW,
    policy: POLICY,
    reads: reads(),
    ...(document && { document }),
  });
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
    expect(asked('SubmitForDecision', untilVoted, 'SNV_LEADER', LEAD)).toBe('carried out');
    expect(asked('DecideCommendation', untilDecision, 'UBND_DECIDER', 'city', ['AppraiseDossier'])).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(asked('DecideCommendation', untilDecision, 'UBND_DECIDER', 'city', ['SubmitForDecision'])).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(asked('DecideCommendation', untilDecision, 'UBND_DECIDER', 'city')).toBe('carried out');
  });

  it('keeps a head who drafted the dossier from granting it', () => {
    const own = [prepared([item('a', draft(team, 'model-1', 'CERTIFICATE_OF_COMMENDATION'))])];
    expect(asked('DecideAtUnit', own, 'UNIT_HEAD', WARD, ['PrepareDossier'])).toBe('DUTIES_NOT_SEPARATED');
    expect(asked('DecideAtUnit', own, 'UNIT_HEAD', WARD)).toBe('carried out');
  });

  it('lets Home Affairs enter a decision of the city, never take one', () => {
    expect(asked('EnterDecision', untilDecision, 'SNV_OFFICER', LEAD)).toBe('carried out');
    expect(asked('DecideCommendation', untilDecision, 'SNV_LEADER', LEAD)).toBe('NOT_COMPETENT');
  });

  it('gives Home Affairs’ own dossier into the hands of the office (A16)', () => {
    expect(asked('AppraiseDossier', untilReceived, 'SNV_OFFICER', LEAD, [], LEAD)).toBe('NOT_COMPETENT');
    expect(asked('AppraiseDossier', untilReceived, 'VPUB', 'office', [], LEAD)).toBe('carried out');
    expect(asked('AppraiseDossier', untilReceived, 'VPUB', 'office')).toBe('NOT_COMPETENT');
  });

  it('keeps a unit’s people from an official’s part in what that unit is to receive', () => {
    const forLead = prepared([
      { ...item('a', draft(team)), recipient: { kind: 'COLLECTIVE', collective: { unit: LEAD, name: 'Sở Nội vụ' } } },
    ]);
    const past = [forLead, ...untilSubmitted.slice(1)];
    expect(asked('ReceiveDossier', past, 'SNV_OFFICER', LEAD)).not.toBe('carried out');
    expect(asked('ReceiveDossier', past, 'VPUB', 'office')).toBe('carried out');
    expect(asked('WithdrawDossier', past, 'UNIT_HEAD', LEAD)).toBe('NOT_PROPOSING_UNIT');
    expect(asked('WithdrawDossier', past, 'UNIT_HEAD', WARD)).toBe('carried out');
  });

  it('keeps supervisors and publishers from writing', () => {
    for (const role of ['MTTQ_SUPERVISOR', 'PUBLISHER', 'AUDITOR', 'SYSADMIN'] as const) {
      expect(asked('PublishDecision', untilDecided, role, 'elsewhere')).toBe('NOT_COMPETENT');
      expect(asked('CancelCommendation', untilDecided, role, 'elsewhere')).toBe('NOT_COMPETENT');
    }
  });
});
