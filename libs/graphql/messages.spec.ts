import { describe, expect, it } from '@jest/globals';
import { edgeRefusals, preferredLanguage, RefusedRead, say, sliceOf, userErrorOf } from './index.js';
import { refusals } from '#kernel';

describe('the preferred language', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['*', 'vi'],
    ['fr', 'vi'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['vi,en;q=0.9', 'vi'],
    ['en,vi;q=0.9', 'en'],
    ['en;q=0.5,vi;q=0.8', 'vi'],
    ['en; q=0.8, vi; q=0.5', 'en'],
    ['en;q=0', 'vi'],
    ['fr, en;q=0.1', 'en'],
    ['vi,en', 'vi'],
    ['en;q=nonsense', 'vi'],
    ['english', 'vi'],
  ] as const)('of %p is %s', (header, language) => expect(preferredLanguage(header)).toBe(language));

  it('chooses the sentence', () =>
    expect([say({ vi: 'có', en: 'yes' }, 'vi'), say({ vi: 'có', en: 'yes' }, 'en')]).toEqual(['có', 'yes']));
});

describe('the part of a list that is asked for', () => {
  it.each([
    [{}, { first: 20 }],
    [{ first: 5 }, { first: 5 }],
    [
      { first: 100, after: 'c' },
      { first: 100, after: 'c' },
    ],
    [{ after: 'c' }, { first: 20, after: 'c' }],
    [{ last: 1 }, { last: 1 }],
    [
      { last: 3, before: 'c' },
      { last: 3, before: 'c' },
    ],
    [{ before: 'c' }, { last: 20, before: 'c' }],
    [{ first: null, after: null, last: 2 }, { last: 2 }],
  ])('%j is %j', (args, slice) => expect(sliceOf(args as object)).toEqual(slice));

  it.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { last: 0 },
    { last: 101 },
    { first: 1, last: 1 },
    { first: 1, before: 'c' },
    { last: 1, after: 'c' },
    { after: 'a', before: 'b' },
  ])('%j is refused', (args) => {
    expect(() => sliceOf(args)).toThrow(RefusedRead);
    expect(() => sliceOf(args)).toThrow('PAGE_INVALID');
  });
});

describe('a refusal in the API', () => {
  it.each([
    [
      refusals.revisionConflict({ expected: 3, actual: 5 }, ['expectedRevision']),
      { expected: 3, actual: 5, path: ['expectedRevision'] },
      'ConcurrencyConflict',
    ],
    [refusals.transitionNotAllowed({ status: 'sent' }), { state: 'sent', path: [] }, 'TransitionNotAllowed'],
    [edgeRefusals.textEmpty({ field: 'title' }, ['input', 'title']), { path: ['input', 'title'] }, 'InvalidInput'],
    [refusals.notCompetent(), { path: [] }, 'RuleRefusal'],
  ])('%# has a type of its own and speaks the reader’s language', (refusal, fields, type) => {
    const error = userErrorOf(refusal, 'en');
    expect(error).toMatchObject({ ...fields, code: refusal.code, message: refusal.message.en });
    expect(error.constructor.name).toBe(type);
    expect(userErrorOf(refusal, 'vi').message).toBe(refusal.message.vi);
  });
});
