import {
  CommandInput,
  DateField,
  EnumsField,
  FlagField,
  IdField,
  IdsField,
  IntField,
  LineField,
  PartsField,
  ProseField,
  Where,
  type CommandInputs,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { EvaluationCommand } from './commands.js';
import { EvaluationStatus, VerdictEnum } from './enums.js';
import type { Verdict } from './events.js';

const MOST_POINTS = 100;

@InputType('CriterionPointsInput', { description: 'Điểm của một tiêu chí. (Points for one criterion.)' })
class CriterionPointsInput {
  @LineField('Mã tiêu chí. (Criterion key.)', { max: 60 })
  readonly criterion!: string;
  @IntField('Điểm, số nguyên. (Whole points.)', 0, MOST_POINTS)
  readonly points!: number;
}

@InputType('PanelSeatInput', { description: 'Một vị trí trong tổ thẩm định. (A seat on the panel.)' })
class PanelSeatInput {
  @IdField('Subject', 'Thành viên. (Member.)')
  readonly subject!: string;
  @FlagField('Tổ trưởng. (Leads the panel.)')
  readonly lead!: boolean;
}

@InputType('ScoreAdjustmentInput', {
  description: 'Điều chỉnh điểm một tiêu chí của một thành viên. (One adjusted score.)',
})
class ScoreAdjustmentInput extends CriterionPointsInput {
  @IdField('Subject', 'Thành viên đã chấm. (The member who scored.)')
  readonly subject!: string;
}

@InputType('PlanEvaluationInput', {
  description: 'Lập kế hoạch đánh giá một mô hình đã đăng ký. (Plan the evaluation of a registered model.)',
})
class PlanEvaluationInput extends CommandInput {
  @IdField('Campaign', 'Phong trào. (Campaign.)')
  readonly campaign!: string;
  @IdField('Unit', 'Đơn vị đang chủ trì mô hình. (The model’s present owner.)')
  readonly unit!: string;
  @IdField('Model', 'Mô hình. (Model.)')
  readonly model!: string;
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
}

@InputType({ isAbstract: true })
abstract class OnEvaluation extends CommandInput {
  @IdField('Evaluation', 'Hồ sơ đánh giá. (The evaluation.)')
  readonly id!: string;
}

@InputType({ isAbstract: true })
abstract class WithPoints extends OnEvaluation {
  @PartsField(() => CriterionPointsInput, 'Điểm từng tiêu chí. (Points by criterion.)', { least: 1, most: 50 })
  readonly points!: readonly CriterionPointsInput[];
}

@InputType('SubmitSelfEvaluationInput', { description: 'Gửi tự đánh giá. (Submit the self-evaluation.)' })
class SubmitSelfEvaluationInput extends WithPoints {
  @ProseField('Thuyết minh, dẫn minh chứng. (Statement.)', { max: 10_000 })
  readonly statement!: string;
}
@InputType('ReturnSelfEvaluationInput', { description: 'Trả lại tự đánh giá, có lý do. (Return the self-evaluation.)' })
class ReturnSelfEvaluationInput extends OnEvaluation {}
@InputType('WithdrawSelfEvaluationInput', {
  description: 'Rút tự đánh giá về để sửa, có lý do. (Withdraw the self-evaluation.)',
})
class WithdrawSelfEvaluationInput extends OnEvaluation {}
@InputType('AppointPanelInput', { description: 'Thành lập tổ thẩm định. (Appoint the panel.)' })
class AppointPanelInput extends OnEvaluation {
  @PartsField(() => PanelSeatInput, 'Các thành viên. (Members.)', { least: 1, most: 30 })
  readonly members!: readonly PanelSeatInput[];
}
@InputType('OpenPanelInput', { description: 'Bắt đầu chấm điểm; thành viên được chốt. (Open the panel.)' })
class OpenPanelInput extends OnEvaluation {}
@InputType('DeclareRecusalInput', {
  description: 'Từ chối tham gia thẩm định do xung đột lợi ích, có lý do. (Declare a recusal.)',
})
class DeclareRecusalInput extends OnEvaluation {}
@InputType('ReplacePanelistInput', {
  description: 'Thay thành viên đã từ chối tham gia, vắng mặt hoặc có xung đột lợi ích, có lý do. (Replace a member.)',
})
class ReplacePanelistInput extends OnEvaluation {
  @IdField('Subject', 'Người được thay. (Who leaves.)')
  readonly subject!: string;
  @IdField('Subject', 'Người thay. (Who takes the seat.)')
  readonly by!: string;
}
@InputType('SubmitScoreInput', { description: 'Nộp phiếu điểm. (Submit a score.)' })
class SubmitScoreInput extends WithPoints {
  @ProseField('Nhận xét. (Comment.)')
  readonly comment!: string;
}
@InputType('WithdrawScoreInput', { description: 'Rút phiếu điểm của mình. (Withdraw the own score.)' })
class WithdrawScoreInput extends OnEvaluation {}
@InputType('RecordSiteVisitInput', { description: 'Ghi nhận kiểm tra thực tế. (Record a site visit.)' })
class RecordSiteVisitInput extends OnEvaluation {
  @DateField('Ngày kiểm tra. (Day of the visit.)')
  readonly on!: string;
  @LineField('Địa điểm. (Place.)')
  readonly place!: string;
  @ProseField('Kết quả. (Findings.)')
  readonly findings!: string;
}
@InputType('ModerateScoresInput', { description: 'Điều chỉnh điểm, có lý do. (Moderate the scores.)' })
class ModerateScoresInput extends OnEvaluation {
  @PartsField(() => ScoreAdjustmentInput, 'Các điều chỉnh. (Adjustments.)', { least: 1, most: 200 })
  readonly adjustments!: readonly ScoreAdjustmentInput[];
}
@InputType('ConcludeEvaluationInput', {
  description: 'Kết luận đánh giá; kết quả do điểm và minh chứng quyết định. (Conclude.)',
})
class ConcludeEvaluationInput extends OnEvaluation {}
@InputType('LodgeObjectionInput', { description: 'Đề nghị xem xét lại kết quả, có lý do. (Lodge an objection.)' })
class LodgeObjectionInput extends OnEvaluation {}
@InputType('DismissObjectionInput', {
  description: 'Không chấp nhận đề nghị xem xét lại, có lý do. (Dismiss the objection.)',
})
class DismissObjectionInput extends OnEvaluation {}
@InputType('UpholdObjectionInput', { description: 'Chấp nhận đề nghị xem xét lại, có lý do. (Uphold the objection.)' })
class UpholdObjectionInput extends OnEvaluation {}
@InputType('ReopenEvaluationInput', { description: 'Đánh giá lại, có lý do. (Reopen the evaluation.)' })
class ReopenEvaluationInput extends OnEvaluation {
  @IdsField('Subject', 'Những thành viên có xung đột lợi ích. (Members found in conflict.)', { most: 30 })
  readonly conflicted!: readonly string[];
}
@InputType('CancelEvaluationInput', { description: 'Hủy đánh giá, có lý do. (Cancel the evaluation.)' })
class CancelEvaluationInput extends OnEvaluation {}
@InputType('TransferEvaluationInput', {
  description: 'Chuyển hồ sơ sang đơn vị đang chủ trì mô hình. (Follow the model to its present owner.)',
})
class TransferEvaluationInput extends OnEvaluation {}

export const evaluationInputs: CommandInputs<EvaluationCommand> = {
  PlanEvaluation: PlanEvaluationInput,
  SubmitSelfEvaluation: SubmitSelfEvaluationInput,
  ReturnSelfEvaluation: ReturnSelfEvaluationInput,
  WithdrawSelfEvaluation: WithdrawSelfEvaluationInput,
  AppointPanel: AppointPanelInput,
  OpenPanel: OpenPanelInput,
  DeclareRecusal: DeclareRecusalInput,
  ReplacePanelist: ReplacePanelistInput,
  SubmitScore: SubmitScoreInput,
  WithdrawScore: WithdrawScoreInput,
  RecordSiteVisit: RecordSiteVisitInput,
  ModerateScores: ModerateScoresInput,
  ConcludeEvaluation: ConcludeEvaluationInput,
  LodgeObjection: LodgeObjectionInput,
  DismissObjection: DismissObjectionInput,
  UpholdObjection: UpholdObjectionInput,
  ReopenEvaluation: ReopenEvaluationInput,
  CancelEvaluation: CancelEvaluationInput,
  TransferEvaluation: TransferEvaluationInput,
};

@InputType('EvaluationWhere', { description: 'Lọc hồ sơ đánh giá. (Filter evaluations.)' })
export class EvaluationWhere extends Where {
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @IdsField('Model', 'Của các mô hình. (Of these models.)', { optional: true })
  readonly model?: readonly string[];
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100, { optional: true })
  readonly year?: number;
  @EnumsField(EvaluationStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @EnumsField(VerdictEnum, 'Kết luận. (Verdicts.)', { optional: true })
  readonly verdict?: readonly Verdict[];
  @FlagField('Được duy trì thường xuyên. (Maintained.)', { optional: true })
  readonly maintained?: boolean;
}
