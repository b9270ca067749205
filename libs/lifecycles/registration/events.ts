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
export type DuplicateGround = (typeof DUPLICATE_GROUNDS)[number];

/** A suspicion that another registration is about the same thing. */
export interface DuplicateSuspicion {
  /** The other registration. */
  readonly other: string;
  readonly ground: DuplicateGround;
  readonly at: string;
}

/** Being sent to Home Affairs. */
export interface Sending {
  readonly at: string;
  readonly late: boolean;
  readonly dueAt: string;
  /** It had been sent and returned before: the first time decided whether it is late. */
  readonly again?: true;
}

/** These names are the stored format. */
export type RegistrationEvent =
  | { readonly type: 'ModelRegistered'; readonly data: RegistrationDraft }
  | { readonly type: 'RegistrationContinued'; readonly data: RegistrationDraft & { readonly continuedFrom: number } }
  | { readonly type: 'RegistrationSubmitted'; readonly data: Sending }
  | { readonly type: 'RegistrationReceived'; readonly data: { readonly at: string; readonly dueAt: string } }
  | { readonly type: 'RegistrationReturned'; readonly data: { readonly at: string; readonly dueAt: string } }
  | { readonly type: 'RegistrationWithdrawn'; readonly data: { readonly at: string; readonly dueAt: string } }
  | { readonly type: 'RegistrationAccepted'; readonly data: { readonly at: string } }
  | { readonly type: 'RegistrationRejected'; readonly data: { readonly at: string } }
  | { readonly type: 'DuplicateSuspected'; readonly data: DuplicateSuspicion }
  | { readonly type: 'DuplicateConfirmed'; readonly data: { readonly keep: string; readonly drop: string } }
  | { readonly type: 'DuplicateDismissed'; readonly data: { readonly other: string } }
  | { readonly type: 'RegistrationTransferred'; readonly data: { readonly from: string; readonly to: string } }
  | { readonly type: 'RegistrationCancelled'; readonly data: { readonly at: string } }
  | { readonly type: 'ModelAbandoned'; readonly data: { readonly at: string } };

/** How each event is shown and who may see it. */
export const registrationEvents: { readonly [K in RegistrationEvent['type']]: EventInfo } = {
  ModelRegistered: { label: text('Lập đăng ký mô hình', 'Registration drafted') },
  RegistrationContinued: { label: text('Lập đăng ký tiếp tục mô hình', 'Continuation drafted') },
  RegistrationSubmitted: { label: text('Gửi đăng ký', 'Registration submitted') },
  RegistrationReceived: { label: text('Tiếp nhận đăng ký', 'Registration received') },
  RegistrationReturned: { label: text('Trả lại đăng ký để bổ sung', 'Registration returned') },
  RegistrationWithdrawn: { label: text('Rút đăng ký về để sửa', 'Registration withdrawn') },
  RegistrationAccepted: { label: text('Chấp nhận đăng ký', 'Registration accepted'), classification: 'PUBLIC' },
  RegistrationRejected: { label: text('Không chấp nhận đăng ký', 'Registration rejected') },
  DuplicateSuspected: { label: text('Nghi đăng ký trùng', 'Duplicate suspected') },
  DuplicateConfirmed: { label: text('Kết luận đăng ký trùng', 'Duplicate confirmed') },
  DuplicateDismissed: { label: text('Kết luận không trùng', 'Duplicate dismissed') },
  RegistrationTransferred: { label: text('Chuyển đăng ký sang đơn vị chủ trì mới', 'Registration transferred') },
  RegistrationCancelled: { label: text('Hủy đăng ký trước khi triển khai', 'Registration cancelled') },
  ModelAbandoned: { label: text('Ngừng thực hiện giữa chừng mô hình đã triển khai', 'Model abandoned') },
};
