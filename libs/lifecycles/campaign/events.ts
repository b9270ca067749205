import { text, type DocumentRef, type EventInfo } from '#kernel';
import type { Stored } from './policy/lift.js';
import type { Figure, Reading } from './targets.js';

/** A field of activity that models belong to. */
export interface Field {
  readonly key: string;
  readonly label: { readonly vi: string; readonly en: string };
  /** Models of it are restricted until they are cleared. */
  readonly restricted: boolean;
}

/** A numbered aim of the campaign, in the plan's own words. */
export interface Target {
  readonly key: string;
  readonly label: { readonly vi: string; readonly en: string };
}

/** What a campaign is founded on. */
export interface CampaignCharter {
  readonly name: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly leadUnit: string;
  readonly coordinatingUnit: string;
  readonly basis: readonly { readonly label: string; readonly document?: DocumentRef }[];
  readonly fields: readonly Field[];
  readonly targets: readonly Target[];
}

/** The windows of a yearly cycle, exclusive instants. */
export interface CycleWindows {
  readonly year: number;
  readonly plansBefore: string;
  readonly registrationsBefore: string;
  readonly midYearReportBefore: string;
  readonly annualReportBefore: string;
}

/** What every obligated unit owes in a year; an evaluation for each of its accepted registrations. */
export const DUTIES = ['PLAN', 'REGISTRATION', 'EVALUATION'] as const;
export type DutyName = (typeof DUTIES)[number];

/** One reading of one target as it stood when the year was closed, with the campaign's own words of then. */
export interface FrozenFigure extends Figure {
  readonly key: string;
  readonly label: Target['label'];
  readonly reading: Reading;
  /** The reading that the campaign's policy took. */
  readonly primary: boolean;
  readonly met: boolean;
}

/** These names are the stored format. */
export type CampaignEvent =
  | { readonly type: 'CampaignDrafted'; readonly data: CampaignCharter }
  /** Its document is the envelope's; the number is pending where there is none. */
  | { readonly type: 'CampaignIssued'; readonly data: Record<string, never> }
  | { readonly type: 'CampaignDocumentIdentified'; readonly data: { readonly document: DocumentRef } }
  /** The hash is that of the content as it is stored. */
  | { readonly type: 'PolicyVersionAdopted'; readonly data: { readonly hash: string; readonly policy: Stored } }
  | { readonly type: 'RubricVersionAdopted'; readonly data: { readonly hash: string; readonly rubric: Stored } }
  | { readonly type: 'ModelTemplatePublished'; readonly data: ModelTemplate }
  | { readonly type: 'CycleOpened'; readonly data: CycleWindows & { readonly rubric: string } }
  | {
      readonly type: 'DeadlineExtended';
      readonly data: {
        readonly year: number;
        readonly window: Exclude<keyof CycleWindows, 'year'>;
        readonly before: string;
      };
    }
  | { readonly type: 'CycleFrozen'; readonly data: { readonly year: number } }
  | { readonly type: 'CycleThawed'; readonly data: { readonly year: number } }
  | {
      readonly type: 'DutyDeclaredMissed';
      readonly data: { readonly year: number; readonly duty: DutyName; readonly units: readonly string[] };
    }
  /** The hash is that of campaign, year and figures: see `closureHash`. */
  | {
      readonly type: 'CycleClosed';
      readonly data: { readonly year: number; readonly figures: readonly FrozenFigure[]; readonly hash: string };
    }
  | {
      readonly type: 'CampaignAmended';
      readonly data: { readonly charter: Partial<Pick<CampaignCharter, 'fields' | 'targets' | 'basis'>> };
    }
  | { readonly type: 'CampaignSuspended'; readonly data: Record<string, never> }
  | { readonly type: 'CampaignResumed'; readonly data: Record<string, never> }
  | { readonly type: 'CampaignClosingBegun'; readonly data: Record<string, never> }
  | { readonly type: 'CampaignClosingStopped'; readonly data: Record<string, never> }
  | { readonly type: 'CampaignClosed'; readonly data: Record<string, never> }
  | { readonly type: 'CampaignArchived'; readonly data: Record<string, never> };

/** A catalogue entry that units may adopt as a model of their own. */
export interface ModelTemplate {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly purpose: string;
}

export const campaignEvents: { readonly [K in CampaignEvent['type']]: EventInfo } = {
  CampaignDrafted: { label: text('Dự thảo kế hoạch phong trào', 'Campaign drafted'), kind: 'draft' },
  CampaignIssued: {
    label: text('Ban hành kế hoạch phong trào', 'Campaign issued'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  CampaignDocumentIdentified: {
    label: text('Bổ sung số, ký hiệu văn bản', 'Document identified'),
    kind: 'note',
    classification: 'PUBLIC',
  },
  PolicyVersionAdopted: { label: text('Ban hành quy chế', 'Policy adopted'), kind: 'step' },
  RubricVersionAdopted: { label: text('Ban hành thang điểm', 'Rubric adopted'), kind: 'step' },
  ModelTemplatePublished: {
    label: text('Công bố mô hình mẫu', 'Model template published'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  CycleOpened: { label: text('Mở năm thi đua', 'Cycle opened'), kind: 'step', classification: 'PUBLIC' },
  DeadlineExtended: { label: text('Gia hạn', 'Deadline extended'), kind: 'step', classification: 'PUBLIC' },
  CycleFrozen: { label: text('Khóa sổ năm thi đua', 'Cycle frozen'), kind: 'step', classification: 'PUBLIC' },
  CycleThawed: { label: text('Mở lại sổ năm thi đua', 'Cycle thawed'), kind: 'step', classification: 'PUBLIC' },
  DutyDeclaredMissed: { label: text('Công bố không hoàn thành nghĩa vụ', 'Duty declared missed'), kind: 'step' },
  CycleClosed: { label: text('Kết thúc năm thi đua', 'Cycle closed'), kind: 'step', classification: 'PUBLIC' },
  CampaignAmended: {
    label: text('Sửa đổi kế hoạch phong trào', 'Campaign amended'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  CampaignSuspended: {
    label: text('Tạm dừng phong trào', 'Campaign suspended'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  CampaignResumed: { label: text('Tiếp tục phong trào', 'Campaign resumed'), kind: 'step', classification: 'PUBLIC' },
  CampaignClosingBegun: {
    label: text('Bắt đầu tổng kết phong trào', 'Closing begun'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  CampaignClosingStopped: {
    label: text('Dừng tổng kết phong trào', 'Closing stopped'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  CampaignClosed: { label: text('Kết thúc phong trào', 'Campaign closed'), kind: 'step', classification: 'PUBLIC' },
  CampaignArchived: { label: text('Lưu trữ hồ sơ phong trào', 'Campaign archived'), kind: 'step' },
};
