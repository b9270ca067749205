import type { Text } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import type { Figure } from '../figures.js';

/** The ways of reading a target where the plan leaves one open (both are always shown). */
export const READINGS = {
  COUNTING_INTEGRATED: 'Tính cả kế hoạch lồng ghép. (Integrated plans count.)',
  STANDALONE_ONLY: 'Chỉ tính kế hoạch riêng. (Stand-alone plans only.)',
  COUNTING_PRACTICES: 'Tính cả cách làm, sáng kiến. (Practices and initiatives count.)',
  MODELS_ONLY: 'Chỉ tính mô hình. (Models only.)',
  EXCLUDING_CANCELLED:
    'Mẫu số không gồm đăng ký hủy trước khi triển khai. (Cancelled registrations leave the denominator.)',
  INCLUDING_CANCELLED:
    'Mẫu số gồm cả đăng ký hủy trước khi triển khai. (Cancelled registrations stay in the denominator.)',
  SINGLE: 'Chỉ có một cách đọc. (The only reading.)',
} as const;
/** The name of a reading. */
export type Reading = keyof typeof READINGS;

/** One way of counting a target. */
export interface Count {
  readonly reading: Reading;
  /** True when it is the reading that the campaign's policy takes. */
  primary(rules: CampaignPolicy['targets']): boolean;
  /** One SELECT of `numerator` and `denominator` over `asked (campaign, year, as_of)`. */
  readonly sql: string;
}

/** How a target of the campaign is measured. */
export interface Measure {
  /** The target's key in the campaign. */
  readonly key: string;
  /** The lifecycles it is read from: a service that does not run them cannot measure it. */
  readonly needs: readonly string[];
  readonly counts: readonly Count[];
  met(figure: Figure): boolean;
  sentence(figure: Figure): Text;
}
