import {
  EnumField,
  FlagField,
  IdField,
  LineField,
  PartField,
  PartsField,
  PersonField,
  ProseField,
  UuidField,
  type PersonInput,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import { CommendationFormEnum, DecidedOutcomeEnum, RecipientKindEnum } from './enums.js';
import type { CommendationForm, RecipientKind } from './items.js';

@InputType('CollectiveRecipientInput', {
  description: 'Tập thể được khen: nêu một đơn vị, hoặc một tập thể đã đăng ký. (A unit, or a registered collective.)',
})
class CollectiveRecipientInput {
  @IdField('Unit', 'Đơn vị, nếu tập thể là một đơn vị trong danh sách. (Unit.)', { optional: true })
  readonly unit?: string;
  @IdField('Collective', 'Tập thể đã đăng ký, nếu không phải là đơn vị. (A registered collective.)', {
    optional: true,
  })
  readonly registered?: string;
}

/** Who is to receive, as clients write it. */
@InputType('RecipientInput', { description: 'Đối tượng được khen: tập thể, hoặc cá nhân, hộ gia đình. (Recipient.)' })
export class RecipientInput {
  @EnumField(RecipientKindEnum, 'Loại. (Kind.)')
  readonly kind!: RecipientKind;
  @PartField(() => CollectiveRecipientInput, 'Tập thể. (Collective.)', { optional: true })
  readonly collective?: CollectiveRecipientInput;
  @PersonField('Cá nhân, hoặc người đứng tên hộ gia đình. (The person, or whom the household is registered under.)', {
    optional: true,
  })
  readonly person?: PersonInput;
}

/** One proposal of a dossier. */
@InputType('CommendationItemInput', { description: 'Một đề nghị khen thưởng. (One proposed commendation.)' })
export class CommendationItemInput {
  @UuidField('Mã mục đang sửa; để trống nếu là mục mới. (The item that is revised.)', { optional: true })
  readonly item?: string;
  @PartField(() => RecipientInput, 'Đối tượng được khen. (Recipient.)')
  readonly recipient!: RecipientInput;
  @EnumField(CommendationFormEnum, 'Hình thức đề nghị. (Form.)')
  readonly form!: CommendationForm;
  @IdField('Model', 'Mô hình gắn với thành tích. (The model.)')
  readonly model!: string;
  @ProseField(
    'Thành tích; khi sửa mà để trống thì giữ nguyên. (Achievement; left out of a revision it stays as it is.)',
    { optional: true },
  )
  readonly achievement?: string;
}

/** One requirement of an appraisal. */
@InputType('AppraisalCheckInput', { description: 'Một tiêu chuẩn được kiểm tra. (One requirement.)' })
export class AppraisalCheckInput {
  @LineField('Tiêu chuẩn. (Requirement.)')
  readonly requirement!: string;
  @FlagField('Đạt. (Met.)')
  readonly met!: boolean;
}

/** An appraisal’s finding on an item. */
@InputType('ItemFindingInput', { description: 'Kết quả thẩm định một mục. (What an appraisal found on an item.)' })
export class ItemFindingInput {
  @UuidField('Mã mục. (Item.)')
  readonly item!: string;
  @FlagField('Đủ điều kiện. (Eligible.)')
  readonly eligible!: boolean;
  @PartsField(() => AppraisalCheckInput, 'Các tiêu chuẩn đã kiểm tra. (Checks.)', { most: 30 })
  readonly checks!: readonly AppraisalCheckInput[];
}

/** A decider’s answer on an item. */
@InputType('ItemDecisionInput', {
  description: 'Ý kiến quyết định về một mục; không khen và trả lại phải nêu lý do. (Decision on an item.)',
})
export class ItemDecisionInput {
  @UuidField('Mã mục. (Item.)')
  readonly item!: string;
  @EnumField(DecidedOutcomeEnum, 'Ý kiến. (Outcome.)')
  readonly outcome!: 'GRANTED' | 'REFUSED' | 'RETURNED';
  @ProseField('Lý do. (Reason.)', { max: 2000, optional: true })
  readonly reason?: string;
}
