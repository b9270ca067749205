import { describe, expect, it } from '@jest/globals';
import { seededRandomness, SimulatedClock, systemClock, systemRandomness } from './index.js';

describe('a simulated clock', () => {
  it('stands still until it is told', () => {
    const clock = new SimulatedClock('2026-09-01T08:00:00+07:00');
    expect([clock.now(), clock.now()]).toEqual(['2026-09-01T01:00:00.000Z', '2026-09-01T01:00:00.000Z']);
    clock.tick(1);
    expect(clock.now()).toBe('2026-09-01T01:00:00.001Z');
    clock.moveTo('2026-12-31T17:00:00.000Z');
    expect(clock.now()).toBe('2026-12-31T17:00:00.000Z');
  });

  it.each(['2026-09-01T00:59:59.999Z', 'yesterday'])('never goes to %s', (to) => {
    const clock = new SimulatedClock('2026-09-01T01:00:00.000Z');
    expect(() => clock.moveTo(to)).toThrow(RangeError);
    expect(clock.now()).toBe('2026-09-01T01:00:00.000Z');
  });
});

describe('seeded randomness', () => {
  it('gives the same bytes for the same seed, and others each time', () => {
    const [a, b, other] = [seededRandomness('s'), seededRandomness('s'), seededRandomness('t')];
    const drawn = [a.bytes(12), a.bytes(70), a.bytes(12)];
    expect([b.bytes(12), b.bytes(70), b.bytes(12)]).toEqual(drawn);
    expect(drawn.map((it) => it.length)).toEqual([12, 70, 12]);
    expect(drawn[0]).not.toEqual(drawn[2]);
    expect(other.bytes(12)).not.toEqual(drawn[0]);
    expect(a.bytes(0)).toHaveLength(0);
  });
});

describe('the system’s sources', () => {
  it('tell an instant in UTC with milliseconds, and bytes', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(systemRandomness.bytes(32)).toHaveLength(32);
  });
});
