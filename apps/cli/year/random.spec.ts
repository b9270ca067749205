import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawFrom } from './random.js';

describe('The generator of the demonstration', () => {
  it('gives the same series for the same name, on every machine', () => {
    const series = (name: string): readonly number[] =>
      Array.from(
        { length: 5 },
        (
          (draw) => () =>
            draw.between(0, 999)
        )(drawFrom(name)),
      );
    expect(series('hue')).toEqual(series('hue'));
    expect(series('hue')).not.toEqual(series('hội an'));
    expect(series('hue')).toEqual([550, 912, 963, 510, 539]);
  });

  it('keeps to the bounds it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (name, low, width) => {
        const drawn = drawFrom(name).between(low, low + width);
        expect(drawn).toBeGreaterThanOrEqual(low);
        expect(drawn).toBeLessThanOrEqual(low + width);
      }),
    );
  });

  it('loses and adds nothing when it changes an order', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(20)), (name, list) => {
        expect([...drawFrom(name).shuffled(list)].sort()).toEqual([...list].sort());
      }),
    );
  });
});
