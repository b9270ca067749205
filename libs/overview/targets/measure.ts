import type { Text } from '#kernel';
import type { Figure, Reading, TargetKey } from '#lifecycles/campaign';

/** One way of counting a target. */
export interface Count {
  readonly reading: Reading;
  /** One SELECT of `numerator` and `denominator` over `asked (campaign, year, as_of)`. */
  readonly sql: string;
}

/** How a target of the campaign is counted and told; when it is met, and by which reading, is the campaign's own rule. */
export interface Measure {
  readonly key: TargetKey;
  readonly counts: readonly Count[];
  sentence(figure: Figure): Text;
}
