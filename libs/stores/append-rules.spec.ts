import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ActualRevision, ExpectedRevision } from '#kernel';
import { judge } from './append-rules.js';
import { event } from './spec-support/samples.js';

const few = fc.constantFrom('a', 'b', 'c');
const expectation = fc.oneof(
  fc.constant<ExpectedRevision>('noStream'),
  fc.constant<ExpectedRevision>('any'),
  fc.nat(6),
);

describe('The rule of appending', () => {
  const verdict = (stream: readonly string[], expected: ExpectedRevision, batch: readonly string[]) => {
    const actual: ActualRevision = stream.length === 0 ? 'noStream' : stream.length - 1;
    const eventAt = (_: string, revision: number) =>
      stream.slice(revision, revision + 1).map((eventId) => ({ eventId }))[0];
    const append = { stream: 's', expected, events: batch.map((id) => event(id)) };
    return judge(append, { last: () => actual, eventAt });
  };

  it('holds for every stream, belief and batch', () => {
    fc.assert(
      fc.property(fc.array(few), expectation, fc.uniqueArray(few, { minLength: 1 }), (stream, expected, batch) => {
        const { kind } = verdict(stream, expected, batch);
        if (expected === 'any') return expect(kind).toBe('append');
        const before = expected === 'noStream' ? 0 : expected + 1;
        if (before === stream.length) return expect(kind).toBe('append');
        const standing = stream.slice(before, before + batch.length);
        const isRepeat = before < stream.length && standing.join() === batch.join();
        return expect(kind).toBe(isRepeat ? 'repeat' : 'conflict');
      }),
      { numRuns: 5_000 },
    );
  });

  it('says where the events go, and where a repeat stands', () => {
    const part = { stream: 's', events: [event('a')] };
    expect(verdict([], 'noStream', ['a'])).toEqual({ kind: 'append', parts: [{ ...part, after: -1 }] });
    expect(verdict(['a', 'b'], 'any', ['a'])).toEqual({ kind: 'append', parts: [{ ...part, after: 1 }] });
    expect(verdict(['a', 'b', 'c'], 0, ['b', 'c'])).toEqual({ kind: 'repeat', revision: 2, last: { eventId: 'c' } });
  });
});
