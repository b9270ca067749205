import { codeEnum, EnumField, FlagField, IntField, LineField, LinesField, PartField } from '#graphql';
import { InputType } from '@nestjs/graphql';
import { DEADLINES, type CampaignPolicy, type DeadlineName } from './policy/shape.js';

type Kind = CampaignPolicy['deadlines'][DeadlineName]['kind'];

const DeadlineKindEnum = codeEnum<Kind>('DeadlineKind', 'Cách tính hạn. (How a deadline is counted.)', {
  days: 'Số ngày sau bước trước. (Days after the step before.)',
  workingDays: 'Số ngày làm việc sau bước trước. (Working days after the step before.)',
  before: 'Trước một ngày của năm. (Before a day of the year.)',
});
const CouncilBasisEnum = codeEnum<CampaignPolicy['council']['basis']>(
  'CouncilBasis',
  'Cơ sở tính tỷ lệ phiếu. (Voting basis.)',
  {
    ALL_MEMBERS: 'Toàn thể thành viên. (All members.)',
    PRESENT: 'Thành viên có mặt. (Members present.)',
  },
);

@InputType('DeadlineRuleInput', { description: 'Quy tắc tính hạn. (A deadline rule.)' })
class DeadlineRuleInput {
  @EnumField(DeadlineKindEnum, 'Cách tính. (Kind.)')
  readonly kind!: Kind;
  @IntField('Số ngày. (Days.)', 0, 3660, { optional: true })
  readonly days?: number;
  @LinesField('Ngày nghỉ lễ, YYYY-MM-DD; chỉ dùng khi tính ngày làm việc. (Holidays; for working days only.)', {
    max: 10,
    most: 60,
    optional: true,
  })
  readonly holidays?: readonly string[];
  @LineField('Ngày trong năm, MM-DD; ngày đó đã là trễ. (Day of the year; that day is late.)', {
    max: 5,
    optional: true,
  })
  readonly monthDay?: string;
  @IntField('Tính từ năm thi đua: 0 là cùng năm. (Years from the cycle’s year.)', -1, 1, { optional: true })
  readonly year?: number;
}

@InputType('PolicyDeadlinesInput', { description: 'Các thời hạn. (Deadlines.)' })
class PolicyDeadlinesInput {}
for (const name of DEADLINES)
  PartField(() => DeadlineRuleInput, `Thời hạn ${name}. (Deadline ${name}.)`)(PolicyDeadlinesInput.prototype, name);

@InputType('PolicyTargetsInput', { description: 'Cách tính chỉ tiêu. (How targets are counted.)' })
class PolicyTargetsInput {
  @FlagField('Kế hoạch lồng ghép được tính. (Integrated plans count.)')
  readonly integratedPlanCounts!: boolean;
  @FlagField('Cách làm được tính như mô hình. (Practices count.)')
  readonly practiceCounts!: boolean;
  @FlagField('Đăng ký hủy trước khi triển khai không tính vào mẫu số. (Cancelled ones leave the denominator.)')
  readonly cancelledLeaveDenominator!: boolean;
}
@InputType('PolicyPanelInput', { description: 'Tổ thẩm định. (Panel.)' })
class PolicyPanelInput {
  @IntField('Số thành viên tối thiểu. (Minimum.)', 1, 50)
  readonly minimumMembers!: number;
}
@InputType('PolicyEvaluationInput', { description: 'Đánh giá. (Evaluation.)' })
class PolicyEvaluationInput {
  @IntField('Số điểm từ đó được coi là hiệu quả. (The score from which a model is effective.)', 1, 100)
  readonly effectiveScore!: number;
}
@InputType('PolicyCouncilInput', { description: 'Biểu quyết của Hội đồng. (Council vote.)' })
class PolicyCouncilInput {
  @EnumField(CouncilBasisEnum, 'Cơ sở. (Basis.)')
  readonly basis!: CampaignPolicy['council']['basis'];
  @IntField('Tử số của tỷ lệ. (Numerator.)', 1, 100)
  readonly numerator!: number;
  @IntField('Mẫu số của tỷ lệ. (Denominator.)', 1, 100)
  readonly denominator!: number;
  @FlagField('Bỏ phiếu kín. (Secret ballot.)')
  readonly secret!: boolean;
}
@InputType('PolicyCompetenceInput', { description: 'Thẩm quyền quyết định. (Who may decide.)' })
class PolicyCompetenceInput {
  @LinesField('Vai trò được quyết định Giấy khen. (Giấy khen.)', { max: 40, most: 10 })
  readonly CERTIFICATE_OF_COMMENDATION!: readonly string[];
  @LinesField('Vai trò được quyết định Bằng khen. (Bằng khen.)', { max: 40, most: 10 })
  readonly CERTIFICATE_OF_MERIT!: readonly string[];
}

@InputType('PolicyNoticesInput', { description: 'Nhắc hạn và đôn đốc. (Reminders and escalation.)' })
class PolicyNoticesInput {
  @IntField('Số ngày nhắc trước hạn; 0 là không nhắc. (Days before a deadline; 0 for no reminder.)', 0, 90)
  readonly remindDaysBefore!: number;
  @IntField('Số ngày quá hạn thì báo cấp trên. (Days after it until the authorities are told.)', 0, 365)
  readonly escalateDaysAfter!: number;
}

@InputType('PolicyInput', { description: 'Quy chế của phong trào. (A campaign’s policy.)' })
export class PolicyInput {
  @PartField(() => PolicyDeadlinesInput, 'Thời hạn. (Deadlines.)')
  readonly deadlines!: CampaignPolicy['deadlines'];
  @IntField('Năm đầu: số ngày để ban hành kế hoạch. (First cycle: days for plans.)', 1, 366)
  readonly firstPlanDays!: number;
  @PartField(() => PolicyTargetsInput, 'Chỉ tiêu. (Targets.)')
  readonly targets!: PolicyTargetsInput;
  @PartField(() => PolicyPanelInput, 'Tổ thẩm định. (Panel.)')
  readonly panel!: PolicyPanelInput;
  @PartField(() => PolicyEvaluationInput, 'Đánh giá. (Evaluation.)')
  readonly evaluation!: PolicyEvaluationInput;
  @PartField(() => PolicyCouncilInput, 'Hội đồng. (Council.)')
  readonly council!: PolicyCouncilInput;
  @PartField(() => PolicyNoticesInput, 'Nhắc hạn, đôn đốc. (Reminders.)')
  readonly notices!: PolicyNoticesInput;
  @PartField(() => PolicyCompetenceInput, 'Thẩm quyền. (Competence.)')
  readonly competentFor!: PolicyCompetenceInput;
}

@InputType('CriterionLabelInput', { description: 'Tên tiêu chí. (Label.)' })
class CriterionLabelInput {
  @LineField('Tiếng Việt. (Vietnamese.)')
  readonly vi!: string;
  @LineField('Tiếng Anh. (English.)')
  readonly en!: string;
}

@InputType('CriterionInput', { description: 'Tiêu chí chấm điểm. (A criterion.)' })
export class CriterionInput {
  @LineField('Mã. (Key.)', { max: 60 })
  readonly key!: string;
  @PartField(() => CriterionLabelInput, 'Tên. (Label.)')
  readonly label!: CriterionLabelInput;
  @IntField('Điểm tối đa. (Points.)', 1, 100)
  readonly points!: number;
  @FlagField('Điều kiện bắt buộc: dưới một nửa số điểm thì không đạt. (Gate.)')
  readonly gate!: boolean;
}
