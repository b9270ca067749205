import { Dossier, edgesOf, LocalDate, mutationsOf, NodeType, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CampaignType } from '../campaign/graphql.js';
import { evaluationOf } from '#lifecycles/commendation';
import { RecipientType } from '../commendation/types.js';
import { groundsOf } from '../evaluation/grounds.js';
import { ModelType } from '../model/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { ExemplarStatus } from './enums.js';
import { exemplarInputs, ExemplarWhere } from './inputs.js';
import { exemplarLifecycle } from './lifecycle.js';
import type { Exemplar } from './state.js';
import { exemplarView } from './view.js';

@ObjectType('Exemplar', {
  implements: () => [NodeType],
  description:
    'Tập thể, cá nhân điển hình của phong trào; không phải danh hiệu thi đua theo luật. (A title of the movement.)',
})
export class ExemplarType extends Dossier<Exemplar> {
  static readonly typeName = 'Exemplar';

  @Field(() => ExemplarStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => Int, { description: 'Năm thi đua. (Cycle.)' })
  readonly year: number;
  @Field(() => RecipientType, { description: 'Tập thể, cá nhân hoặc hộ gia đình. (Who is recognised.)' })
  readonly recipient: RecipientType;
  @Field(() => LocalDate, { nullable: true, description: 'Ngày rút danh hiệu. (Withdrawn on.)' })
  readonly withdrawnOn?: string;

  constructor(row: Row) {
    super(ExemplarType.typeName, row);
    const it = this.state;
    this.status = it.status;
    this.year = it.year;
    this.recipient = new RecipientType(it.recipient);
    this.withdrawnOn = it.withdrawnOn;
  }
}

/** Resolvers of exemplars. */
export const exemplarResolvers = [
  mutationsOf(exemplarLifecycle, ExemplarType, exemplarInputs),
  ...queriesOf({ view: exemplarView, type: ExemplarType, plural: 'exemplars', where: ExemplarWhere }),
  groundsOf<ExemplarType>(ExemplarType, ({ state }) => [evaluationOf(state.model, state.year)]),
  edgesOf<ExemplarType>(ExemplarType, {
    unit: { type: () => UnitType, lifecycle: 'unit', description: 'Đơn vị. (Unit.)', to: (it) => it.state.unit },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (it) => it.state.campaign,
    },
    model: { type: () => ModelType, lifecycle: 'model', description: 'Mô hình. (Model.)', to: (it) => it.state.model },
  }),
];
