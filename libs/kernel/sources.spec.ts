import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId } from './index.js';

describe('derived identifiers', () => {
  it.each([
    [['plan', 'c1', 'u1', 2026], 'e01b7a63-cfdc-5966-8635-8f4fcc27b557'],
    [['unit', '19789'], '319fddea-97ad-52cd-8f6b-2253b4c624d6'],
    [['Huế'], '9749c330-0855-5d6f-9ea6-5576741aade6'],
  ])('are for ever: %p', (parts, id) => expect(derivedId(...parts)).toBe(id));

  it('are UUIDs of version 5', () =>
    expect(derivedId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

  it('tell parts apart however they are joined', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(derivedId('1')).not.toBe(derivedId(1));
  });

  it('are the same for the same parts and no others', () => {
    const parts = fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(derivedId(...a) === derivedId(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
