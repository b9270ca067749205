import {
  CommandInput,
  DateField,
  DocumentRefInput,
  EnumField,
  EnumsField,
  FlagField,
  IdField,
  IdsField,
  IntField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  PersonField,
  type PersonInput,
  ProseField,
  Where,
  codeEnum,
  type CommandInputs,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { PlanCommand } from './commands.js';
import type { LinkedProgramme, PlanMode } from './events.js';
import { PlanStatus } from './enums.js';

/** The two ways to have a plan, in GraphQL. */
export const PlanModeEnum = codeEnum<PlanMode>('PlanMode', 'Hình thức kế hoạch. (Plan mode.)', {
  STANDALONE: 'Kế hoạch riêng. (A plan of its own.)',
  INTEGRATED: 'Lồng ghép vào chương trình khác. (Part of another programme.)',
});

/** The programmes a plan is tied to, in GraphQL. */
export const LinkedProgrammeEnum = codeEnum<LinkedProgramme>(
  'LinkedProgramme',
  'Chương trình gắn kết. (Linked programme.)',
  {
    ADMINISTRATIVE_REFORM: 'Cải cách hành chính. (Administrative reform.)',
    DIGITAL_TRANSFORMATION: 'Chuyển đổi số. (Digital transformation.)',
    GRASSROOTS_DEMOCRACY: 'Dân chủ ở cơ sở. (Grassroots democracy.)',
    PATRIOTIC_EMULATION: 'Phong trào thi đua yêu nước. (Patriotic emulation.)',
  },
);

@InputType('HostDocumentInput', {
  description: 'Văn bản mà kế hoạch được lồng ghép vào. (Host of an integrated plan.)',
})
class HostDocumentInput {
  @PartField(() => DocumentRefInput, 'Văn bản. (Document.)')
  readonly document!: DocumentRefInput;
  @LineField('Mục, phần, trang. (Section or page.)', { max: 200 })
  readonly section!: string;
}

@InputType('PlanTaskInput', { description: 'Nhiệm vụ trong kế hoạch. (A task of the plan.)' })
class PlanTaskInput {
  @LineField('Tên nhiệm vụ. (Title.)')
  readonly title!: string;
  @DateField('Hạn hoàn thành. (Due date.)')
  readonly due!: string;
}

@InputType('PlanContentInput', { description: 'Nội dung kế hoạch. (What a plan says.)' })
class PlanContentInput {
  @LineField('Trích yếu. (Title.)')
  readonly title!: string;
  @EnumField(PlanModeEnum, 'Hình thức. (Mode.)')
  readonly mode!: PlanMode;
  @PartField(() => HostDocumentInput, 'Văn bản được lồng ghép. (Host document.)', { optional: true })
  readonly host?: HostDocumentInput;
  @LinesField('Mã các lĩnh vực. (Field keys.)', { max: 60, most: 20 })
  readonly fields!: readonly string[];
  @PersonField('Người phụ trách. (Responsible person.)')
  readonly responsible!: PersonInput;
  @IdsField('Unit', 'Các đơn vị phối hợp. (Coordinating units.)')
  readonly coordination!: readonly string[];
  @EnumsField(LinkedProgrammeEnum, 'Các chương trình gắn kết. (Linked programmes.)')
  readonly programmes!: readonly LinkedProgramme[];
  @PartsField(() => PlanTaskInput, 'Các nhiệm vụ. (Tasks.)')
  readonly tasks!: readonly PlanTaskInput[];
}

@InputType('DraftPlanInput', { description: 'Soạn kế hoạch. (Draft a plan.)' })
class DraftPlanInput extends CommandInput {
  @IdField('Campaign', 'Phong trào. (Campaign.)')
  readonly campaign!: string;
  @IdField('Unit', 'Đơn vị. (Unit.)')
  readonly unit!: string;
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
  @PartField(() => PlanContentInput, 'Nội dung. (Content.)')
  readonly content!: PlanContentInput;
}

@InputType({ isAbstract: true })
abstract class OnPlan extends CommandInput {
  @IdField('Plan', 'Kế hoạch. (The plan.)')
  readonly id!: string;
}

@InputType({ isAbstract: true })
abstract class WithContent extends OnPlan {
  @PartField(() => PlanContentInput, 'Nội dung. (Content.)')
  readonly content!: PlanContentInput;
}

@InputType('RevisePlanInput', { description: 'Chỉnh sửa dự thảo. (Revise the draft.)' })
class RevisePlanInput extends WithContent {}
@InputType('IssuePlanInput', { description: 'Ban hành kế hoạch. (Issue the plan.)' })
class IssuePlanInput extends OnPlan {}
@InputType('SubmitPlanInput', { description: 'Gửi kế hoạch. (Submit the plan.)' })
class SubmitPlanInput extends OnPlan {}
@InputType('ReceivePlanInput', { description: 'Tiếp nhận kế hoạch. (Receive the plan.)' })
class ReceivePlanInput extends OnPlan {}
@InputType('ReturnPlanInput', { description: 'Trả lại kế hoạch, có lý do. (Return the plan with a reason.)' })
class ReturnPlanInput extends OnPlan {}
@InputType('AcceptPlanInput', { description: 'Chấp nhận kế hoạch. (Accept the plan.)' })
class AcceptPlanInput extends OnPlan {}
@InputType('AmendPlanInput', { description: 'Sửa đổi kế hoạch bằng văn bản. (Amend the plan.)' })
class AmendPlanInput extends WithContent {}
@InputType('ReplacePlanInput', { description: 'Thay thế kế hoạch. (Replace the plan.)' })
class ReplacePlanInput extends WithContent {}
@InputType('IssuePlanErratumInput', { description: 'Đính chính kế hoạch. (Issue an erratum.)' })
class IssuePlanErratumInput extends OnPlan {
  @ProseField('Nội dung đính chính. (Correction.)')
  readonly correction!: string;
}
@InputType('WithdrawPlanInput', { description: 'Rút kế hoạch, có lý do. (Withdraw the plan.)' })
class WithdrawPlanInput extends OnPlan {}

/** The input of each command on plans. */
export const planInputs: CommandInputs<PlanCommand> = {
  DraftPlan: DraftPlanInput,
  RevisePlan: RevisePlanInput,
  IssuePlan: IssuePlanInput,
  SubmitPlan: SubmitPlanInput,
  ReceivePlan: ReceivePlanInput,
  ReturnPlan: ReturnPlanInput,
  AcceptPlan: AcceptPlanInput,
  AmendPlan: AmendPlanInput,
  ReplacePlan: ReplacePlanInput,
  IssuePlanErratum: IssuePlanErratumInput,
  WithdrawPlan: WithdrawPlanInput,
};

/** Conditions on lists of plans, named like the view’s columns. */
@InputType('PlanWhere', { description: 'Lọc kế hoạch. (Filter plans.)' })
export class PlanWhere extends Where {
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100, { optional: true })
  readonly year?: number;
  @EnumsField(PlanStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @EnumField(PlanModeEnum, 'Hình thức. (Mode.)', { optional: true })
  readonly mode?: PlanMode;
  @FlagField('Gửi trễ hạn. (Late.)', { optional: true })
  readonly late?: boolean;
}
