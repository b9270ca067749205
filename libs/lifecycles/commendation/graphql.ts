import { Dossier, edgesOf, mutationsOf, NodeType, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CampaignType } from '../campaign/graphql.js';
import { EvaluationType } from '../evaluation/graphql.js';
import { groundsOf } from '../evaluation/grounds.js';
import { ModelType } from '../model/graphql.js';
import { HeldRecipientType } from '../recipient/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { CommendationStatus } from './enums.js';
import { evaluationOf, modelsOf } from './guard-models.js';
import { commendationInputs, CommendationWhere } from './inputs.js';
import { commendationLifecycle } from './lifecycle.js';
import { awardsStanding } from './questions/index.js';
import { voteStands, type Dossier as ExistingDossier } from './state.js';
import {
  CommendationItemType,
  ConsultativeOpinionType,
  CorrectionType,
  CouncilVoteType,
  RecipientType,
} from './types.js';
import { commendationView } from './view.js';

@ObjectType('Commendation', {
  implements: () => [NodeType],
  description: 'Hồ sơ khen thưởng của một đơn vị trong một năm thi đua. (A dossier of proposed commendations.)',
})
export class CommendationType extends Dossier<ExistingDossier> {
  static readonly typeName = 'Commendation';

  @Field(() => CommendationStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => Int, { description: 'Năm thi đua. (Cycle.)' })
  readonly year: number;
  @Field(() => [CommendationItemType], { description: 'Các mục đề nghị. (Items.)' })
  readonly items: readonly CommendationItemType[];
  @Field(() => [ConsultativeOpinionType], { description: 'Các ý kiến hiệp y. (Opinions.)' })
  readonly opinions: readonly ConsultativeOpinionType[];
  @Field(() => CouncilVoteType, { nullable: true, description: 'Kết quả bỏ phiếu gần nhất. (Last vote.)' })
  readonly vote?: CouncilVoteType;
  @Field(() => Boolean, {
    description:
      'Phiếu đồng ý của Hội đồng còn giá trị cho hồ sơ như hiện nay. (The vote covers the dossier as it stands.)',
  })
  readonly voteStands: boolean;
  @Field(() => [CorrectionType], { description: 'Các đính chính, sửa đổi. (Corrections.)' })
  readonly corrections: readonly CorrectionType[];
  @Field(() => Int, { description: 'Số lần bị trả lại. (Times returned.)' })
  readonly timesReturned: number;

  constructor(row: Row) {
    super(CommendationType.typeName, row);
    const it = this.state;
    this.status = it.status;
    this.year = it.year;
    this.items = it.items.map((item) => new CommendationItemType(item));
    this.opinions = it.opinions.map((opinion) => new ConsultativeOpinionType(opinion));
    this.vote = it.vote;
    this.voteStands = voteStands(it);
    this.corrections = it.corrections.map((correction) => new CorrectionType(correction));
    this.timesReturned = it.timesReturned;
  }
}

/** Resolvers of commendations. */
export const commendationResolvers = [
  mutationsOf(commendationLifecycle, CommendationType, commendationInputs),
  ...queriesOf({
    view: commendationView,
    type: CommendationType,
    plural: 'commendations',
    where: CommendationWhere,
  }),
  groundsOf<CommendationType>(CommendationType, ({ state }) =>
    modelsOf(state.items.filter(({ award }) => award && award.cancelled === undefined)).map((model) =>
      evaluationOf(model, state.year),
    ),
  ),
  edgesOf<CommendationType>(CommendationType, {
    unit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị đề nghị. (Proposing unit.)',
      to: (it) => it.state.unit,
    },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (it) => it.state.campaign,
    },
    models: {
      type: () => ModelType,
      lifecycle: 'model',
      many: true,
      description: 'Các mô hình. (Models.)',
      to: (it) => modelsOf(it.state.items),
    },
    evaluations: {
      type: () => EvaluationType,
      lifecycle: 'evaluation',
      many: true,
      description: 'Các đánh giá làm căn cứ. (Evaluations it rests on.)',
      to: (it) => modelsOf(it.state.items).map((model) => evaluationOf(model, it.state.year)),
    },
  }),
  edgesOf<RecipientType>(RecipientType, {
    holds: {
      type: () => HeldRecipientType,
      lifecycle: 'recipient',
      description:
        'Các lệnh tạm dừng xét khen thưởng đối tượng này; trống khi chưa từng có, hoặc người xem không được xem. (Holds on the recipient.)',
      to: ({ key }) => key,
    },
  }),
  edgesOf<HeldRecipientType>(HeldRecipientType, {
    awards: {
      type: () => CommendationType,
      lifecycle: 'commendation',
      many: true,
      description: 'Các hồ sơ trong đó đối tượng có khen thưởng còn hiệu lực. (Dossiers with awards that stand.)',
      to: async ({ key }, reads) => {
        const { rows } = await reads.ask(awardsStanding, { recipient: key });
        return rows.map(({ dossier }) => String(dossier));
      },
    },
  }),
];
