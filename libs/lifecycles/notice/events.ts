import { text, type EventInfo } from '#kernel';

/** What a notice is about: a deadline of a dossier, and those whom the steps that end it wait for. */
export interface NoticeContent {
  /** The lifecycle of the dossier, and its id. */
  readonly lifecycle: string;
  readonly dossier: string;
  readonly campaign: string;
  /** The unit and the cycle of the dossier, where it has them. */
  readonly unit?: string;
  readonly year?: number;
  /** The exclusive instant. */
  readonly dueAt: string;
  /** The instant from which on the dossier has been waiting. */
  readonly since: string;
  /** The commands that are awaited by then. */
  readonly steps: readonly string[];
  /** The units that they wait for; none when they wait for the authorities. */
  readonly units: readonly string[];
  /** The persons in particular that they wait for. */
  readonly subjects: readonly string[];
  /** The dossier is kept from publication. */
  readonly restricted: boolean;
}

/** These names are the stored format. */
export type NoticeEvent =
  | { readonly type: 'DeadlineReminded'; readonly data: NoticeContent }
  /** `escalateAt`: from when the authorities are told, if the step has not been taken by then. */
  | { readonly type: 'OverdueNoted'; readonly data: NoticeContent & { readonly escalateAt: string } }
  | { readonly type: 'OverdueEscalated'; readonly data: Record<string, never> }
  | { readonly type: 'NoticeSettled'; readonly data: Record<string, never> };

export const noticeEvents: { readonly [K in NoticeEvent['type']]: EventInfo } = {
  DeadlineReminded: { kind: 'note', label: text('Nhắc hạn', 'Reminder') },
  OverdueNoted: { kind: 'note', label: text('Ghi nhận quá hạn', 'Overdue noted') },
  OverdueEscalated: { kind: 'note', label: text('Đôn đốc, báo cấp trên', 'Overdue escalated') },
  NoticeSettled: { kind: 'note', label: text('Không còn phải nhắc', 'Settled') },
};
