import { describe, expect, it } from '@jest/globals';
import { isRefusal, type DecideContext } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import { membersMaySit, seatMayBeFreed, successorMaySit, type Appointing } from './seats.js';
import { allScored, around, evaluation, judge, OFFICE, recusal, untilScoring } from './spec-support/examples.js';
import type { ExistingEvaluation } from './state.js';

const NOW = '2026-09-01T02:00:00.000Z';
const context = { now: NOW, occurredAt: NOW } as DecideContext<CampaignPolicy>;
const id = 'evaluation-1';
const replace = { type: 'ReplacePanelist', id, subject: 'judge-3', by: 'judge-4' } as const;
const at = (past: Parameters<typeof evaluation>[0]) => evaluation(past).state as ExistingEvaluation;
const reads = (...members: readonly ReturnType<typeof judge>[]) => around({ members }) as unknown as Appointing;

describe('Căn cứ ghi lại khi lập và thay đổi tổ thẩm định', () => {
  it('are the seats with the units they rest on, and no names', () => {
    const members = [
      { subject: 'judge-1', lead: false },
      { subject: 'judge-3', lead: true },
    ];
    const found = membersMaySit.checkContent(
      { type: 'AppointPanel', id, members },
      at(untilScoring),
      reads(judge('judge-1', 'unit-a'), judge('judge-3', OFFICE)),
      context,
    );
    expect(found).toEqual({
      seats: [
        { subject: 'judge-1', unit: 'unit-a', lead: false },
        { subject: 'judge-3', unit: OFFICE, lead: true },
      ],
    });
  });

  it('are why a seat is free', () => {
    const tied = judge('judge-3', OFFICE, [{ unit: 'ward-1', from: '2026-08-28T00:00:00.000Z' }]);
    const because = (past: Parameters<typeof evaluation>[0], member = judge('judge-3', OFFICE)) => {
      const found = seatMayBeFreed.checkContent(replace, at(past), reads(member), context);
      return isRefusal(found) ? found.code : found;
    };
    expect(because(untilScoring)).toEqual({ subject: 'judge-3', because: 'HAS_NOT_SCORED' });
    expect(because([...allScored, recusal('judge-3')])).toEqual({ subject: 'judge-3', because: 'RECUSED' });
    expect(because(allScored, tied)).toEqual({ subject: 'judge-3', because: 'CONFLICT', conflict: 'UNIT' });
    expect(because(allScored)).toBe('PANELIST_HAS_SCORED');
  });

  it('are the seat that the successor takes over, the lead with it', () => {
    const found = successorMaySit.checkContent(replace, at(untilScoring), reads(judge('judge-4', 'unit-d')), context);
    expect(found).toEqual({ subject: 'judge-4', unit: 'unit-d', lead: true });
  });
});
