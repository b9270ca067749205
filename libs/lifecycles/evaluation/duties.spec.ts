import { describe, expect, it } from '@jest/globals';
import { localDateOf } from '#calendar';
import { carryOut, caseOf, competentActor, isRefusal, type Lifecycle, type Loaded, type Matter } from '#kernel';
import type { Role } from '#identity';
import { loaded, type Past } from '#testing';
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
  const matter: Matter = {
    lifecycle: table,
    type: command.type,
    row: evaluationLifecycle.commands[command.type] as never,
  };
  const grants = [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }];
  const asker = { subject: 'person-1', grants, leadUnit: LEAD_UNIT, now: NOW, occurredAt: NOW };
  const actor = competentActor(matter, asker, [caseUnit]);
  if (isRefusal(actor)) return actor.code;
  const participants = new Map(Object.entries(did).map(([type, subjects]) => [type, new Set(subjects)]));
  const target: Loaded = loaded(evaluationFold, id, evaluation(past).state, { participants });
  const registered = registration(undefined, did['registration'] ?? []);
  const reads = { ...around(), registration: registered } as never;
  const carried = carryOut({
    matter,
    it: { ...caseOf(target), reads, others: [registered as Loaded] },
    request: { commandId: 'c', lifecycle: 'evaluation', command, subject: 'person-1', reason: 'Có lý do' },
    actor,
    grants,
    policy: { hash: 'policy', content: POLICY, period: { from: '2026-01-01', to: '2030-12-31' } },
    now: NOW,
    localDate: localDateOf,
  });
  return isRefusal(carried) ? carried.code : 'carried out';
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
