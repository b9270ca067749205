import { SIGNATURE_CAPACITIES, type DocumentRef, type Personal, type SignatureCapacity } from '#kernel';
import { InputType, registerEnumType } from '@nestjs/graphql';
import {
  AgreesWith,
  DateField,
  EnumField,
  HashField,
  InstantField,
  IntField,
  LineField,
  PartField,
  UuidField,
} from './fields.js';
import { ProseField, type PersonInput } from './particular-fields.js';
import { edgeRefusals } from './refusals.js';

/** How a document was signed (NĐ 30/2020/NĐ-CP). */
export const SignatureCapacityEnum = Object.fromEntries(SIGNATURE_CAPACITIES.map((it) => [it, it]));
registerEnumType(SignatureCapacityEnum, {
  name: 'SignatureCapacity',
  description: 'Quyền hạn ký theo Nghị định 30/2020/NĐ-CP. (Signature capacity.)',
  valuesMap: {
    TM: { description: 'Thay mặt tập thể. (On behalf of a collective body.)' },
    KT: { description: 'Ký thay người đứng đầu. (Deputy signs for the head.)' },
    Q: { description: 'Quyền người đứng đầu. (Acting head.)' },
    TL: { description: 'Thừa lệnh. (By order.)' },
    TUQ: { description: 'Thừa ủy quyền. (By written authorisation.)' },
    HEAD: { description: 'Thủ trưởng ký trực tiếp. (The head signs.)' },
  },
});

/** The paper behind an act. */
@InputType('DocumentRefInput', { description: 'Văn bản làm căn cứ. (The document behind an act.)' })
export class DocumentRefInput implements DocumentRef {
  @LineField('Cơ quan ban hành. (Issuing body.)', { max: 200 })
  readonly issuer!: string;
  @LineField('Tên loại viết tắt: KH, QĐ, TTr, BB, BC, CV… (Type abbreviation.)', { max: 10 })
  readonly type!: string;
  @LineField('Số, ký hiệu, ví dụ 45/KH-UBND. (Number and symbol.)', { max: 60 })
  readonly number!: string;
  @IntField('Năm ban hành. (Year of issue.)', 1945, 2100)
  @AgreesWith<DocumentRefInput>(
    ({ year, signedOn }) => typeof signedOn !== 'string' || signedOn.slice(0, 4) === String(year),
    edgeRefusals.documentYear,
  )
  readonly year!: number;
  @DateField('Ngày ký. (Date of signature.)')
  readonly signedOn!: string;
  @EnumField(SignatureCapacityEnum, 'Quyền hạn ký. (Signature capacity.)', { optional: true })
  readonly capacity?: SignatureCapacity;
  @LineField('Chức vụ người ký, không ghi họ tên. (Office of the signer, no name.)', { max: 120, optional: true })
  readonly office?: string;
  @HashField('SHA-256 của tệp văn bản. (SHA-256 of the file.)', { optional: true })
  readonly hash?: string;
}

/** What every command may carry beside its own content. */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @UuidField('Mã lệnh do máy khách sinh, một mã cho một ý định; gửi lại không ghi trùng. (Idempotency id.)')
  readonly commandId!: string;
  @IntField('Phiên bản hồ sơ mà người dùng đã xem. (The revision the sender decided on.)', -1, 2_000_000_000, {
    optional: true,
  })
  readonly expectedRevision?: number;
  @HashField('Dấu căn cứ lấy từ availableActions. (Digest of the evidence seen.)', { optional: true })
  readonly expectedEvidence?: string;
  @ProseField('Lý do; được mã hóa trước khi lưu. (Reason; sealed before it is stored.)', {
    max: 2000,
    optional: true,
    public: true,
  })
  readonly reason?: string;
  @PartField(() => DocumentRefInput, 'Văn bản làm căn cứ. (The document behind the act.)', { optional: true })
  readonly document?: DocumentRefInput;
  @InstantField('Thời điểm việc xảy ra; để trống nếu là bây giờ. (When it happened.)', { optional: true })
  readonly occurredAt?: string;
  @InstantField('Thời điểm có hiệu lực. (Effective from.)', { optional: true })
  readonly effectiveFrom?: string;
  @UuidField('Mã ủy quyền khi thực hiện thay người khác. (The delegation acted under.)', { optional: true })
  readonly delegation?: string;
}

/** A command's payload as clients write it: persons and prose are plain there. */
export type AsInput<T> = [T] extends [Personal | undefined]
  ? string | PersonInput
  : T extends readonly (infer U)[]
    ? readonly AsInput<U>[]
    : T extends object
      ? { readonly [K in keyof T]: AsInput<T[K]> }
      : T;

/** What every command may carry, by name. */
export const ENVELOPE = [
  'commandId',
  'expectedRevision',
  'expectedEvidence',
  'reason',
  'document',
  'occurredAt',
  'effectiveFrom',
  'delegation',
] as const;
