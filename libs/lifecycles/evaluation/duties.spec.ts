import { describe, expect, it } from '@jest/globals';
import type { Lifecycle, Loaded } from '#kernel';
import type { Role } from '#identity';
import { loaded, sentBy, type Past } from '#testing';
import type { EvaluationCommand } from './commands.js';
import type { EvaluationEvent } from './events.js';
import { evaluationFold } from './state.js';
import { evaluationLifecycle } from './lifecycle.js';
import {
  allScored,
  around,
  evaluation,
  JUDGES,
  LEAD_UNIT,
  OFFICE,
  OWNER,
  planned,
  POLICY,
  registration,
  selfEvaluated,
  untilConcluded,
} from './spec-support/examples.js';

const NOW = '2026-09-01T02:00:00.000Z';
const id = 'e';
const lodged: EvaluationEvent = { type: 'ObjectionLodged', data: { dueAt: '2026-09-11T17:00:00.000Z' } };
const conclude: EvaluationCommand = { type: 'ConcludeEvaluation', id };

type Did = Readonly<Record<string, readonly string[]>>;
const table: Lifecycle = evaluationLifecycle as never;

/** What becomes of a person's command, given who did what in the dossier before; `registration` names who sent that. */
function asked(
  command: EvaluationCommand,
  past: readonly Past<EvaluationEvent>[],
  role: Role,
  unit: string,
  did: Did = {},
  caseUnit = OWNER,
): string {
  const participants = new Map(Object.entries(did).map(([type, subjects]) => [type, new Set(subjects)]));
  const target: Loaded = loaded(evaluationFold, id, evaluation(past).state, { participants });
  const reads = { ...around(), registration: registration(undefined, did['registration'] ?? []) };
  return sentBy(
    table,
    target,
    command,
    { role, unit, leadUnit: LEAD_UNIT, caseUnit },
    { now: NOW, policy: POLICY, reads },
  );
}

describe('Tách bạch nhiệm vụ trong đánh giá', () => {
  it('lets a leader conclude who had no other part in the dossier', () => {
    expect(asked(conclude, allScored, 'SNV_LEADER', LEAD_UNIT)).toBe('carried out');
  });

  it.each(['SubmitScore', 'ModerateScores', 'SubmitSelfEvaluation', 'registration'])(
    'keeps whoever did %s from concluding',
    (part) => {
      expect(asked(conclude, allScored, 'SNV_LEADER', LEAD_UNIT, { [part]: ['person-1'] })).toBe(
        'DUTIES_NOT_SEPARATED',
      );
    },
  );

  it.each(['DismissObjection', 'UpholdObjection'] as const)(
    'keeps whoever concluded from answering the objection by %s',
    (type) => {
      const past = [...untilConcluded, lodged];
      for (const part of [
        'ConcludeEvaluation',
        'ModerateScores',
        'SubmitScore',
        'LodgeObjection',
        'SubmitSelfEvaluation',
        'registration',
      ]) {
        const did = { [part]: ['person-1'] };
        expect(asked({ type, id }, past, 'SNV_LEADER', LEAD_UNIT, did)).toBe('DUTIES_NOT_SEPARATED');
      }
      const did = { ConcludeEvaluation: ['person-2'] };
      expect(asked({ type, id }, past, 'SNV_LEADER', LEAD_UNIT, did)).toBe('carried out');
    },
  );

  it.each<[EvaluationCommand, readonly Past<EvaluationEvent>[], Role]>([
    [
      { type: 'AppointPanel', id, members: JUDGES.map((subject) => ({ subject, lead: subject === 'judge-3' })) },
      [planned(), selfEvaluated],
      'SNV_LEADER',
    ],
    [
      { type: 'ModerateScores', id, adjustments: [{ subject: 'judge-1', criterion: 'effect', points: 30 }] },
      allScored,
      'SNV_OFFICER',
    ],
    [{ type: 'ReturnSelfEvaluation', id }, [planned(), selfEvaluated], 'SNV_OFFICER'],
  ])('keeps whoever’s own work is judged from %p', (command, past, role) => {
    for (const part of ['SubmitSelfEvaluation', 'registration'])
      expect(asked(command, past, role, LEAD_UNIT, { [part]: ['person-1'] })).toBe('DUTIES_NOT_SEPARATED');
    expect(asked(command, past, role, LEAD_UNIT)).toBe('carried out');
  });

  it('gives Home Affairs’ own model into the hands of the office', () => {
    expect(asked(conclude, allScored, 'SNV_LEADER', LEAD_UNIT, {}, LEAD_UNIT)).toBe('NOT_COMPETENT');
    expect(asked(conclude, allScored, 'VPUB', OFFICE, {}, LEAD_UNIT)).toBe('carried out');
    expect(asked(conclude, allScored, 'VPUB', OFFICE)).toBe('NOT_COMPETENT');
  });

  it('lets only the own head object', () => {
    const lodge: EvaluationCommand = { type: 'LodgeObjection', id };
    expect(asked(lodge, untilConcluded, 'UNIT_HEAD', OWNER)).toBe('carried out');
    expect(asked(lodge, untilConcluded, 'UNIT_HEAD', 'ward-2')).toBe('NOT_COMPETENT');
  });
});
