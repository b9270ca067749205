import type { CampaignPolicy } from './policy/shape.js';

/** So many of so many, in whole numbers. */
export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
}

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

/** How a campaign reads its targets. */
export type TargetRules = CampaignPolicy['targets'];

/** “100%”: all, and there is somebody of whom it is asked. */
export const isAll = ({ numerator, denominator }: Figure): boolean => denominator > 0 && numerator === denominator;

/** “Trên 90%”: strictly more than nine tenths, tested on the whole numbers. */
export const isOverNineTenths = ({ numerator, denominator }: Figure): boolean => 10 * numerator > 9 * denominator;

/** At least one. */
export const isSome = ({ numerator }: Figure): boolean => numerator >= 1;

/** What a target asks for, and the readings that it has. */
export interface TargetRule {
  readonly met: (figure: Figure) => boolean;
  /** The reading that the campaign's policy takes. */
  readonly primary: (rules: TargetRules) => Reading;
}

/** The targets that can be counted, by their keys in the campaign. What counts is for the overviews to say. */
export const TARGET_RULES = {
  'T-1': {
    met: isAll,
    primary: (rules) => (rules.integratedPlanCounts ? 'COUNTING_INTEGRATED' : 'STANDALONE_ONLY'),
  },
  'T-2': { met: isAll, primary: (rules) => (rules.practiceCounts ? 'COUNTING_PRACTICES' : 'MODELS_ONLY') },
  'T-3': {
    met: isOverNineTenths,
    primary: (rules) => (rules.cancelledLeaveDenominator ? 'EXCLUDING_CANCELLED' : 'INCLUDING_CANCELLED'),
  },
  'T-4': { met: isSome, primary: () => 'SINGLE' },
} as const satisfies Record<string, TargetRule>;
/** The key of a target that can be counted. */
export type TargetKey = keyof typeof TARGET_RULES;

/** The rule of a target; none where a campaign sets itself one that nobody knows how to count. */
export const targetRule = (key: string): TargetRule | undefined =>
  Object.hasOwn(TARGET_RULES, key) ? TARGET_RULES[key as TargetKey] : undefined;
