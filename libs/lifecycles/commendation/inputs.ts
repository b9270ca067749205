import {
  CommandInput,
  DateField,
  EnumField,
  EnumsField,
  FlagField,
  IdField,
  IdsField,
  IntField,
  LineField,
  LinesField,
  PartsField,
  ProseField,
  UuidField,
  Where,
  type CommandInputs,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { CommendationCommand } from './commands.js';
import { CancellationGroundEnum, CommendationStatus, LevelEnum, OpinionGivenEnum } from './enums.js';
import type { CancellationGround, Level, OpinionGiven } from './events.js';
import { CommendationItemInput, ItemDecisionInput, ItemFindingInput } from './input-parts.js';

const MOST_VOTERS = 1000;
/** Whole đồng; GraphQL's Int ends just above. */
const MOST_MONEY = 2_000_000_000;

@InputType('PrepareDossierInput', { description: 'Lập hồ sơ đề nghị khen thưởng. (Prepare a dossier.)' })
class PrepareDossierInput extends CommandInput {
  @IdField('Campaign', 'Phong trào. (Campaign.)')
  readonly campaign!: string;
  @IdField('Unit', 'Đơn vị đề nghị. (Proposing unit.)')
  readonly unit!: string;
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
  @PartsField(() => CommendationItemInput, 'Các đề nghị. (Items.)', { least: 1, most: 100 })
  readonly items!: readonly CommendationItemInput[];
}

@InputType({ isAbstract: true })
abstract class OnDossier extends CommandInput {
  @IdField('Commendation', 'Hồ sơ khen thưởng. (The dossier.)')
  readonly id!: string;
}

@InputType({ isAbstract: true })
abstract class OnItem extends OnDossier {
  @UuidField('Mã mục trong hồ sơ. (Item.)')
  readonly item!: string;
}

@InputType({ isAbstract: true })
abstract class OnItemDay extends OnItem {
  @DateField('Ngày thực hiện. (Day.)')
  readonly on!: string;
}

@InputType('ReviseDossierInput', {
  description: 'Sửa hồ sơ: chỉ nêu mục mới và mục thay đổi. (Revise the dossier: new and changed items only.)',
})
class ReviseDossierInput extends OnDossier {
  @PartsField(() => CommendationItemInput, 'Mục mới và mục thay đổi. (Items.)', { most: 100 })
  readonly items!: readonly CommendationItemInput[];
  @LinesField('Mã các mục bỏ ra. (Items taken out.)', { max: 36, most: 100 })
  readonly removed!: readonly string[];
}
@InputType('SubmitDossierInput', { description: 'Trình hồ sơ. (Submit the dossier.)' })
class SubmitDossierInput extends OnDossier {}
@InputType('ResubmitDossierInput', { description: 'Trình lại hồ sơ. (Resubmit the dossier.)' })
class ResubmitDossierInput extends OnDossier {}
@InputType('WithdrawDossierInput', { description: 'Rút hồ sơ, có lý do. (Withdraw the dossier.)' })
class WithdrawDossierInput extends OnDossier {}
@InputType('ReceiveDossierInput', { description: 'Tiếp nhận hồ sơ. (Receive the dossier.)' })
class ReceiveDossierInput extends OnDossier {}
@InputType('ReturnDossierInput', { description: 'Trả lại hồ sơ, có lý do. (Return the dossier.)' })
class ReturnDossierInput extends OnDossier {}
@InputType('AppraiseDossierInput', { description: 'Thẩm định hồ sơ từng mục. (Appraise the dossier.)' })
class AppraiseDossierInput extends OnDossier {
  @PartsField(() => ItemFindingInput, 'Kết quả từng mục. (Findings.)', { least: 1, most: 100 })
  readonly findings!: readonly ItemFindingInput[];
}
@InputType('RequestOpinionInput', { description: 'Lấy ý kiến hiệp y. (Request an opinion.)' })
class RequestOpinionInput extends OnDossier {
  @IdsField('Unit', 'Các cơ quan được lấy ý kiến. (Bodies.)', { least: 1, most: 30 })
  readonly bodies!: readonly string[];
}
@InputType('RecordOpinionInput', { description: 'Ghi nhận ý kiến hiệp y. (Record an opinion.)' })
class RecordOpinionInput extends OnDossier {
  @IdField('Unit', 'Cơ quan trả lời. (Body.)')
  readonly body!: string;
  @EnumField(OpinionGivenEnum, 'Ý kiến. (Opinion.)')
  readonly opinion!: OpinionGiven;
}
@InputType('DeemOpinionGivenInput', {
  description: 'Hết hạn hiệp y, coi như không có ý kiến khác. (Deem the opinion given.)',
})
class DeemOpinionGivenInput extends OnDossier {}
@InputType('RecordCouncilVoteInput', {
  description: 'Ghi nhận kết quả bỏ phiếu của Hội đồng, kèm biên bản. (Record the council’s vote.)',
})
class RecordCouncilVoteInput extends OnDossier {
  @IntField('Tổng số thành viên. (Members.)', 1, MOST_VOTERS)
  readonly members!: number;
  @IntField('Số có mặt. (Present.)', 0, MOST_VOTERS)
  readonly present!: number;
  @IntField('Số phiếu đồng ý. (For.)', 0, MOST_VOTERS)
  readonly votesFor!: number;
  @IntField('Số phiếu không đồng ý. (Against.)', 0, MOST_VOTERS)
  readonly votesAgainst!: number;
  @FlagField('Bỏ phiếu kín. (Secret ballot.)')
  readonly secret!: boolean;
}
@InputType('SubmitForDecisionInput', {
  description: 'Trình cấp có thẩm quyền quyết định, kèm tờ trình. (Submit for decision.)',
})
class SubmitForDecisionInput extends OnDossier {}

@InputType({ isAbstract: true })
abstract class WithDecisions extends OnDossier {
  @PartsField(() => ItemDecisionInput, 'Ý kiến từng mục. (Decisions.)', { least: 1, most: 100 })
  readonly decisions!: readonly ItemDecisionInput[];
}
@InputType('DecideCommendationInput', { description: 'Quyết định khen thưởng từng mục. (Decide item by item.)' })
class DecideCommendationInput extends WithDecisions {}
@InputType('EnterDecisionInput', {
  description: 'Nhập quyết định của Chủ tịch UBND thành phố. (Enter the city’s decision.)',
})
class EnterDecisionInput extends WithDecisions {
  @LineField('Chức vụ người quyết định, không ghi họ tên. (Office that decided, no name.)', { max: 120 })
  readonly decidedBy!: string;
}
@InputType('DecideAtUnitInput', { description: 'Đơn vị quyết định tặng Giấy khen. (Decide at the unit.)' })
class DecideAtUnitInput extends OnDossier {}
@InputType('ConferAwardInput', { description: 'Ghi nhận trao tặng khen thưởng. (Confer awards.)' })
class ConferAwardInput extends OnDossier {
  @LinesField('Mã các mục. (Items.)', { max: 36, most: 100 })
  readonly items!: readonly string[];
  @DateField('Ngày trao. (Day.)')
  readonly on!: string;
}
@InputType('RecordAwardMoneyInput', { description: 'Ghi nhận chi tiền thưởng. (Record award money.)' })
class RecordAwardMoneyInput extends OnItemDay {
  @IntField('Số tiền, đồng. (Amount in đồng.)', 1, MOST_MONEY)
  readonly amount!: number;
}
@InputType('PublishDecisionInput', { description: 'Công bố quyết định khen thưởng. (Publish the decision.)' })
class PublishDecisionInput extends OnDossier {}
@InputType('IssueErratumInput', { description: 'Đính chính quyết định khen thưởng. (Issue an erratum.)' })
class IssueErratumInput extends OnDossier {
  @ProseField('Nội dung đính chính. (Correction.)')
  readonly correction!: string;
}
@InputType('AmendDecisionInput', {
  description:
    'Sửa đổi quyết định khen thưởng; tên tập thể được ghi lại theo tên đang đăng ký. (Amend the decision; a collective gets the name it is registered under.)',
})
class AmendDecisionInput extends OnItem {
  @ProseField('Nội dung sửa đổi. (Amendment.)')
  readonly amendment!: string;
}
@InputType('CancelCommendationInput', { description: 'Hủy bỏ quyết định khen thưởng. (Cancel the commendation.)' })
class CancelCommendationInput extends OnItem {
  @EnumField(CancellationGroundEnum, 'Căn cứ. (Ground.)')
  readonly ground!: CancellationGround;
}
@InputType('RecoverAwardObjectInput', {
  description: 'Ghi nhận thu hồi hiện vật, tiền thưởng. (Recover the award’s object.)',
})
class RecoverAwardObjectInput extends OnItemDay {}
@InputType('DeclareObjectUnrecoverableInput', {
  description: 'Kết luận không thể thu hồi. (Declare the object unrecoverable.)',
})
class DeclareObjectUnrecoverableInput extends OnItem {}

export const commendationInputs: CommandInputs<CommendationCommand> = {
  PrepareDossier: PrepareDossierInput,
  ReviseDossier: ReviseDossierInput,
  SubmitDossier: SubmitDossierInput,
  ResubmitDossier: ResubmitDossierInput,
  WithdrawDossier: WithdrawDossierInput,
  ReceiveDossier: ReceiveDossierInput,
  ReturnDossier: ReturnDossierInput,
  AppraiseDossier: AppraiseDossierInput,
  RequestOpinion: RequestOpinionInput,
  RecordOpinion: RecordOpinionInput,
  DeemOpinionGiven: DeemOpinionGivenInput,
  RecordCouncilVote: RecordCouncilVoteInput,
  SubmitForDecision: SubmitForDecisionInput,
  DecideCommendation: DecideCommendationInput,
  EnterDecision: EnterDecisionInput,
  DecideAtUnit: DecideAtUnitInput,
  ConferAward: ConferAwardInput,
  RecordAwardMoney: RecordAwardMoneyInput,
  PublishDecision: PublishDecisionInput,
  IssueErratum: IssueErratumInput,
  AmendDecision: AmendDecisionInput,
  CancelCommendation: CancelCommendationInput,
  RecoverAwardObject: RecoverAwardObjectInput,
  DeclareObjectUnrecoverable: DeclareObjectUnrecoverableInput,
};

@InputType('CommendationWhere', { description: 'Lọc hồ sơ khen thưởng. (Filter dossiers.)' })
export class CommendationWhere extends Where {
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100, { optional: true })
  readonly year?: number;
  @EnumsField(CommendationStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @EnumField(LevelEnum, 'Cấp quyết định. (Deciding level.)', { optional: true })
  readonly level?: Level;
  @FlagField('Đã có quyết định. (Decided in whole or in part.)', { optional: true })
  readonly decided?: boolean;
  @FlagField('Đã công bố. (Published.)', { optional: true })
  readonly published?: boolean;
}
