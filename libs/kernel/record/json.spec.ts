import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, contentHash } from '../index.js';

describe('canonical JSON (RFC 8785)', () => {
  it('spells numbers, strings and literals as the RFC’s sample', () => {
    const sample: unknown = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    );
    expect(canonical(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('orders keys by their UTF-16 units as the RFC’s sample', () => {
    const names = { '\u20ac': 5, '\r': 1, '\ufb33': 7, '1': 2, '\ud83d\ude00': 6, '\u0080': 3, '\u00f6': 4 };
    expect([...canonical(names).matchAll(/:(\d)/g)].map((it) => it[1])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it.each([
    [-0, '0'],
    [1e21, '1e+21'],
    [9007199254740992, '9007199254740992'],
    [5e-324, '5e-324'],
  ])('spells %p as %s', (value, text) => expect(canonical(value)).toBe(text));

  it('leaves out what is undefined', () => expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}'));

  it.each([
    ['not a number', NaN],
    ['infinity', Infinity],
    ['undefined', undefined],
    ['a function', (): void => undefined],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow();
    expect(() => contentHash(value)).toThrow();
  });

  it('says the same whatever the order of the keys, and stays the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      }),
    );
  });

  it('hashes the canonical bytes', () => {
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(contentHash({ b: 'Huế', a: 1 })).toBe(contentHash({ a: 1, b: 'Huế' }));
  });
});
