import { describe, expect, it } from '@jest/globals';
import { startOf } from '#calendar';
import { given } from '#testing';
import type { OutreachEvent } from './events.js';
import { outreachLifecycle } from './lifecycle.js';

const planned: OutreachEvent = {
  type: 'OutreachPlanned',
  data: {
    campaign: 'c',
    unit: 'u',
    year: 2026,
    topic: 'Dịch vụ công trực tuyến',
    day: '2026-09-10',
    place: 'Nhà văn hóa',
    dueAt: startOf('2026-09-12'),
  },
};
const held = { type: 'RecordOutreachHeld', id: 'x', attendance: 120 } as const;

describe('an outreach activity', () => {
  it('is recorded as held on its day', () => {
    const result = given(outreachLifecycle, [planned]).when(held, { now: startOf('2026-09-10') });
    expect(result.events).toEqual([{ type: 'OutreachHeld', data: { attendance: 120 } }]);
    expect(result.status).toBe('held');
  });

  it('is not recorded as held the day before', () => {
    const result = given(outreachLifecycle, [planned]).when(held, { now: startOf('2026-09-09') });
    expect(result.refusal?.message.vi).toBe(
      'Buổi tuyên truyền dự kiến ngày 2026-09-10 chưa diễn ra nên chưa thể ghi nhận.',
    );
  });

  it('is not cancelled once it was held', () => {
    const past: readonly OutreachEvent[] = [planned, { type: 'OutreachHeld', data: { attendance: 120 } }];
    expect(given(outreachLifecycle, past).when({ type: 'CancelOutreach', id: 'x' }).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});
