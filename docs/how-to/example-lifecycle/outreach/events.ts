import { text, type EventInfo } from '#kernel';

/** What a unit wants to do among the people: the subject, the day, the place. */
export interface OutreachPlan {
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly topic: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly place: string;
}

/** These names are the stored format. */
export type OutreachEvent =
  | { readonly type: 'OutreachPlanned'; readonly data: OutreachPlan & { readonly dueAt: string } }
  | { readonly type: 'OutreachHeld'; readonly data: { readonly attendance: number } }
  | { readonly type: 'OutreachConfirmed'; readonly data: Record<string, never> }
  | { readonly type: 'OutreachCancelled'; readonly data: Record<string, never> };

export const outreachEvents: { readonly [K in OutreachEvent['type']]: EventInfo } = {
  OutreachPlanned: { label: text('Lập kế hoạch buổi tuyên truyền', 'Outreach planned'), kind: 'draft' },
  OutreachHeld: { label: text('Đã tổ chức buổi tuyên truyền', 'Outreach held'), kind: 'step' },
  OutreachConfirmed: {
    label: text('Xác nhận buổi tuyên truyền', 'Outreach confirmed'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  OutreachCancelled: { label: text('Hủy buổi tuyên truyền', 'Outreach cancelled'), kind: 'step' },
};
