import { describe, expect, it } from '@jest/globals';
import { admit, isRefusal, type Lifecycle, type Loaded } from '#kernel';
import type { Role } from '#identity';
import type { EvaluationEvent } from './events.js';
import { evaluationLifecycle } from './lifecycle.js';
import {
  allScored,
  around,
  evaluation,
  LEAD_UNIT,
  model,
  OFFICE,
  OWNER,
  planned,
  registration,
  selfEvaluated,
  untilConcluded,
} from './spec-support/examples.js';

const NOW = '2026-09-01T02:00:00.000Z';
const lodged: EvaluationEvent = { type: 'ObjectionLodged', data: { lodgedAt: NOW, dueAt: '2026-09-11T17:00:00.000Z' } };

type Did = Readonly<Record<string, readonly string[]>>;
const table: Lifecycle = evaluationLifecycle as never;

/** Asks the table whether a person may, given who did what in the dossier before; `registration` names who sent that. */
function asked(
  command: keyof typeof evaluationLifecycle.commands,
  past: readonly EvaluationEvent[],
  role: Role,
  unit: string,
  did: Did = {},
  caseUnit = OWNER,
): string {
  const participants = new Map(Object.entries(did).map(([type, subjects]) => [type, new Set(subjects)]));
  const target: Loaded = {
    name: 'evaluation',
    id: 'e',
    stream: 'evaluation-e',
    state: evaluation(past).state,
    revision: past.length - 1,
    participants,
  };
  const asker = {
    subject: 'person-1',
    grants: [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }],
    leadUnit: LEAD_UNIT,
    now: NOW,
    occurredAt: NOW,
  };
  const reads = { ...around(), registration: registration(undefined, did['registration'] ?? []), model: model() };
  const admission = admit(
    table,
    command,
    evaluationLifecycle.commands[command] as never,
    { target, reads: reads as never },
    asker,
    [caseUnit],
  );
  return isRefusal(admission) ? admission.code : 'admitted';
}

describe('Tách bạch nhiệm vụ trong đánh giá', () => {
  it('lets a leader conclude who had no other part in the dossier', () => {
    expect(asked('ConcludeEvaluation', allScored, 'SNV_LEADER', LEAD_UNIT)).toBe('admitted');
  });

  it.each(['SubmitScore', 'ModerateScores', 'SubmitSelfEvaluation', 'registration'])(
    'keeps whoever did %s from concluding',
    (part) => {
      expect(asked('ConcludeEvaluation', allScored, 'SNV_LEADER', LEAD_UNIT, { [part]: ['person-1'] })).toBe(
        'DUTIES_NOT_SEPARATED',
      );
    },
  );

  it.each(['DismissObjection', 'UpholdObjection'] as const)(
    'keeps whoever concluded from answering the objection by %s',
    (command) => {
      const past = [...untilConcluded, lodged];
      for (const part of [
        'ConcludeEvaluation',
        'ModerateScores',
        'SubmitScore',
        'LodgeObjection',
        'SubmitSelfEvaluation',
        'registration',
      ]) {
        expect(asked(command, past, 'SNV_LEADER', LEAD_UNIT, { [part]: ['person-1'] })).toBe('DUTIES_NOT_SEPARATED');
      }
      expect(asked(command, past, 'SNV_LEADER', LEAD_UNIT, { ConcludeEvaluation: ['person-2'] })).toBe('admitted');
    },
  );

  it.each([
    ['AppointPanel', [planned(), selfEvaluated], 'SNV_LEADER'],
    ['ModerateScores', allScored, 'SNV_OFFICER'],
    ['ReturnSelfEvaluation', [planned(), selfEvaluated], 'SNV_OFFICER'],
  ] as const)('keeps whoever’s own work is judged from %s', (command, past, role) => {
    for (const part of ['SubmitSelfEvaluation', 'registration'])
      expect(asked(command, past, role, LEAD_UNIT, { [part]: ['person-1'] })).toBe('DUTIES_NOT_SEPARATED');
    expect(asked(command, past, role, LEAD_UNIT)).toBe('admitted');
  });

  it('gives Home Affairs’ own model into the hands of the office', () => {
    expect(asked('ConcludeEvaluation', allScored, 'SNV_LEADER', LEAD_UNIT, {}, LEAD_UNIT)).toBe('NOT_COMPETENT');
    expect(asked('ConcludeEvaluation', allScored, 'VPUB', OFFICE, {}, LEAD_UNIT)).toBe('admitted');
    expect(asked('ConcludeEvaluation', allScored, 'VPUB', OFFICE)).toBe('NOT_COMPETENT');
  });

  it('lets only the own head object', () => {
    expect(asked('LodgeObjection', untilConcluded, 'UNIT_HEAD', OWNER)).toBe('admitted');
    expect(asked('LodgeObjection', untilConcluded, 'UNIT_HEAD', 'ward-2')).toBe('NOT_COMPETENT');
  });
});
