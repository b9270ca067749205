import { Dossier, edgesOf, LocalDate, mutationsOf, NodeType, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CampaignType } from '../campaign/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { ModelKindEnum, ModelStatus } from './enums.js';
import type { ModelKind } from './events.js';
import { modelInputs, ModelWhere } from './inputs.js';
import { modelLifecycle } from './lifecycle.js';
import { MaintenanceDoubtType, ModelActivityType, ModelFormType } from './parts.js';
import type { ExistingModel } from './state.js';
import { modelView } from './view.js';

/** A model in GraphQL. */
@ObjectType('Model', {
  implements: () => [NodeType],
  description: 'Mô hình, cách làm hoặc sáng kiến của một đơn vị. (A model, practice or initiative of a unit.)',
})
export class ModelType extends Dossier<ExistingModel> {
  static readonly typeName = 'Model';

  @Field(() => ModelStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => String, { description: 'Tên mô hình. (Name.)' })
  readonly name: string;
  @Field(() => ModelKindEnum, { description: 'Loại. (Kind.)' })
  readonly kind: ModelKind;
  @Field(() => String, { description: 'Mã lĩnh vực. (Field key.)' })
  readonly field: string;
  @Field(() => String, { nullable: true, description: 'Mã mô hình mẫu. (Template code.)' })
  readonly template?: string;
  @Field(() => String, { nullable: true, description: 'Thôn, tổ dân phố, bộ phận thực hiện. (Sub-unit.)' })
  readonly subUnit?: string;
  @Field(() => ModelFormType, { description: 'Nội dung. (Form.)' })
  readonly form: ModelFormType;
  @Field(() => Boolean, { description: 'Do bên thứ ba giới thiệu. (Nominated by a third party.)' })
  readonly nominatedByThirdParty: boolean;
  @Field(() => LocalDate, { nullable: true, description: 'Ngày bắt đầu triển khai. (Started on.)' })
  readonly startedOn?: string;
  @Field(() => [ModelActivityType], { description: 'Các hoạt động, theo thứ tự ghi nhận. (Activities, as recorded.)' })
  readonly activities: readonly ModelActivityType[];
  @Field(() => [MaintenanceDoubtType], { description: 'Các nghi vấn về việc duy trì. (Doubts about maintenance.)' })
  readonly doubts: readonly MaintenanceDoubtType[];
  @Field(() => [Int], { description: 'Những năm được kết luận là duy trì. (Cycles declared maintained.)' })
  readonly maintainedIn: readonly number[];
  @Field(() => [Int], { description: 'Những năm bị kết luận là không duy trì. (Cycles declared not maintained.)' })
  readonly notMaintainedIn: readonly number[];

  constructor(row: Row) {
    super(ModelType.typeName, row);
    const model = this.state;
    this.status = model.status;
    this.name = model.name;
    this.kind = model.kind;
    this.field = model.field;
    this.template = model.template;
    this.subUnit = model.subUnit;
    this.form = model.form;
    this.nominatedByThirdParty = model.nominatedByThirdParty;
    this.startedOn = model.startedOn;
    this.activities = model.activities;
    this.doubts = model.doubts;
    this.maintainedIn = model.maintainedIn;
    this.notMaintainedIn = model.notMaintainedIn;
  }
}

const unit = { type: () => UnitType, lifecycle: 'unit' } as const;

/** Resolvers of models: mutations from the table, queries from the view, edges to the dossiers it names. */
export const modelResolvers = [
  mutationsOf(modelLifecycle, ModelType, modelInputs),
  ...queriesOf({ view: modelView, type: ModelType, plural: 'models', where: ModelWhere }),
  edgesOf<ModelType>(ModelType, {
    unit: { ...unit, description: 'Đơn vị chủ trì hiện nay. (Present owner.)', to: (model) => model.state.unit },
    owners: {
      ...unit,
      many: true,
      description: 'Các đơn vị đã chủ trì, cũ trước. (Owners over time, the first one first.)',
      to: (model) => model.state.owners.map((it) => it.unit),
    },
    joint: {
      ...unit,
      many: true,
      description: 'Các đơn vị phối hợp. (Coordinating units.)',
      to: (model) => model.state.joint,
    },
    nominatedBy: {
      ...unit,
      description: 'Đơn vị của người giới thiệu. (Unit of the nominator.)',
      to: (model) => model.state.nominatedByUnit,
    },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (model) => model.state.campaign,
    },
    derivedFrom: {
      type: () => ModelType,
      lifecycle: 'model',
      description: 'Mô hình gốc. (The model replicated.)',
      to: (model) => model.state.derivedFrom,
    },
  }),
];
