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

/** These names are the stored format. */
export type UnitEvent =
  | {
      readonly type: 'UnitRegistered';
      readonly data: {
        readonly key: string;
        readonly name: string;
        readonly kind: UnitKind;
        readonly code?: string;
        readonly from: string;
        readonly aliases: readonly string[];
        readonly predecessors: readonly string[];
      };
    }
  | { readonly type: 'UnitRenamed'; readonly data: { readonly name: string; readonly from: string } }
  | { readonly type: 'UnitCodeAssigned'; readonly data: { readonly code: string; readonly from: string } }
  | {
      readonly type: 'UnitEnrolledInRoster';
      readonly data: RosterBasis & { readonly obligated: boolean; readonly from: string };
    }
  | { readonly type: 'UnitExempted'; readonly data: { readonly from: string; readonly to?: string } }
  | { readonly type: 'UnitRemovedFromRoster'; readonly data: { readonly from: string } }
  | {
      readonly type: 'HeadAppointed';
      readonly data: {
        readonly appointment: string;
        readonly name: Personal;
        readonly acting: boolean;
        readonly from: string;
      };
    }
  | { readonly type: 'HeadEnded'; readonly data: { readonly appointment: string; readonly at: string } }
  | { readonly type: 'UnitMerged'; readonly data: { readonly into: string; readonly from: string } }
  | { readonly type: 'UnitSplit'; readonly data: { readonly into: readonly string[]; readonly from: string } }
  | { readonly type: 'UnitDissolved'; readonly data: { readonly from: string } };

export const unitEvents: { readonly [K in UnitEvent['type']]: EventInfo } = {
  UnitRegistered: { label: text('Đăng ký đơn vị', 'Unit registered') },
  UnitRenamed: { label: text('Đổi tên đơn vị', 'Unit renamed') },
  UnitCodeAssigned: { label: text('Cấp mã đơn vị', 'Unit code assigned') },
  UnitEnrolledInRoster: { label: text('Đưa vào danh sách đơn vị', 'Enrolled in the roster') },
  UnitExempted: { label: text('Miễn nghĩa vụ', 'Exempted') },
  UnitRemovedFromRoster: { label: text('Đưa ra khỏi danh sách', 'Removed from the roster') },
  HeadAppointed: { label: text('Bổ nhiệm thủ trưởng', 'Head appointed') },
  HeadEnded: { label: text('Thôi giữ chức thủ trưởng', 'Head ended') },
  UnitMerged: { label: text('Sáp nhập', 'Merged') },
  UnitSplit: { label: text('Chia tách', 'Split') },
  UnitDissolved: { label: text('Giải thể', 'Dissolved') },
};
