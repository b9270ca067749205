import { text, type EventInfo, type Prose, type Text } from '#kernel';

/** What a unit runs: a way of organising, a lighter practice, or an idea at the stage of discovery. */
export const MODEL_KINDS = ['MODEL', 'PRACTICE', 'INITIATIVE'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** The items of the registration form after the first, which is the model's name. */
export const FORM_ITEMS = [
  'situation',
  'objectives',
  'content',
  'place',
  'forces',
  'resources',
  'outputs',
  'sustainability',
] as const;
export type FormItem = (typeof FORM_ITEMS)[number];

/** What the items are called. */
export const FORM_ITEM_LABELS: Readonly<Record<FormItem, Text>> = {
  situation: text('thực trạng, lý do xây dựng', 'situation'),
  objectives: text('mục tiêu, tiêu chí', 'objectives'),
  content: text('nội dung, cách thức thực hiện', 'content'),
  place: text('địa bàn, đối tượng', 'place and people'),
  forces: text('lực lượng chủ trì, phối hợp, tham gia', 'forces'),
  resources: text('nguồn lực, thời gian', 'resources and time'),
  outputs: text('sản phẩm, kết quả có thể kiểm chứng', 'outputs'),
  sustainability: text('khả năng duy trì, nhân rộng', 'sustainability'),
};

/** The form as far as it is filled in. All of it is needed to submit a registration. */
export type ModelForm = Readonly<Partial<Record<FormItem, string>>>;

/** What supports a claim: a file known by its SHA-256, or a page that anybody may open. */
export type Evidence =
  | { readonly kind: 'FILE'; readonly title: string; readonly hash: string }
  | { readonly kind: 'LINK'; readonly title: string; readonly url: string };

/** Evidence as it is handed in: not yet known to be whole. */
export interface EvidenceClaim {
  readonly kind: Evidence['kind'];
  readonly title: string;
  /** Of a file: its SHA-256. */
  readonly hash?: string;
  /** Of a link: its address. */
  readonly url?: string;
}

/** A figure that an activity brought, such as the processing days before and after. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
}

/** Something that was done for the model on a civil date, with what proves it. */
export interface ActivityData {
  readonly on: string;
  readonly summary: Prose;
  readonly measures?: readonly Measure[];
  readonly evidence: readonly Evidence[];
}

/** What may be revised as long as the model lives. Its owner, field and template may not. */
export interface ModelDetails {
  readonly name: string;
  readonly kind: ModelKind;
  /** Name of the village or residential group that runs it; never of a person. */
  readonly subUnit?: string;
  /** Units that coordinate with the owner. */
  readonly joint: readonly string[];
  readonly form: ModelForm;
}

/** A model at its birth. */
export interface ModelOrigin extends ModelDetails {
  readonly campaign: string;
  /** The owner. */
  readonly unit: string;
  /** Key of the campaign's field. */
  readonly field: string;
  /** Code of the campaign's model template. */
  readonly template?: string;
  /** The model that it was replicated from. */
  readonly derivedFrom?: string;
  /** Kept from publication until it is cleared, because its field is. */
  readonly restricted: boolean;
}

/** The envelope says it all. */
type Plain = Record<string, never>;

/** These names are the stored format. */
export type ModelEvent =
  | { readonly type: 'ModelProposed'; readonly data: ModelOrigin }
  | { readonly type: 'ModelNominatedByThirdParty'; readonly data: ModelOrigin }
  | { readonly type: 'ModelNominationTakenUp'; readonly data: Plain }
  | { readonly type: 'ModelNominationDeclined'; readonly data: Plain }
  | { readonly type: 'ModelImplementationStarted'; readonly data: Plain }
  | { readonly type: 'ModelActivityRecorded'; readonly data: ActivityData }
  | { readonly type: 'ModelDetailsRevised'; readonly data: Partial<ModelDetails> }
  | { readonly type: 'ModelSuspended'; readonly data: Plain }
  | { readonly type: 'ModelResumed'; readonly data: Plain }
  | { readonly type: 'MaintenanceDoubtRaised'; readonly data: Plain }
  | { readonly type: 'ModelDeclaredNotMaintained'; readonly data: { readonly year: number } }
  | { readonly type: 'ModelDeclaredMaintained'; readonly data: { readonly year: number } }
  | { readonly type: 'ModelOwnershipTransferred'; readonly data: { readonly from: string; readonly to: string } }
  | { readonly type: 'ModelClearedForPublication'; readonly data: Plain }
  | { readonly type: 'ModelEnded'; readonly data: Plain };

/** How each event is dated and shown, and who may see it. */
export const modelEvents: { readonly [K in ModelEvent['type']]: EventInfo } = {
  ModelProposed: { kind: 'step', label: text('Đề xuất mô hình', 'Model proposed') },
  ModelNominatedByThirdParty: { kind: 'step', label: text('Giới thiệu mô hình', 'Model nominated by a third party') },
  ModelNominationTakenUp: { kind: 'step', label: text('Đơn vị nhận mô hình được giới thiệu', 'Nomination taken up') },
  ModelNominationDeclined: {
    kind: 'step',
    label: text('Đơn vị không nhận mô hình được giới thiệu', 'Nomination declined'),
  },
  ModelImplementationStarted: {
    kind: 'step',
    label: text('Bắt đầu triển khai mô hình', 'Implementation started'),
    classification: 'PUBLIC',
  },
  ModelActivityRecorded: { kind: 'note', label: text('Ghi nhận hoạt động và minh chứng', 'Activity recorded') },
  ModelDetailsRevised: { kind: 'draft', label: text('Sửa nội dung mô hình', 'Details revised') },
  ModelSuspended: { kind: 'step', label: text('Tạm dừng mô hình', 'Model suspended') },
  ModelResumed: { kind: 'step', label: text('Tiếp tục mô hình', 'Model resumed') },
  MaintenanceDoubtRaised: { kind: 'step', label: text('Nêu nghi vấn về việc duy trì', 'Maintenance doubt raised') },
  ModelDeclaredNotMaintained: {
    kind: 'step',
    label: text('Kết luận mô hình không được duy trì', 'Declared not maintained'),
    classification: 'PUBLIC',
  },
  ModelDeclaredMaintained: {
    kind: 'step',
    label: text('Kết luận mô hình được duy trì', 'Declared maintained'),
    classification: 'PUBLIC',
  },
  ModelOwnershipTransferred: {
    kind: 'step',
    label: text('Chuyển đơn vị chủ trì mô hình', 'Ownership transferred'),
    classification: 'PUBLIC',
  },
  ModelClearedForPublication: {
    kind: 'step',
    label: text('Cho phép công khai mô hình', 'Cleared for publication'),
    classification: 'PUBLIC',
  },
  ModelEnded: { kind: 'step', label: text('Kết thúc mô hình', 'Model ended'), classification: 'PUBLIC' },
};
