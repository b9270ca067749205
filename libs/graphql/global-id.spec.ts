import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromGlobalId, toGlobalId } from './index.js';

describe('a global id', () => {
  it('is stable for ever', () =>
    expect(toGlobalId('Plan', 'e01b7a63-cfdc-5966-8635-8f4fcc27b557')).toBe(
      'UGxhbjplMDFiN2E2My1jZmRjLTU5NjYtODYzNS04ZjRmY2MyN2I1NTc',
    ));

  it('says its type and the bare id', () => {
    const type = fc.stringMatching(/^[A-Z][A-Za-z]{0,30}$/);
    const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[\w-]{1,40}$/));
    fc.assert(fc.property(type, id, (t, i) => expect(fromGlobalId(toGlobalId(t, i))).toEqual({ type: t, id: i })));
  });

  it('is told from anything else, without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = fromGlobalId(text);
        if (found) expect(toGlobalId(found.type, found.id).startsWith(text.slice(0, 2))).toBe(true);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a bare UUID', 'e01b7a63-cfdc-5966-8635-8f4fcc27b557'],
    ['no type', toGlobalId('', 'x')],
    ['no id', toGlobalId('Plan', '')],
    ['one colon too many', toGlobalId('Plan', 'a:b')],
    ['an id that is a path', toGlobalId('Plan', '../x')],
    ['an id with a space', toGlobalId('Plan', 'a b')],
    ['something very long', toGlobalId('Plan', 'a'.repeat(300))],
    ['not base64url', 'UGxhbjp4+/=='],
  ])('is not %s', (_, text) => expect(fromGlobalId(text)).toBeUndefined());
});
