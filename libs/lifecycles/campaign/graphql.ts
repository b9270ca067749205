import { DocumentRefType, Dossier, edgesOf, mutationsOf, NodeType, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UnitType } from '../unit/graphql.js';
import { CycleType } from './cycle-type.js';
import { CampaignStatus } from './enums.js';
import { campaignInputs, CampaignWhere } from './inputs.js';
import { campaignLifecycle } from './lifecycle.js';
import { rubricIn, type CampaignFacts, type CampaignState } from './state.js';
import { campaignView } from './view.js';

@ObjectType('CampaignField', { description: 'Lĩnh vực. (Field of activity.)' })
class CampaignFieldType {
  @Field(() => String, { description: 'Mã. (Key.)' })
  readonly key!: string;
  @Field(() => String, { description: 'Tên. (Label.)' })
  readonly label!: string;
  @Field(() => Boolean, { description: 'Hạn chế phổ biến. (Restricted.)' })
  readonly restricted!: boolean;
}

@ObjectType('CampaignTarget', { description: 'Chỉ tiêu. (Target.)' })
class CampaignTargetType {
  @Field(() => String, { description: 'Mã. (Key.)' })
  readonly key!: string;
  @Field(() => String, { description: 'Nội dung. (Text.)' })
  readonly label!: string;
}

@ObjectType('ModelTemplate', { description: 'Mô hình mẫu. (Model template.)' })
class ModelTemplateType {
  @Field(() => String, { description: 'Mã. (Code.)' })
  readonly code!: string;
  @Field(() => String, { description: 'Tên. (Name.)' })
  readonly name!: string;
  @Field(() => String, { description: 'Mã lĩnh vực. (Field key.)' })
  readonly field!: string;
  @Field(() => String, { description: 'Mục đích. (Purpose.)' })
  readonly purpose!: string;
}

@ObjectType('RubricCriterion', { description: 'Tiêu chí. (Criterion.)' })
class RubricCriterionType {
  @Field(() => String, { description: 'Mã. (Key.)' })
  readonly key!: string;
  @Field(() => String, { description: 'Tên. (Label.)' })
  readonly label!: string;
  @Field(() => Int, { description: 'Điểm tối đa. (Points.)' })
  readonly points!: number;
  @Field(() => Boolean, { description: 'Điều kiện bắt buộc. (Gate.)' })
  readonly gate!: boolean;
}

type Existing = CampaignFacts & { readonly status: Exclude<CampaignState['status'], 'none'> };

@ObjectType('Campaign', {
  implements: () => [NodeType],
  description: 'Phong trào thi đua nhiều năm. (An emulation campaign.)',
})
export class CampaignType extends Dossier<Existing> {
  static readonly typeName = 'Campaign';

  @Field(() => CampaignStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => String, { description: 'Tên. (Name.)' })
  readonly name: string;
  @Field(() => Int, { description: 'Năm bắt đầu. (First year.)' })
  readonly fromYear: number;
  @Field(() => Int, { description: 'Năm kết thúc. (Last year.)' })
  readonly toYear: number;
  @Field(() => DocumentRefType, {
    nullable: true,
    description: 'Văn bản ban hành; trống khi chưa có số. (Document; null while its number is pending.)',
  })
  readonly document?: DocumentRefType;
  @Field(() => [String], { description: 'Căn cứ ban hành. (Basis.)' })
  readonly basis: readonly string[];
  @Field(() => [CampaignFieldType], { description: 'Các lĩnh vực. (Fields.)' })
  readonly fields: readonly CampaignFieldType[];
  @Field(() => [CampaignTargetType], { description: 'Các chỉ tiêu. (Targets.)' })
  readonly targets: readonly CampaignTargetType[];
  @Field(() => [CycleType], { description: 'Các năm thi đua. (Cycles.)' })
  readonly cycles: readonly CycleType[];
  @Field(() => [ModelTemplateType], { description: 'Các mô hình mẫu. (Templates.)' })
  readonly templates: readonly ModelTemplateType[];
  @Field(() => [RubricCriterionType], { description: 'Thang điểm đang áp dụng. (Rubric in force.)' })
  readonly rubric: readonly RubricCriterionType[];
  @Field(() => String, { nullable: true, description: 'Dấu của quy chế đang áp dụng. (Hash of the policy in force.)' })
  readonly policyVersion?: string;

  constructor(row: Row) {
    super(CampaignType.typeName, row);
    const it = this.state;
    this.status = it.status;
    this.name = it.name;
    this.fromYear = it.fromYear;
    this.toYear = it.toYear;
    this.document = it.document;
    this.basis = it.basis.map(({ label }) => label);
    this.fields = it.fields.map(({ key, label, restricted }) => ({ key, label: label.vi, restricted }));
    this.targets = it.targets.map(({ key, label }) => ({ key, label: label.vi }));
    this.cycles = it.cycles.map((cycle) => new CycleType(cycle));
    this.templates = it.templates;
    this.rubric = (rubricIn(it, it.rubric ?? '')?.criteria ?? []).map(({ label, ...rest }) => ({
      ...rest,
      label: label.vi,
    }));
    this.policyVersion = it.policy;
  }
}

/** Resolvers of campaigns. */
export const campaignResolvers = [
  mutationsOf(campaignLifecycle, CampaignType, campaignInputs),
  ...queriesOf({ view: campaignView, type: CampaignType, plural: 'campaigns', where: CampaignWhere }),
  edgesOf<CampaignType>(CampaignType, {
    leadUnit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị chủ trì. (Lead unit.)',
      to: (it) => it.state.leadUnit,
    },
    coordinatingUnit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị phối hợp. (Coordinating unit.)',
      to: (it) => it.state.coordinatingUnit,
    },
  }),
];
