import { describe, expect, it } from '@jest/globals';
import { text } from '#kernel';
import fc from 'fast-check';
import { isAll, isOverNineTenths, isSome, type Figure } from '#lifecycles/campaign';
import { percentOf, sentenceOfAll, sentenceOfShare, sentenceOfSome, tellingPercent } from './figures.js';

const figure = (numerator: number, denominator: number): Figure => ({ numerator, denominator });

/** Some of some: never more than all. */
const figures = fc
  .nat(1_000_000)
  .chain((denominator) => fc.nat(denominator).map((numerator) => figure(numerator, denominator)));
/** Figures close to nine tenths, where rounding would decide. */
const nearTheEdge = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((denominator) =>
    fc
      .integer({ min: -2, max: 2 })
      .map((off) => figure(Math.max(0, Math.min(denominator, Math.floor((9 * denominator) / 10) + off)), denominator)),
  );
const any = fc.oneof(figures, nearTheEdge);

/** A share as a rational number in units of the last decimal shown. */
const shown = (percent: string): { units: bigint; scale: bigint } => {
  const [whole = '0', fraction = ''] = percent.split('.');
  return { units: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) };
};

describe('A target over nine tenths', () => {
  it.each([
    [9, 10, false],
    [18, 20, false],
    [91, 101, true],
    [10, 11, true],
    [0, 0, false],
    [1, 1, true],
  ])('%i of %i', (numerator, denominator, met) => {
    expect(isOverNineTenths(figure(numerator, denominator))).toBe(met);
  });

  it('is tested as the rational number is', () => {
    fc.assert(
      fc.property(any, (it) => {
        expect(isOverNineTenths(it)).toBe(BigInt(it.numerator) * 10n > BigInt(it.denominator) * 9n);
      }),
    );
  });

  it('says what was found, what it means and what is required', () => {
    expect(sentenceOfShare(figure(9, 10))).toEqual(
      text('9/10 – 90,0 % – không đạt (yêu cầu > 90 %)', '9/10 – 90.0 % – not met (> 90 % required)'),
    );
    expect(sentenceOfShare(figure(91, 101)).vi).toBe('91/101 – 90,09 % – đạt (yêu cầu > 90 %)');
    expect(sentenceOfShare(figure(0, 0)).vi).toBe('0/0 – 0,0 % – không đạt (yêu cầu > 90 %)');
  });

  it('never shows a share that contradicts the verdict', () => {
    fc.assert(
      fc.property(any, (it) => {
        const { units, scale } = shown(tellingPercent(it));
        expect(units > 90n * scale).toBe(isOverNineTenths(it));
      }),
    );
  });
});

describe('A share in per cent', () => {
  it('is cut off, never rounded', () => {
    expect(percentOf(figure(8999, 10_000), 1)).toBe('89.9');
    expect(percentOf(figure(2, 3), 1)).toBe('66.6');
    expect(percentOf(figure(2, 3), 0)).toBe('66');
    expect(percentOf(figure(10, 10), 1)).toBe('100.0');
  });

  it('is never more than the rational number, and less by under one unit of its last decimal', () => {
    fc.assert(
      fc.property(
        any.filter((it) => it.denominator > 0),
        fc.nat(6),
        (it, decimals) => {
          const { units, scale } = shown(percentOf(it, decimals));
          const real = 100n * BigInt(it.numerator) * scale;
          expect(units * BigInt(it.denominator) <= real).toBe(true);
          expect((units + 1n) * BigInt(it.denominator) > real).toBe(true);
        },
      ),
    );
  });
});

describe('A target that asks for all', () => {
  it('is met when nobody is left out, and not when nobody is asked', () => {
    expect([figure(60, 60), figure(58, 60), figure(0, 0)].map(isAll)).toEqual([true, false, false]);
  });

  it('is tested as the rational number is', () => {
    fc.assert(
      fc.property(
        any.filter((it) => it.denominator > 0),
        (it) => {
          expect(isAll(it)).toBe(BigInt(it.numerator) * 100n === BigInt(it.denominator) * 100n);
        },
      ),
    );
  });

  it('says so', () => {
    const who = text('đơn vị đã ban hành kế hoạch', 'units have issued a plan');
    expect(sentenceOfAll(figure(58, 60), who).vi).toBe('58/60 đơn vị đã ban hành kế hoạch – chưa đạt (yêu cầu 100 %)');
    expect(sentenceOfAll(figure(60, 60), who).en).toBe('60/60 units have issued a plan – met (100 % required)');
  });
});

describe('A target that asks for at least one', () => {
  it('is met by the first', () => {
    expect([figure(0, 0), figure(1, 1), figure(7, 7)].map(isSome)).toEqual([false, true, true]);
    expect(sentenceOfSome(figure(2, 2), text('quyết định', 'decisions')).vi).toBe(
      '2 quyết định – đạt (yêu cầu ít nhất 1)',
    );
  });
});
