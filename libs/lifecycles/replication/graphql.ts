import { Dossier, edgesOf, mutationsOf, NodeType, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { evaluationOf } from '#lifecycles/commendation';
import { CampaignType } from '../campaign/graphql.js';
import { EvaluationType } from '../evaluation/graphql.js';
import { groundsOf } from '../evaluation/grounds.js';
import { ModelType } from '../model/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { ReplicationStatus, ScopeEnum } from './enums.js';
import type { Scope } from './events.js';
import { replicationInputs, ReplicationWhere } from './inputs.js';
import { replicationLifecycle } from './lifecycle.js';
import { spreadOf, type Replication } from './state.js';
import { AdoptionType } from './types.js';
import { replicationView } from './view.js';

@ObjectType('Replication', {
  implements: () => [NodeType],
  description: 'Việc nhân rộng một mô hình. (The taking over of a model by other units.)',
})
export class ReplicationType extends Dossier<Replication> {
  static readonly typeName = 'Replication';

  @Field(() => ReplicationStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => Int, { description: 'Năm thi đua. (Cycle.)' })
  readonly year: number;
  @Field(() => ScopeEnum, { nullable: true, description: 'Phạm vi; trống khi chưa quyết định. (Scope.)' })
  readonly scope?: Scope;
  @Field(() => Boolean, { description: 'Bắt buộc. (Mandatory.)' })
  readonly mandatory: boolean;
  @Field(() => [String], { description: 'Các hướng dẫn. (Guides.)' })
  readonly guides: readonly string[];
  @Field(() => [AdoptionType], { description: 'Các đơn vị được mời và tình hình của từng đơn vị. (Adoptions.)' })
  readonly adoptions: readonly AdoptionType[];
  @Field(() => Int, {
    description: 'Sức lan tỏa: số đơn vị đang hoặc đã triển khai. (Spread: units that run it as their own.)',
  })
  readonly spread: number;

  constructor(row: Row) {
    super(ReplicationType.typeName, row);
    const it = this.state;
    this.status = it.status;
    this.year = it.year;
    this.scope = it.scope;
    this.mandatory = it.mandatory;
    this.guides = it.guides;
    this.adoptions = it.adoptions.map((adoption) => new AdoptionType(adoption));
    this.spread = spreadOf(it);
  }
}

/** Resolvers of replications. */
export const replicationResolvers = [
  mutationsOf(replicationLifecycle, ReplicationType, replicationInputs),
  ...queriesOf({ view: replicationView, type: ReplicationType, plural: 'replications', where: ReplicationWhere }),
  groundsOf<ReplicationType>(ReplicationType, ({ state }) =>
    state.scope === undefined ? [] : [evaluationOf(state.model, state.year)],
  ),
  edgesOf<ReplicationType>(ReplicationType, {
    unit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị chủ trì mô hình gốc. (Origin.)',
      to: (it) => it.state.unit,
    },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (it) => it.state.campaign,
    },
    model: {
      type: () => ModelType,
      lifecycle: 'model',
      description: 'Mô hình gốc. (Source model.)',
      to: (it) => it.state.model,
    },
    evaluation: {
      type: () => EvaluationType,
      lifecycle: 'evaluation',
      description: 'Đánh giá làm căn cứ. (The evaluation it rests on.)',
      to: (it) => evaluationOf(it.state.model, it.state.year),
    },
    selected: {
      type: () => UnitType,
      lifecycle: 'unit',
      many: true,
      description: 'Các đơn vị được chọn. (Selected units.)',
      to: (it) => it.state.selected,
    },
    adopted: {
      type: () => ModelType,
      lifecycle: 'model',
      many: true,
      description: 'Mô hình của các đơn vị tiếp nhận. (The adopters’ models.)',
      to: (it) => it.state.adoptions.flatMap(({ model }) => model ?? []),
    },
  }),
];
