import { Instant, LocalDate, PersonName, SealedText, toGlobalId } from '#graphql';
import { isSealedParticular, type Prose } from '#kernel';
import { recipientKey } from '#lifecycles/recipient';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Award } from './award.js';
import {
  CancellationGroundEnum,
  CommendationFormEnum,
  ItemOutcomeEnum,
  LevelEnum,
  OpinionEnum,
  RecipientKindEnum,
  RecoveryEnum,
  VoteBasisEnum,
} from './enums.js';
import type { CancellationGround, CouncilVote, Level } from './events.js';
import type { CommendationForm, Recipient, RecipientKind } from './items.js';
import type { Correction, Item, ItemOutcome, Opinion } from './state.js';

@ObjectType('Recipient', { description: 'Đối tượng được khen. (Recipient.)' })
export class RecipientType {
  @Field(() => RecipientKindEnum, { description: 'Loại. (Kind.)' })
  readonly kind: RecipientKind;
  @Field(() => ID, {
    nullable: true,
    description: 'Đơn vị; của tập thể đã đăng ký là đơn vị quản lý. (The unit, or that of the collective.)',
  })
  readonly unit?: string;
  @Field(() => ID, { nullable: true, description: 'Tập thể đã đăng ký. (The registered collective.)' })
  readonly collective?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Tên đăng ký của tập thể khi đề nghị. (Registered name of the collective when it was proposed.)',
  })
  readonly collectiveName?: string;
  @Field(() => PersonName, { nullable: true, description: 'Họ tên cá nhân hoặc chủ hộ. (Name of the person.)' })
  readonly personName?: PersonName;

  /** Under which a hold on the recipient would stand; for field resolvers. Unknown where the person is withheld. */
  readonly key?: string;

  constructor({ kind, collective, person }: Recipient) {
    this.kind = kind;
    this.key = collective || isSealedParticular(person) ? recipientKey({ collective, person }) : undefined;
    this.unit = collective && toGlobalId('Unit', collective.unit);
    this.collective = collective?.registered && toGlobalId('Collective', collective.registered);
    this.collectiveName = collective?.name;
    this.personName = PersonName.of(person);
  }
}

@ObjectType('Award', { description: 'Khen thưởng đã được quyết định. (What was granted.)' })
export class AwardType {
  @Field(() => LevelEnum, { description: 'Cấp quyết định. (Deciding level.)' })
  readonly level: Level;
  @Field(() => LocalDate, { description: 'Có giá trị từ ngày ký quyết định. (Valid from.)' })
  readonly validFrom: string;
  @Field(() => LocalDate, { nullable: true, description: 'Hết giá trị từ ngày, nếu đã hủy. (Valid no more from.)' })
  readonly validTo?: string;
  @Field(() => LocalDate, { nullable: true, description: 'Ngày trao. (Conferred on.)' })
  readonly conferredOn?: string;
  @Field(() => Int, { nullable: true, description: 'Tiền thưởng đã chi, đồng. (Money paid.)' })
  readonly amount?: number;
  @Field(() => LocalDate, { nullable: true, description: 'Ngày chi. (Paid on.)' })
  readonly paidOn?: string;
  @Field(() => Boolean, { description: 'Đã công bố. (Published.)' })
  readonly published: boolean;
  @Field(() => CancellationGroundEnum, {
    nullable: true,
    description: 'Căn cứ hủy bỏ, nếu đã hủy. (Ground of cancellation.)',
  })
  readonly cancelled?: CancellationGround;
  @Field(() => RecoveryEnum, { nullable: true, description: 'Tình trạng thu hồi. (Recovery.)' })
  readonly recovery?: Award['recovery'];

  constructor({ paid, ...award }: Award) {
    this.level = award.level;
    this.validFrom = award.validFrom;
    this.validTo = award.validTo;
    this.conferredOn = award.conferredOn;
    this.amount = paid?.amount;
    this.paidOn = paid?.on;
    this.published = award.published;
    this.cancelled = award.cancelled;
    this.recovery = award.recovery;
  }
}

@ObjectType('CommendationItem', { description: 'Một mục của hồ sơ khen thưởng. (An item of a dossier.)' })
export class CommendationItemType {
  @Field(() => ID, { description: 'Mã mục. (Item.)' })
  readonly item: string;
  @Field(() => RecipientType, { description: 'Đối tượng được khen. (Recipient.)' })
  readonly recipient: RecipientType;
  @Field(() => CommendationFormEnum, { description: 'Hình thức. (Form.)' })
  readonly form: CommendationForm;
  @Field(() => ID, { description: 'Mô hình. (Model.)' })
  readonly model: string;
  @SealedText({ description: 'Thành tích. (Achievement.)' })
  readonly achievement?: Prose;
  @Field(() => ItemOutcomeEnum, { description: 'Kết quả. (Outcome.)' })
  readonly outcome: ItemOutcome;
  @Field(() => Boolean, { nullable: true, description: 'Kết quả thẩm định; trống khi chưa thẩm định. (Eligible.)' })
  readonly eligible?: boolean;
  @Field(() => AwardType, { nullable: true, description: 'Khen thưởng. (Award.)' })
  readonly award?: AwardType;

  constructor(item: Item) {
    this.item = item.item;
    this.recipient = new RecipientType(item.recipient);
    this.form = item.form;
    this.model = toGlobalId('Model', item.model);
    this.achievement = item.achievement;
    this.outcome = item.outcome;
    this.eligible = item.eligible;
    this.award = item.award && new AwardType(item.award);
  }
}

@ObjectType('CommendationCorrection', { description: 'Đính chính hoặc sửa đổi quyết định. (A correction.)' })
export class CorrectionType {
  @Field(() => ID, { nullable: true, description: 'Mục được sửa đổi; trống nếu là đính chính. (The amended item.)' })
  readonly item?: string;
  @SealedText({ description: 'Nội dung. (What was put right.)' })
  readonly text?: Prose;
  @Field(() => LocalDate, { description: 'Ngày ký văn bản. (Day of the document.)' })
  readonly on: string;

  constructor({ item, text, on }: Correction) {
    this.item = item;
    this.text = text;
    this.on = on;
  }
}

@ObjectType('ConsultativeOpinion', { description: 'Ý kiến hiệp y. (Another body’s opinion.)' })
export class ConsultativeOpinionType {
  @Field(() => ID, { description: 'Cơ quan. (Body.)' })
  readonly body: string;
  @Field(() => Instant, { description: 'Phải trả lời trước thời điểm này. (Due before.)' })
  readonly dueAt: string;
  @Field(() => OpinionEnum, { nullable: true, description: 'Ý kiến; trống khi còn chờ. (Opinion.)' })
  readonly opinion?: Opinion['opinion'];

  constructor({ body, dueAt, opinion }: Opinion) {
    this.body = toGlobalId('Unit', body);
    this.dueAt = dueAt;
    this.opinion = opinion;
  }
}

@ObjectType('CouncilVote', { description: 'Kết quả bỏ phiếu của Hội đồng. (The council’s vote.)' })
export class CouncilVoteType implements CouncilVote {
  @Field(() => VoteBasisEnum, { description: 'Cơ sở tính. (Basis.)' })
  readonly basis!: CouncilVote['basis'];
  @Field(() => Int, { description: 'Tử số của tỷ lệ phải đạt. (Numerator.)' })
  readonly numerator!: number;
  @Field(() => Int, { description: 'Mẫu số của tỷ lệ phải đạt. (Denominator.)' })
  readonly denominator!: number;
  @Field(() => Int, { description: 'Tổng số thành viên. (Members.)' })
  readonly members!: number;
  @Field(() => Int, { description: 'Có mặt. (Present.)' })
  readonly present!: number;
  @Field(() => Int, { description: 'Đồng ý. (For.)' })
  readonly votesFor!: number;
  @Field(() => Int, { description: 'Không đồng ý. (Against.)' })
  readonly votesAgainst!: number;
  @Field(() => Boolean, { description: 'Phiếu kín. (Secret.)' })
  readonly secret!: boolean;
  @Field(() => Boolean, { description: 'Đạt tỷ lệ. (Passed.)' })
  readonly passed!: boolean;
  @Field(() => [ID], { description: 'Các mục được bỏ phiếu. (Items.)' })
  readonly items!: readonly string[];
}
