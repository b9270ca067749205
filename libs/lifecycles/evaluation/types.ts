import { Instant, LocalDate, SealedText, toGlobalId } from '#graphql';
import type { Prose } from '#kernel';
import { readsHandling, type Sight } from '#visibility';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ConflictGround } from './conflict-grounds.js';
import { ConflictGroundEnum, ObjectionOutcomeEnum, VerdictEnum } from './enums.js';
import type { Adjustment, Points, Verdict } from './events.js';
import type { Conclusion, Objection, PanelMember, Score, SelfEvaluation, SetAside, SiteVisit } from './parts.js';

const subject = (id: string): string => toGlobalId('Subject', id);
const listed = (points: Points): readonly CriterionPointsType[] =>
  Object.entries(points).map(([criterion, it]) => ({ criterion, points: it }));
const sum = (points: Points): number => Object.values(points).reduce((total, it) => total + it, 0);

@ObjectType('EvaluationCriterion', {
  description: 'Tiêu chí của thang điểm được dùng. (A criterion of the rubric used.)',
})
export class EvaluationCriterionType {
  @Field(() => String, { description: 'Mã. (Key.)' })
  readonly key!: string;
  @Field(() => String, { description: 'Tên. (Label.)' })
  readonly label!: string;
  @Field(() => Int, { description: 'Điểm tối đa. (Points.)' })
  readonly points!: number;
  @Field(() => Boolean, { description: 'Điều kiện bắt buộc: dưới nửa số điểm thì không đạt. (Gate.)' })
  readonly gate!: boolean;
}

@ObjectType('CriterionPoints', { description: 'Điểm của một tiêu chí. (Points for one criterion.)' })
export class CriterionPointsType {
  @Field(() => String, { description: 'Mã tiêu chí. (Criterion key.)' })
  readonly criterion!: string;
  @Field(() => Int, { description: 'Điểm. (Points.)' })
  readonly points!: number;
}

@ObjectType('SelfEvaluation', { description: 'Tự đánh giá của đơn vị. (The unit’s self-evaluation.)' })
export class SelfEvaluationType {
  @Field(() => [CriterionPointsType], { description: 'Điểm từng tiêu chí. (Points by criterion.)' })
  readonly points: readonly CriterionPointsType[];
  @Field(() => Int, { description: 'Tổng điểm. (Total.)' })
  readonly total: number;
  @SealedText({ description: 'Thuyết minh. (Statement.)' })
  readonly statement: Prose | undefined;
  @Field(() => LocalDate, { description: 'Ngày. (Day.)' })
  readonly on: string;
  @Field(() => ID, { description: 'Người gửi. (Subject who submitted it.)' })
  readonly by: string;
  @Field(() => Boolean, { description: 'Gửi muộn. (Sent after its time.)' })
  readonly late: boolean;

  constructor({ points, statement, on, by, late }: SelfEvaluation) {
    this.late = late === true;
    this.points = listed(points);
    this.total = sum(points);
    this.statement = statement;
    this.on = on;
    this.by = subject(by);
  }
}

@ObjectType('PanelMember', { description: 'Thành viên tổ thẩm định. (A member of the panel.)' })
export class PanelMemberType {
  @Field(() => ID, { description: 'Thành viên. (Subject.)' })
  readonly subject: string;
  @Field(() => ID, { description: 'Đơn vị. (Unit.)' })
  readonly unit: string;
  @Field(() => Boolean, { description: 'Tổ trưởng. (Leads the panel.)' })
  readonly lead: boolean;
  @Field(() => Boolean, { description: 'Đã rút, không chấm điểm. (Recused.)' })
  readonly recused: boolean;
  @Field(() => ID, { nullable: true, description: 'Người thay. (Who took the seat.)' })
  readonly replacedBy?: string;
  @Field(() => ConflictGroundEnum, {
    nullable: true,
    description: 'Xung đột lợi ích khiến thành viên bị thay. (The conflict for which the member was replaced.)',
  })
  readonly conflict?: ConflictGround;
  @Field(() => Boolean, { description: 'Đã nộp phiếu điểm trong lần chấm này. (Has scored in the present round.)' })
  readonly hasScored: boolean;
  /** The bare id, for the resolver of the name; undefined where the viewer is not to read it. */
  readonly named: string | undefined;

  constructor(member: PanelMember, hasScored: boolean, sight: Sight) {
    this.named = readsHandling(sight) ? member.subject : undefined;
    this.subject = subject(member.subject);
    this.unit = toGlobalId('Unit', member.unit);
    this.lead = member.lead;
    this.recused = member.recused;
    this.replacedBy = member.replacedBy && subject(member.replacedBy);
    this.conflict = member.conflict;
    this.hasScored = hasScored;
  }
}

@ObjectType('EvaluationScore', { description: 'Phiếu điểm của một thành viên. (One member’s score.)' })
export class EvaluationScoreType {
  @Field(() => ID, { description: 'Thành viên. (Member.)' })
  readonly subject: string;
  @Field(() => Int, { description: 'Lần chấm. (Round.)' })
  readonly round: number;
  @Field(() => [CriterionPointsType], { description: 'Điểm thành viên đã cho. (Points as given.)' })
  readonly points: readonly CriterionPointsType[];
  @Field(() => [CriterionPointsType], { description: 'Điểm được đặt lại khi rà soát. (Points set by moderation.)' })
  readonly adjusted: readonly CriterionPointsType[];
  @Field(() => Int, { description: 'Tổng điểm được tính. (The total that counts.)' })
  readonly total: number;
  @SealedText({ description: 'Nhận xét. (Comment.)' })
  readonly comment: Prose | undefined;

  constructor({ subject: member, round, points, comment }: Score, adjustments: readonly Adjustment[]) {
    const adjusted = Object.fromEntries(
      adjustments.filter((it) => it.subject === member).map((it) => [it.criterion, it.points]),
    );
    this.subject = subject(member);
    this.round = round;
    this.points = listed(points);
    this.adjusted = listed(adjusted);
    this.total = sum({ ...points, ...adjusted });
    this.comment = comment;
  }
}

@ObjectType('SiteVisit', { description: 'Kiểm tra thực tế. (A site visit.)' })
export class SiteVisitType {
  @Field(() => ID, { description: 'Mã. (Id.)' })
  readonly visit: string;
  @Field(() => LocalDate, { description: 'Ngày. (Day.)' })
  readonly on: string;
  @Field(() => ID, { description: 'Người kiểm tra. (Subject.)' })
  readonly by: string;
  @Field(() => String, { description: 'Địa điểm. (Place.)' })
  readonly place: string;
  @SealedText({ description: 'Kết quả. (Findings.)' })
  readonly findings: Prose | undefined;

  constructor({ visit, on, by, place, findings }: SiteVisit) {
    this.visit = visit;
    this.on = on;
    this.by = subject(by);
    this.place = place;
    this.findings = findings;
  }
}

@ObjectType('EvaluationConclusion', { description: 'Kết luận của một lần chấm. (A round’s result.)' })
export class EvaluationConclusionType implements Conclusion {
  @Field(() => Int, { description: 'Lần chấm. (Round.)' })
  readonly round!: number;
  @Field(() => String, { description: 'Dấu của thang điểm. (Rubric hash.)' })
  readonly rubric!: string;
  @Field(() => Int, {
    description: 'Điểm trung bình tính bằng phần trăm điểm: 8350 là 83,50. (Average in hundredths of a point.)',
  })
  readonly score!: number;
  @Field(() => VerdictEnum, { description: 'Kết luận. (Verdict.)' })
  readonly verdict!: Verdict;
  @Field(() => Boolean, { description: 'Được duy trì thường xuyên. (Maintained.)' })
  readonly maintained!: boolean;
  @Field(() => Boolean, { description: 'Đạt mọi điều kiện bắt buộc. (Every gate passed.)' })
  readonly gatesPassed!: boolean;
  @Field(() => Int, { description: 'Số phiếu được tính. (Scores counted.)' })
  readonly members!: number;
  @Field(() => Int, { description: 'Tổng điểm của các phiếu. (Sum of the totals.)' })
  readonly total!: number;
  @Field(() => Instant, { description: 'Thời điểm kết luận. (Concluded at.)' })
  readonly concludedAt!: string;
  @Field(() => Instant, { description: 'Đề nghị xem xét lại phải gửi trước thời điểm này. (Objections before.)' })
  readonly objectionsBefore!: string;
}

@ObjectType('EvaluationSetAside', {
  description: 'Kết luận đã bị rút lại để đánh giá lại. (A result that was taken back.)',
})
export class EvaluationSetAsideType extends EvaluationConclusionType {
  @Field(() => Instant, { description: 'Rút lại lúc. (Taken back at.)' })
  readonly setAsideAt: string;
  @Field(() => [ID], {
    description:
      'Các hồ sơ khen thưởng, điển hình, nhân rộng đã dựa vào kết luận này. (The awards, titles and replications that rested on it.)',
  })
  readonly resting: readonly string[];

  constructor({ resting, ...conclusion }: SetAside) {
    super();
    Object.assign(this, conclusion);
    this.setAsideAt = conclusion.setAsideAt;
    this.resting = resting.map(({ lifecycle, dossier }) => toGlobalId(RESTING_TYPES[lifecycle], dossier));
  }
}

const RESTING_TYPES = { commendation: 'Commendation', exemplar: 'Exemplar', replication: 'Replication' } as const;

@ObjectType('EvaluationObjection', {
  description:
    'Đề nghị xem xét lại của đơn vị; lý do ở lịch sử hồ sơ. (An objection; its grounds stand in the history.)',
})
export class EvaluationObjectionType implements Objection {
  @Field(() => Int, { description: 'Về kết quả của lần chấm. (Round objected to.)' })
  readonly round!: number;
  @Field(() => Instant, { description: 'Gửi lúc. (Lodged at.)' })
  readonly lodgedAt!: string;
  @Field(() => Instant, { nullable: true, description: 'Trả lời lúc. (Answered at.)' })
  readonly answeredAt?: string;
  @Field(() => ObjectionOutcomeEnum, { nullable: true, description: 'Kết quả. (Outcome.)' })
  readonly outcome?: Objection['outcome'];
}
