import {
  CommandInput,
  DateField,
  DocumentRefInput,
  EnumField,
  FlagField,
  IdField,
  IdsField,
  IntField,
  LineField,
  PartField,
  PartsField,
  ProseField,
  codeEnum,
  EnumsField,
  Where,
  type CommandInputs,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import { CampaignStatus, DutyEnum } from './enums.js';
import type { CampaignCommand, DeclareMissed, ExtendDeadline } from './commands.js';
import { CriterionInput, PolicyInput } from './policy-input.js';

@InputType('LabelInput', { description: 'Tên gọi hai ngôn ngữ. (A label in two languages.)' })
class LabelInput {
  @LineField('Tiếng Việt. (Vietnamese.)', { max: 500 })
  readonly vi!: string;
  @LineField('Tiếng Anh. (English.)', { max: 500 })
  readonly en!: string;
}

@InputType('FieldInput', { description: 'Lĩnh vực. (Field of activity.)' })
class FieldInput {
  @LineField('Mã. (Key.)', { max: 60 })
  readonly key!: string;
  @PartField(() => LabelInput, 'Tên. (Label.)')
  readonly label!: LabelInput;
  @FlagField('Hạn chế phổ biến. (Restricted.)')
  readonly restricted!: boolean;
}

@InputType('TargetInput', { description: 'Chỉ tiêu. (Target.)' })
class TargetInput {
  @LineField('Mã. (Key.)', { max: 10 })
  readonly key!: string;
  @PartField(() => LabelInput, 'Nội dung. (Text.)')
  readonly label!: LabelInput;
}

@InputType('BasisInput', { description: 'Căn cứ ban hành. (Basis.)' })
class BasisInput {
  @LineField('Tên căn cứ. (Label.)', { max: 500 })
  readonly label!: string;
  @PartField(() => DocumentRefInput, 'Văn bản. (Document.)', { optional: true })
  readonly document?: DocumentRefInput;
}

@InputType('DraftCampaignInput', { description: 'Dự thảo kế hoạch phong trào. (Draft a campaign.)' })
class DraftCampaignInput extends CommandInput {
  @LineField('Tên phong trào. (Name.)')
  readonly name!: string;
  @IntField('Năm bắt đầu. (First year.)', 2000, 2100)
  readonly fromYear!: number;
  @IntField('Năm kết thúc. (Last year.)', 2000, 2100)
  readonly toYear!: number;
  @IdField('Unit', 'Đơn vị chủ trì. (Lead unit.)')
  readonly leadUnit!: string;
  @IdField('Unit', 'Đơn vị phối hợp. (Coordinating unit.)')
  readonly coordinatingUnit!: string;
  @PartsField(() => BasisInput, 'Căn cứ. (Basis.)')
  readonly basis!: readonly BasisInput[];
  @PartsField(() => FieldInput, 'Các lĩnh vực. (Fields.)', { least: 1, most: 20 })
  readonly fields!: readonly FieldInput[];
  @PartsField(() => TargetInput, 'Các chỉ tiêu. (Targets.)', { most: 20 })
  readonly targets!: readonly TargetInput[];
}

@InputType({ isAbstract: true })
abstract class OnCampaign extends CommandInput {
  @IdField('Campaign', 'Phong trào. (The campaign.)')
  readonly id!: string;
}

@InputType({ isAbstract: true })
abstract class OnCycle extends OnCampaign {
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
}

@InputType('RubricInput', { description: 'Thang điểm 100. (Rubric out of 100.)' })
class RubricInput {
  @PartsField(() => CriterionInput, 'Các tiêu chí. (Criteria.)', { least: 1, most: 30 })
  readonly criteria!: readonly CriterionInput[];
}

@InputType('ModelTemplateInput', { description: 'Mô hình mẫu. (Model template.)' })
class ModelTemplateInput {
  @LineField('Mã. (Code.)', { max: 20 })
  readonly code!: string;
  @LineField('Tên. (Name.)')
  readonly name!: string;
  @LineField('Mã lĩnh vực. (Field key.)', { max: 60 })
  readonly field!: string;
  @ProseField('Mục đích. (Purpose.)', { public: true })
  readonly purpose!: string;
}

@InputType('CharterAmendmentInput', { description: 'Nội dung sửa đổi. (What is amended.)' })
class CharterAmendmentInput {
  @PartsField(() => BasisInput, 'Căn cứ. (Basis.)', { optional: true })
  readonly basis?: readonly BasisInput[];
  @PartsField(() => FieldInput, 'Các lĩnh vực. (Fields.)', { optional: true, most: 20 })
  readonly fields?: readonly FieldInput[];
  @PartsField(() => TargetInput, 'Các chỉ tiêu. (Targets.)', { optional: true, most: 20 })
  readonly targets?: readonly TargetInput[];
}

const CycleWindowEnum = codeEnum<ExtendDeadline['window']>(
  'CycleWindow',
  'Mốc thời hạn của năm. (A cycle’s deadline.)',
  {
    plansBefore: 'Ban hành kế hoạch. (Plans.)',
    registrationsBefore: 'Đăng ký mô hình. (Registrations.)',
    midYearReportBefore: 'Sơ kết 6 tháng. (Mid-year report.)',
    annualReportBefore: 'Tổng kết năm. (Annual report.)',
  },
);

@InputType('IssueCampaignInput', {
  description: 'Ban hành; số văn bản có thể bổ sung sau. (Issue; the number may follow.)',
})
class IssueCampaignInput extends OnCampaign {}
@InputType('IdentifyCampaignDocumentInput', { description: 'Bổ sung số, ký hiệu. (Identify the document.)' })
class IdentifyCampaignDocumentInput extends OnCampaign {
  @PartField(() => DocumentRefInput, 'Văn bản. (Document.)')
  readonly identified!: DocumentRefInput;
}
@InputType('AdoptPolicyInput', { description: 'Ban hành quy chế. (Adopt a policy.)' })
class AdoptPolicyInput extends OnCampaign {
  @PartField(() => PolicyInput, 'Quy chế. (Policy.)')
  readonly policy!: PolicyInput;
}
@InputType('AdoptRubricInput', { description: 'Ban hành thang điểm. (Adopt a rubric.)' })
class AdoptRubricInput extends OnCampaign {
  @PartField(() => RubricInput, 'Thang điểm. (Rubric.)')
  readonly rubric!: RubricInput;
}
@InputType('PublishModelTemplateInput', { description: 'Công bố mô hình mẫu. (Publish a template.)' })
class PublishModelTemplateInput extends OnCampaign {
  @PartField(() => ModelTemplateInput, 'Mô hình mẫu. (Template.)')
  readonly template!: ModelTemplateInput;
}
@InputType('OpenCycleInput', { description: 'Mở năm thi đua. (Open a cycle.)' })
class OpenCycleInput extends OnCycle {}
@InputType('ExtendDeadlineInput', { description: 'Gia hạn. (Extend a deadline.)' })
class ExtendDeadlineInput extends OnCycle {
  @EnumField(CycleWindowEnum, 'Mốc. (Which.)')
  readonly window!: ExtendDeadline['window'];
  @DateField('Trước ngày. (Before this day.)')
  readonly before!: string;
}
@InputType('FreezeCycleInput', { description: 'Khóa sổ năm thi đua. (Freeze a cycle.)' })
class FreezeCycleInput extends OnCycle {}
@InputType('ThawCycleInput', { description: 'Mở lại sổ năm thi đua. (Thaw a cycle.)' })
class ThawCycleInput extends OnCycle {}
@InputType('DeclareMissedInput', { description: 'Công bố không hoàn thành nghĩa vụ. (Declare a duty missed.)' })
class DeclareMissedInput extends OnCycle {
  @EnumField(DutyEnum, 'Nghĩa vụ. (The duty.)')
  readonly duty!: DeclareMissed['duty'];
  @IdsField('Unit', 'Các đơn vị không hoàn thành. (The units that have missed it.)', { least: 1, most: 100 })
  readonly units!: readonly string[];
}
@InputType('CloseCycleInput', { description: 'Kết thúc năm thi đua. (Close a cycle.)' })
class CloseCycleInput extends OnCycle {}
@InputType('AmendCampaignInput', { description: 'Sửa đổi. (Amend.)' })
class AmendCampaignInput extends OnCampaign {
  @PartField(() => CharterAmendmentInput, 'Nội dung. (Content.)')
  readonly charter!: CharterAmendmentInput;
}
@InputType('SuspendCampaignInput', { description: 'Tạm dừng. (Suspend.)' })
class SuspendCampaignInput extends OnCampaign {}
@InputType('ResumeCampaignInput', { description: 'Tiếp tục. (Resume.)' })
class ResumeCampaignInput extends OnCampaign {}
@InputType('BeginClosingInput', { description: 'Bắt đầu tổng kết. (Begin closing.)' })
class BeginClosingInput extends OnCampaign {}
@InputType('StopClosingInput', { description: 'Dừng tổng kết. (Stop the closing.)' })
class StopClosingInput extends OnCampaign {}
@InputType('CloseCampaignInput', { description: 'Kết thúc. (Close.)' })
class CloseCampaignInput extends OnCampaign {}
@InputType('ArchiveCampaignInput', { description: 'Lưu trữ. (Archive.)' })
class ArchiveCampaignInput extends OnCampaign {}

export const campaignInputs: CommandInputs<CampaignCommand> = {
  DraftCampaign: DraftCampaignInput,
  IssueCampaign: IssueCampaignInput,
  IdentifyCampaignDocument: IdentifyCampaignDocumentInput,
  AdoptPolicy: AdoptPolicyInput,
  AdoptRubric: AdoptRubricInput,
  PublishModelTemplate: PublishModelTemplateInput,
  OpenCycle: OpenCycleInput,
  ExtendDeadline: ExtendDeadlineInput,
  FreezeCycle: FreezeCycleInput,
  ThawCycle: ThawCycleInput,
  DeclareMissed: DeclareMissedInput,
  CloseCycle: CloseCycleInput,
  AmendCampaign: AmendCampaignInput,
  SuspendCampaign: SuspendCampaignInput,
  ResumeCampaign: ResumeCampaignInput,
  BeginClosing: BeginClosingInput,
  StopClosing: StopClosingInput,
  CloseCampaign: CloseCampaignInput,
  ArchiveCampaign: ArchiveCampaignInput,
};

@InputType('CampaignWhere', { description: 'Lọc phong trào. (Filter campaigns.)' })
export class CampaignWhere extends Where {
  @EnumsField(CampaignStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
}
