import {
  Dossier,
  edgesOf,
  FindSubjectName,
  mutationsOf,
  NodeType,
  PersonName,
  queriesOf,
  type RequestContext,
} from '#graphql';
import type { Row } from '#views';
import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CampaignType } from '../campaign/graphql.js';
import { ModelType } from '../model/graphql.js';
import { RegistrationType } from '../registration/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { EvaluationStatus } from './enums.js';
import { evaluationInputs, EvaluationWhere } from './inputs.js';
import { evaluationLifecycle } from './lifecycle.js';
import { hiddenScores, shownScores } from './shown-scores.js';
import type { ExistingEvaluation } from './state.js';
import {
  EvaluationConclusionType,
  EvaluationCriterionType,
  EvaluationObjectionType,
  EvaluationScoreType,
  EvaluationSetAsideType,
  PanelMemberType,
  SelfEvaluationType,
  SiteVisitType,
} from './types.js';
import { evaluationView } from './view.js';

@ObjectType('Evaluation', {
  implements: () => [NodeType],
  description: 'Đánh giá một mô hình trong một năm thi đua. (The scored outcome of a model in a cycle.)',
})
export class EvaluationType extends Dossier<ExistingEvaluation> {
  static readonly typeName = 'Evaluation';

  @Field(() => EvaluationStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => Int, { description: 'Năm thi đua. (Cycle.)' })
  readonly year: number;
  @Field(() => String, { description: 'Tên mô hình khi đăng ký. (Title.)' })
  readonly title: string;
  @Field(() => String, { description: 'Dấu của thang điểm được dùng. (Rubric hash.)' })
  readonly rubric: string;
  @Field(() => [EvaluationCriterionType], { description: 'Các tiêu chí của thang điểm. (Criteria.)' })
  readonly criteria: readonly EvaluationCriterionType[];
  @Field(() => Int, { description: 'Lần chấm; 0 khi chưa bắt đầu. (Round.)' })
  readonly round: number;
  @Field(() => SelfEvaluationType, { nullable: true, description: 'Tự đánh giá. (Self-evaluation.)' })
  readonly selfEvaluation?: SelfEvaluationType;
  @Field(() => [PanelMemberType], { description: 'Tổ thẩm định, kể cả người đã rút hoặc được thay. (The panel.)' })
  readonly panel: readonly PanelMemberType[];
  @Field(() => [SiteVisitType], { description: 'Các lần kiểm tra thực tế. (Site visits.)' })
  readonly siteVisits: readonly SiteVisitType[];
  @Field(() => EvaluationConclusionType, {
    nullable: true,
    description: 'Kết luận đang có hiệu lực. (The result in force.)',
  })
  readonly conclusion?: EvaluationConclusionType;
  @Field(() => [EvaluationSetAsideType], {
    description: 'Các kết luận đã được thay bằng việc đánh giá lại. (Results set aside.)',
  })
  readonly setAside: readonly EvaluationSetAsideType[];
  @Field(() => [EvaluationObjectionType], { description: 'Các đề nghị xem xét lại. (Objections.)' })
  readonly objections: readonly EvaluationObjectionType[];

  constructor(row: Row) {
    super(EvaluationType.typeName, row);
    const it = this.state;
    this.status = it.status;
    this.year = it.year;
    this.title = it.title;
    this.rubric = it.rubric;
    this.criteria = it.criteria.map(({ label, ...rest }) => ({ ...rest, label: label.vi }));
    this.round = it.round;
    this.selfEvaluation = it.selfEvaluation && new SelfEvaluationType(it.selfEvaluation);
    this.panel = it.panel.members.map(
      (member) =>
        new PanelMemberType(
          member,
          it.scores.some((score) => score.subject === member.subject),
          row.sight,
        ),
    );
    this.siteVisits = it.siteVisits.map((visit) => new SiteVisitType(visit));
    this.conclusion = it.conclusion;
    this.setAside = it.setAside.map((each) => new EvaluationSetAsideType(each));
    this.objections = it.objections;
  }
}

/** The scores, as far as the viewer may see them. */
@Resolver(() => EvaluationType)
class EvaluationScores {
  @ResolveField(() => [EvaluationScoreType], {
    name: 'scores',
    description:
      'Phiếu điểm của lần chấm này; khi chưa kết luận, thành viên chỉ xem phiếu của mình. (Scores of the present round; members see only their own until the conclusion.)',
  })
  async scores(
    @Parent() { state, sight }: EvaluationType,
    @Context() context: RequestContext,
  ): Promise<readonly EvaluationScoreType[]> {
    const { scores, adjustments } = shownScores(state, sight, (await context.viewer()).subject);
    return scores.map((score) => new EvaluationScoreType(score, adjustments));
  }
}

/** Names of panel members stand with their powers, not in the dossier. */
@Resolver(() => PanelMemberType)
class PanelMemberNames {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @ResolveField(() => PersonName, { name: 'name', nullable: true, description: 'Họ tên. (Name.)' })
  async name(
    @Parent() { named }: PanelMemberType,
    @Context() context: RequestContext,
  ): Promise<PersonName | undefined> {
    if (named === undefined) return undefined;
    return PersonName.of(await this.queries.execute(new FindSubjectName(named, context.reads())));
  }
}

/** Resolvers of evaluations. */
export const evaluationResolvers = [
  mutationsOf(evaluationLifecycle, EvaluationType, evaluationInputs),
  ...queriesOf({
    view: evaluationView,
    type: EvaluationType,
    plural: 'evaluations',
    where: EvaluationWhere,
    hides: hiddenScores,
  }),
  edgesOf<EvaluationType>(EvaluationType, {
    unit: { type: () => UnitType, lifecycle: 'unit', description: 'Đơn vị. (Unit.)', to: (it) => it.state.unit },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (it) => it.state.campaign,
    },
    model: { type: () => ModelType, lifecycle: 'model', description: 'Mô hình. (Model.)', to: (it) => it.state.model },
    registration: {
      type: () => RegistrationType,
      lifecycle: 'registration',
      description: 'Đăng ký. (Registration.)',
      to: (it) => it.state.registration,
    },
  }),
  EvaluationScores,
  PanelMemberNames,
];
