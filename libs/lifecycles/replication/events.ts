import { text, type EventInfo } from '#kernel';

/** Whom a replication is for. */
export type Scope = 'CITY_WIDE' | 'SELECTED';

/** What an adoption changed: whole figures, before and after where both are known. */
export interface AdoptionMeasure {
  readonly name: string;
  readonly before?: number;
  readonly after: number;
  readonly unit?: string;
}

/** Which model of which cycle is proposed for others to take over. */
export interface ReplicationSubject {
  readonly campaign: string;
  readonly model: string;
  /** The unit that the model comes from. */
  readonly unit: string;
  readonly year: number;
  /** The model is kept from publication. */
  readonly restricted: boolean;
}

interface OfUnit {
  readonly unit: string;
}
type Plain = Record<string, never>;

/** These names are the stored format. */
export type ReplicationEvent =
  | { readonly type: 'ReplicationProposed'; readonly data: ReplicationSubject & { readonly dueAt: string } }
  | { readonly type: 'ReplicationWithdrawn'; readonly data: Plain }
  | {
      readonly type: 'ReplicationDecided';
      readonly data: {
        readonly scope: Scope;
        readonly mandatory: boolean;
        readonly units: readonly string[];
        readonly year: number;
        readonly restricted: boolean;
      };
    }
  | { readonly type: 'ReplicationRefused'; readonly data: Plain }
  | { readonly type: 'ReplicationGuidePublished'; readonly data: { readonly guide: string } }
  | { readonly type: 'UnitInvited'; readonly data: OfUnit & { readonly dueAt: string } }
  | { readonly type: 'AdoptionAccepted'; readonly data: OfUnit }
  | { readonly type: 'AdoptionDeclined'; readonly data: OfUnit }
  | { readonly type: 'AdoptionStarted'; readonly data: OfUnit & { readonly model: string } }
  | {
      readonly type: 'AdoptionMeasured';
      readonly data: OfUnit & { readonly measures: readonly AdoptionMeasure[]; readonly on: string };
    }
  | { readonly type: 'AdoptionConfirmed'; readonly data: OfUnit }
  | { readonly type: 'AdoptionFailed'; readonly data: OfUnit }
  | { readonly type: 'ReplicationHalted'; readonly data: Plain }
  | { readonly type: 'ReplicationClosed'; readonly data: { readonly spread: number } };

export const replicationEvents: { readonly [K in ReplicationEvent['type']]: EventInfo } = {
  ReplicationProposed: { label: text('Đề xuất nhân rộng', 'Replication proposed'), kind: 'step' },
  ReplicationWithdrawn: { label: text('Rút đề xuất nhân rộng', 'Proposal withdrawn'), kind: 'step' },
  ReplicationDecided: {
    label: text('Quyết định nhân rộng', 'Replication decided'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  ReplicationRefused: { label: text('Không nhân rộng', 'Replication refused'), kind: 'step' },
  ReplicationGuidePublished: {
    label: text('Ban hành hướng dẫn nhân rộng', 'Guide published'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  UnitInvited: { label: text('Mời đơn vị tiếp nhận', 'Unit invited'), kind: 'step' },
  AdoptionAccepted: { label: text('Đơn vị tiếp nhận triển khai', 'Adoption accepted'), kind: 'step' },
  AdoptionDeclined: { label: text('Đơn vị từ chối triển khai', 'Adoption declined'), kind: 'step' },
  AdoptionStarted: {
    label: text('Bắt đầu triển khai tại đơn vị tiếp nhận', 'Adoption started'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  AdoptionMeasured: { label: text('Ghi nhận kết quả tại đơn vị tiếp nhận', 'Adoption measured'), kind: 'step' },
  AdoptionConfirmed: {
    label: text('Xác nhận nhân rộng thành công', 'Adoption confirmed'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  AdoptionFailed: { label: text('Kết luận nhân rộng không thành công', 'Adoption failed'), kind: 'step' },
  ReplicationHalted: { label: text('Dừng nhân rộng', 'Replication halted'), kind: 'step', classification: 'PUBLIC' },
  ReplicationClosed: {
    label: text('Kết thúc nhân rộng', 'Replication closed'),
    kind: 'step',
    classification: 'PUBLIC',
  },
};
