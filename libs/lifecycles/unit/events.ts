import { text, type EventInfo, type Personal } from '#kernel';

/** What kind of body a unit is. Only the two levels that exist: city bodies and communes. */
export const UNIT_KINDS = [
  'WARD',
  'COMMUNE',
  'DEPARTMENT',
  'OFFICE',
  'INSPECTORATE',
  'COMMITTEE',
  'MANAGEMENT_BOARD',
  'PUBLIC_SERVICE_UNIT',
  'PRESS',
  'PORTAL',
  'FRONT',
  'MASS_ORGANISATION',
  'PARTY_BODY',
  'COUNCIL',
  'PEOPLES_COMMITTEE',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** How sure we are of a body's place on the roster, and whence. */
export interface RosterBasis {
  readonly basis: string;
  readonly certainty: 'HIGH' | 'MEDIUM_HIGH' | 'MEDIUM' | 'LOW';
}

/**
 * These names are the stored format. From which day a dated fact holds is in its envelope: the day of `effectiveFrom`, or else
 * that of the act.
 */
export type UnitEvent =
  | {
      readonly type: 'UnitRegistered';
      readonly data: {
        readonly key: string;
        readonly kind: UnitKind;
        readonly aliases: readonly string[];
        readonly predecessors: readonly string[];
      };
    }
  | { readonly type: 'UnitNamed'; readonly data: { readonly name: string } }
  | { readonly type: 'UnitCodeAssigned'; readonly data: { readonly code: string } }
  | { readonly type: 'UnitEnrolledInRoster'; readonly data: RosterBasis & { readonly obligated: boolean } }
  /** `to` is the civil date on which the exemption no longer holds. */
  | { readonly type: 'UnitExempted'; readonly data: { readonly to?: string } }
  | { readonly type: 'UnitRemovedFromRoster'; readonly data: Record<string, never> }
  | {
      readonly type: 'HeadAppointed';
      readonly data: { readonly appointment: string; readonly name: Personal; readonly acting: boolean };
    }
  | { readonly type: 'HeadEnded'; readonly data: { readonly appointment: string } }
  | { readonly type: 'UnitMerged'; readonly data: { readonly into: string } }
  | { readonly type: 'UnitSplit'; readonly data: { readonly into: readonly string[] } }
  | { readonly type: 'UnitDissolved'; readonly data: Record<string, never> }
  /** From when a unit that was merged, split or dissolved is none of its own any more. */
  | { readonly type: 'UnitCeased'; readonly data: Record<string, never> };

export const unitEvents: { readonly [K in UnitEvent['type']]: EventInfo } = {
  UnitRegistered: { label: text('Đăng ký đơn vị', 'Unit registered'), kind: 'step' },
  UnitNamed: { label: text('Tên đơn vị', 'Unit named'), kind: 'datedFact' },
  UnitCodeAssigned: { label: text('Cấp mã đơn vị', 'Unit code assigned'), kind: 'datedFact' },
  UnitEnrolledInRoster: { label: text('Đưa vào danh sách đơn vị', 'Enrolled in the roster'), kind: 'datedFact' },
  UnitExempted: { label: text('Miễn nghĩa vụ', 'Exempted'), kind: 'datedFact' },
  UnitRemovedFromRoster: { label: text('Đưa ra khỏi danh sách', 'Removed from the roster'), kind: 'datedFact' },
  HeadAppointed: { label: text('Bổ nhiệm thủ trưởng', 'Head appointed'), kind: 'datedFact' },
  HeadEnded: { label: text('Thôi giữ chức thủ trưởng', 'Head ended'), kind: 'datedFact' },
  UnitMerged: { label: text('Sáp nhập', 'Merged'), kind: 'step' },
  UnitSplit: { label: text('Chia tách', 'Split'), kind: 'step' },
  UnitDissolved: { label: text('Giải thể', 'Dissolved'), kind: 'step' },
  UnitCeased: { label: text('Chấm dứt hoạt động', 'Ceased'), kind: 'datedFact' },
};
