import { text, type Text } from '#kernel';
import { isAll, isOverNineTenths, isSome, type Figure } from '#lifecycles/campaign';

/**
 * A share in per cent, cut off and never rounded: what is shown is never more than what is.
 * @param decimals how many digits after the decimal point
 * @returns digits with a point; zero when there is nothing to have a share of
 */
export function percentOf({ numerator, denominator }: Figure, decimals: number): string {
  if (denominator === 0) return decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  let rest = 100 * numerator;
  const digits: number[] = [];
  for (let place = 0; place <= decimals; place += 1) {
    const over = rest % denominator;
    digits.push((rest - over) / denominator);
    rest = 10 * over;
  }
  const [whole, ...fraction] = digits;
  return fraction.length > 0 ? `${whole}.${fraction.join('')}` : String(whole);
}

/**
 * A share over nine tenths shown with as many decimals as it takes to be seen as such; any other with one.
 * Nobody should read “90,0 % – đạt”.
 */
export function tellingPercent(figure: Figure): string {
  let decimals = 1;
  while (isOverNineTenths(figure) && /^90\.0+$/.test(percentOf(figure, decimals))) decimals += 1;
  return percentOf(figure, decimals);
}

const outcome = (met: boolean): Text => (met ? text('đạt', 'met') : text('chưa đạt', 'not met yet'));

/** Says how a target stands that asks for all: “58/60 đơn vị đã ban hành kế hoạch – chưa đạt (yêu cầu 100 %)”. */
export function sentenceOfAll(figure: Figure, who: Text): Text {
  const { vi, en } = outcome(isAll(figure));
  const share = `${figure.numerator}/${figure.denominator}`;
  return text(`${share} ${who.vi} – ${vi} (yêu cầu 100 %)`, `${share} ${who.en} – ${en} (100 % required)`);
}

/** Says how the target over nine tenths stands: “9/10 – 90,0 % – không đạt (yêu cầu > 90 %)”. */
export function sentenceOfShare(figure: Figure): Text {
  const met = isOverNineTenths(figure);
  const share = `${figure.numerator}/${figure.denominator}`;
  const percent = tellingPercent(figure);
  return text(
    `${share} – ${percent.replace('.', ',')} % – ${met ? 'đạt' : 'không đạt'} (yêu cầu > 90 %)`,
    `${share} – ${percent} % – ${met ? 'met' : 'not met'} (> 90 % required)`,
  );
}

/** Says how a target stands that asks for at least one: “2 quyết định lựa chọn – đạt (yêu cầu ít nhất 1)”. */
export function sentenceOfSome(figure: Figure, what: Text): Text {
  const { vi, en } = outcome(isSome(figure));
  return text(
    `${figure.numerator} ${what.vi} – ${vi} (yêu cầu ít nhất 1)`,
    `${figure.numerator} ${what.en} – ${en} (at least 1 required)`,
  );
}
