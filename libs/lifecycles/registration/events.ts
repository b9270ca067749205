import { text, type EventInfo, type Personal } from '#kernel';
import type { ModelKind } from '#lifecycles/model';

/** A unit's commitment to run a model in one cycle, as first written down. */
export interface RegistrationDraft {
  readonly campaign: string;
  readonly model: string;
  readonly unit: string;
  readonly year: number;
  /** Kind, field, template, sub-unit and restriction are the model's on the day of drafting. */
  readonly kind: ModelKind;
  readonly field: string;
  readonly template?: string;
  readonly subUnit?: string;
  readonly restricted: boolean;
  readonly title: string;
  readonly responsible: Personal;
  /** Exclusive instant. */
  readonly dueAt: string;
}

/** Why two registrations may be one and the same. */
export const DUPLICATE_GROUNDS = [
  'SAME_TEMPLATE_AND_PLACE',
  'SIMILAR_CONTENT',
  'SAME_EVIDENCE',
  'COPY_OF_EARLIER_YEAR',
  'REPORTED',
] as const;
/** One of these grounds. */
export type DuplicateGround = (typeof DUPLICATE_GROUNDS)[number];

/** What is suspected: that another registration is about the same thing. */
export interface DuplicateFinding {
  /** The other registration. */
  readonly other: string;
  readonly ground: DuplicateGround;
}

/** Being sent to Home Affairs. */
export interface Sending {
  readonly late: boolean;
  readonly dueAt: string;
  /** It had been sent and returned before: the first time decided whether it is late. */
  readonly again?: true;
}

/** The envelope says it all. */
type Plain = Record<string, never>;
/** Exclusive instant by which the next step is due. */
type Due = { readonly dueAt: string };

/** These names are the stored format. */
export type RegistrationEvent =
  | { readonly type: 'ModelRegistered'; readonly data: RegistrationDraft }
  | { readonly type: 'RegistrationContinued'; readonly data: RegistrationDraft & { readonly continuedFrom: number } }
  | { readonly type: 'RegistrationSubmitted'; readonly data: Sending }
  | { readonly type: 'RegistrationReceived'; readonly data: Due }
  | { readonly type: 'RegistrationReturned'; readonly data: Due }
  | { readonly type: 'RegistrationWithdrawn'; readonly data: Due }
  | { readonly type: 'RegistrationAccepted'; readonly data: Plain }
  | { readonly type: 'RegistrationRejected'; readonly data: Plain }
  | { readonly type: 'DuplicateSuspected'; readonly data: DuplicateFinding }
  /** This registration goes up in the one that is kept. */
  | { readonly type: 'DuplicateConfirmed'; readonly data: { readonly keep: string } }
  | { readonly type: 'DuplicateDismissed'; readonly data: { readonly other: string } }
  | { readonly type: 'RegistrationTransferred'; readonly data: { readonly from: string; readonly to: string } }
  | { readonly type: 'RegistrationCancelled'; readonly data: Plain }
  | { readonly type: 'ModelAbandoned'; readonly data: Plain };

/** How each event is dated and shown, and who may see it. */
export const registrationEvents: { readonly [K in RegistrationEvent['type']]: EventInfo } = {
  ModelRegistered: { kind: 'draft', label: text('Lập đăng ký mô hình', 'Registration drafted') },
  RegistrationContinued: { kind: 'draft', label: text('Lập đăng ký tiếp tục mô hình', 'Continuation drafted') },
  RegistrationSubmitted: { kind: 'step', label: text('Gửi đăng ký', 'Registration submitted') },
  RegistrationReceived: { kind: 'step', label: text('Tiếp nhận đăng ký', 'Registration received') },
  RegistrationReturned: { kind: 'step', label: text('Trả lại đăng ký để bổ sung', 'Registration returned') },
  RegistrationWithdrawn: { kind: 'step', label: text('Rút đăng ký về để sửa', 'Registration withdrawn') },
  RegistrationAccepted: {
    kind: 'step',
    label: text('Chấp nhận đăng ký', 'Registration accepted'),
    classification: 'PUBLIC',
  },
  RegistrationRejected: { kind: 'step', label: text('Không chấp nhận đăng ký', 'Registration rejected') },
  DuplicateSuspected: { kind: 'step', label: text('Nghi đăng ký trùng', 'Duplicate suspected') },
  DuplicateConfirmed: { kind: 'step', label: text('Kết luận đăng ký trùng', 'Duplicate confirmed') },
  DuplicateDismissed: { kind: 'step', label: text('Kết luận không trùng', 'Duplicate dismissed') },
  RegistrationTransferred: {
    kind: 'step',
    label: text('Chuyển đăng ký sang đơn vị chủ trì mới', 'Registration transferred'),
  },
  RegistrationCancelled: { kind: 'step', label: text('Hủy đăng ký trước khi triển khai', 'Registration cancelled') },
  ModelAbandoned: { kind: 'step', label: text('Ngừng thực hiện giữa chừng mô hình đã triển khai', 'Model abandoned') },
};
