import {
  CommandInput,
  DateField,
  EnumField,
  EnumsField,
  FlagField,
  HashField,
  IdField,
  IdsField,
  IntField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  ProseField,
  Where,
  type CommandInputs,
} from '#graphql';
import { Field, Float, InputType } from '@nestjs/graphql';
import { IsNumber } from 'class-validator';
import type { ModelCommand } from './commands.js';
import { EvidenceKindEnum, ModelKindEnum, ModelStatus } from './enums.js';
import type { Evidence, ModelKind } from './events.js';

@InputType('ModelFormInput', {
  description:
    'Các mục của bản đăng ký, sau tên mô hình; phải đủ khi gửi đăng ký. (The form; all of it is needed to submit a registration.)',
})
class ModelFormInput {
  @ProseField('Thực trạng, lý do xây dựng. (Situation.)', { optional: true, public: true })
  readonly situation?: string;
  @ProseField('Mục tiêu, tiêu chí. (Objectives.)', { optional: true, public: true })
  readonly objectives?: string;
  @ProseField('Nội dung, cách thức thực hiện. (Content.)', { optional: true, public: true })
  readonly content?: string;
  @ProseField('Địa bàn, đối tượng. (Place and people.)', { optional: true, public: true })
  readonly place?: string;
  @ProseField('Lực lượng chủ trì, phối hợp, tham gia. (Forces.)', { optional: true, public: true })
  readonly forces?: string;
  @ProseField('Nguồn lực, thời gian. (Resources and time.)', { optional: true, public: true })
  readonly resources?: string;
  @ProseField('Sản phẩm, kết quả có thể kiểm chứng. (Outputs.)', { optional: true, public: true })
  readonly outputs?: string;
  @ProseField('Khả năng duy trì, nhân rộng. (Sustainability.)', { optional: true, public: true })
  readonly sustainability?: string;
}

@InputType({ isAbstract: true })
abstract class NewModelInput extends CommandInput {
  @IdField('Campaign', 'Phong trào. (Campaign.)')
  readonly campaign!: string;
  @IdField('Unit', 'Đơn vị chủ trì. (Owner.)')
  readonly unit!: string;
  @LineField('Mã lĩnh vực. (Field key.)', { max: 60 })
  readonly field!: string;
  @LineField('Mã mô hình mẫu. (Template code.)', { max: 20, optional: true })
  readonly template?: string;
  @LineField('Tên mô hình. (Name.)')
  readonly name!: string;
  @EnumField(ModelKindEnum, 'Loại. (Kind.)')
  readonly kind!: ModelKind;
  @LineField('Thôn, tổ dân phố, bộ phận thực hiện; không ghi họ tên. (Sub-unit, never a person.)', {
    max: 200,
    optional: true,
  })
  readonly subUnit?: string;
  @IdsField('Unit', 'Các đơn vị phối hợp. (Coordinating units.)', { most: 30 })
  readonly joint!: readonly string[];
  @PartField(() => ModelFormInput, 'Nội dung. (Form.)')
  readonly form!: ModelFormInput;
}

@InputType('ProposeModelInput', { description: 'Đề xuất mô hình của đơn vị. (Propose a model of the unit.)' })
class ProposeModelInput extends NewModelInput {
  @IdField('Model', 'Mô hình gốc được nhân rộng. (The model replicated.)', { optional: true })
  readonly derivedFrom?: string;
}
@InputType('NominateModelInput', {
  description: 'Giới thiệu mô hình của đơn vị khác. (Nominate a model of another unit.)',
})
class NominateModelInput extends NewModelInput {}

@InputType({ isAbstract: true })
abstract class OnModel extends CommandInput {
  @IdField('Model', 'Mô hình. (The model.)')
  readonly id!: string;
}

@InputType({ isAbstract: true })
abstract class OnModelYear extends OnModel {
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
}

@InputType('ActivityMeasureInput', { description: 'Số liệu của hoạt động. (A figure.)' })
class ActivityMeasureInput {
  @LineField('Tên số liệu. (Name.)', { max: 200 })
  readonly name!: string;
  @Field(() => Float, { description: 'Giá trị. (Value.)' })
  @IsNumber()
  readonly value!: number;
  @LineField('Đơn vị tính. (Unit of measure.)', { max: 40, optional: true })
  readonly unit?: string;
}

@InputType('ActivityEvidenceInput', {
  description:
    'Minh chứng: tệp (kèm SHA-256) hoặc liên kết (kèm địa chỉ). (A file with its SHA-256, or a link with its address.)',
})
class ActivityEvidenceInput {
  @EnumField(EvidenceKindEnum, 'Loại. (Kind.)')
  readonly kind!: Evidence['kind'];
  @LineField('Tên minh chứng. (Title.)')
  readonly title!: string;
  @HashField('SHA-256 của tệp. (SHA-256 of the file.)', { optional: true })
  readonly hash?: string;
  @LineField('Địa chỉ http hoặc https. (Address.)', { max: 2000, optional: true })
  readonly url?: string;
}

@InputType('RecordActivityInput', { description: 'Ghi nhận hoạt động và minh chứng. (Record an activity.)' })
class RecordActivityInput extends OnModel {
  @DateField('Ngày diễn ra. (Date.)')
  readonly on!: string;
  @ProseField('Nội dung đã làm. (What was done.)')
  readonly summary!: string;
  @PartsField(() => ActivityMeasureInput, 'Số liệu. (Figures.)', { most: 30, optional: true })
  readonly measures?: readonly ActivityMeasureInput[];
  @PartsField(() => ActivityEvidenceInput, 'Minh chứng. (Evidence.)', { most: 30 })
  readonly evidence!: readonly ActivityEvidenceInput[];
}

@InputType('ModelDetailsInput', { description: 'Chỉ những nội dung thay đổi. (Only what changes.)' })
class ModelDetailsInput {
  @LineField('Tên mô hình. (Name.)', { optional: true })
  readonly name?: string;
  @EnumField(ModelKindEnum, 'Loại. (Kind.)', { optional: true })
  readonly kind?: ModelKind;
  @LineField('Thôn, tổ dân phố, bộ phận thực hiện; không ghi họ tên. (Sub-unit, never a person.)', {
    max: 200,
    optional: true,
  })
  readonly subUnit?: string;
  @IdsField('Unit', 'Các đơn vị phối hợp. (Coordinating units.)', { most: 30, optional: true })
  readonly joint?: readonly string[];
  @PartField(() => ModelFormInput, 'Nội dung. (Form.)', { optional: true })
  readonly form?: ModelFormInput;
}

@InputType('ReviseModelDetailsInput', { description: 'Sửa nội dung mô hình. (Revise the details.)' })
class ReviseModelDetailsInput extends OnModel {
  @PartField(() => ModelDetailsInput, 'Nội dung thay đổi. (Changes.)')
  readonly details!: ModelDetailsInput;
}

@InputType('TakeUpNominationInput', { description: 'Nhận mô hình được giới thiệu. (Take up the nomination.)' })
class TakeUpNominationInput extends OnModel {}
@InputType('DeclineNominationInput', {
  description: 'Không nhận mô hình được giới thiệu, có lý do. (Decline the nomination with a reason.)',
})
class DeclineNominationInput extends OnModel {}
@InputType('StartImplementationInput', { description: 'Bắt đầu triển khai. (Start implementation.)' })
class StartImplementationInput extends OnModel {}
@InputType('SuspendModelInput', { description: 'Tạm dừng mô hình, có lý do. (Suspend the model with a reason.)' })
class SuspendModelInput extends OnModel {}
@InputType('ResumeModelInput', { description: 'Tiếp tục mô hình, có lý do. (Resume the model with a reason.)' })
class ResumeModelInput extends OnModel {}
@InputType('RaiseMaintenanceDoubtInput', {
  description: 'Nêu nghi vấn về việc duy trì, có lý do. (Raise a maintenance doubt with a reason.)',
})
class RaiseMaintenanceDoubtInput extends OnModel {}
@InputType('DeclareMaintainedInput', { description: 'Kết luận mô hình được duy trì trong năm. (Declare maintained.)' })
class DeclareMaintainedInput extends OnModelYear {}
@InputType('DeclareNotMaintainedInput', {
  description: 'Kết luận mô hình không được duy trì trong năm, có lý do. (Declare not maintained with a reason.)',
})
class DeclareNotMaintainedInput extends OnModelYear {}
@InputType('TransferModelOwnershipInput', {
  description: 'Chuyển đơn vị chủ trì bằng văn bản. (Transfer the ownership by a document.)',
})
class TransferModelOwnershipInput extends OnModel {
  @IdField('Unit', 'Đơn vị chủ trì mới. (New owner.)')
  readonly to!: string;
}
@InputType('ClearModelForPublicationInput', {
  description: 'Cho phép công khai bằng văn bản. (Clear for publication by a document.)',
})
class ClearModelForPublicationInput extends OnModel {}
@InputType('EndModelInput', { description: 'Kết thúc mô hình, có lý do. (End the model with a reason.)' })
class EndModelInput extends OnModel {}

/** The input of each command on models. */
export const modelInputs: CommandInputs<ModelCommand> = {
  ProposeModel: ProposeModelInput,
  NominateModel: NominateModelInput,
  TakeUpNomination: TakeUpNominationInput,
  DeclineNomination: DeclineNominationInput,
  StartImplementation: StartImplementationInput,
  RecordActivity: RecordActivityInput,
  ReviseModelDetails: ReviseModelDetailsInput,
  SuspendModel: SuspendModelInput,
  ResumeModel: ResumeModelInput,
  RaiseMaintenanceDoubt: RaiseMaintenanceDoubtInput,
  DeclareMaintained: DeclareMaintainedInput,
  DeclareNotMaintained: DeclareNotMaintainedInput,
  TransferModelOwnership: TransferModelOwnershipInput,
  ClearModelForPublication: ClearModelForPublicationInput,
  EndModel: EndModelInput,
};

/** Conditions on lists of models, named like the view's columns. */
@InputType('ModelWhere', { description: 'Lọc mô hình. (Filter models.)' })
export class ModelWhere extends Where {
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @EnumsField(ModelStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @LinesField('Mã các lĩnh vực. (Field keys.)', { max: 60, most: 20, optional: true })
  readonly field?: readonly string[];
  @LinesField('Mã các mô hình mẫu. (Template codes.)', { max: 20, most: 20, optional: true })
  readonly template?: readonly string[];
  @EnumField(ModelKindEnum, 'Loại. (Kind.)', { optional: true })
  readonly kind?: ModelKind;
  @IdField('Model', 'Nhân rộng từ mô hình này. (Replicated from this model.)', { optional: true })
  readonly derivedFrom?: string;
  @FlagField('Đang có nghi vấn về việc duy trì. (With an open doubt.)', { optional: true })
  readonly doubted?: boolean;
}
