import {
  DocumentRefType,
  Dossier,
  edgesOf,
  LocalDate,
  mutationsOf,
  NodeType,
  PersonName,
  queriesOf,
  SealedText,
} from '#graphql';
import type { Prose } from '#kernel';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CampaignType } from '../campaign/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { PlanStatus } from './enums.js';
import type { LinkedProgramme, PlanMode } from './events.js';
import { LinkedProgrammeEnum, planInputs, PlanModeEnum, PlanWhere } from './inputs.js';
import { planLifecycle } from './lifecycle.js';
import type { ExistingPlan } from './state.js';
import { planView } from './view.js';

@ObjectType('HostDocument', { description: 'Văn bản được lồng ghép. (Host document.)' })
class HostDocumentType {
  @Field(() => DocumentRefType, { description: 'Văn bản. (Document.)' })
  readonly document!: DocumentRefType;
  @Field(() => String, { description: 'Mục, phần, trang. (Section.)' })
  readonly section!: string;
}

@ObjectType('PlanTask', { description: 'Nhiệm vụ trong kế hoạch. (Task.)' })
class PlanTaskType {
  @Field(() => String, { description: 'Tên nhiệm vụ. (Title.)' })
  readonly title!: string;
  @Field(() => LocalDate, { description: 'Hạn hoàn thành. (Due date.)' })
  readonly due!: string;
}

@ObjectType('PlanCorrection', { description: 'Đính chính kế hoạch. (An erratum.)' })
class PlanCorrectionType {
  @SealedText({ description: 'Nội dung đính chính. (Correction.)' })
  readonly text?: Prose;
  @Field(() => LocalDate, { description: 'Ngày đính chính. (Date.)' })
  readonly on!: string;
}

/** A plan in GraphQL. */
@ObjectType('Plan', {
  implements: () => [NodeType],
  description: 'Kế hoạch của một đơn vị cho một năm thi đua. (A unit’s plan for a cycle.)',
})
export class PlanType extends Dossier<ExistingPlan> {
  static readonly typeName = 'Plan';

  @Field(() => PlanStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => Int, { description: 'Năm thi đua. (Cycle.)' })
  readonly year: number;
  @Field(() => String, { description: 'Trích yếu. (Title.)' })
  readonly title: string;
  @Field(() => PlanModeEnum, { description: 'Hình thức. (Mode.)' })
  readonly mode: PlanMode;
  @Field(() => HostDocumentType, { nullable: true, description: 'Văn bản được lồng ghép. (Host document.)' })
  readonly host?: HostDocumentType;
  @Field(() => [String], { description: 'Mã các lĩnh vực. (Field keys.)' })
  readonly fields: readonly string[];
  @Field(() => PersonName, { nullable: true, description: 'Người phụ trách. (Responsible person.)' })
  readonly responsible?: PersonName;
  @Field(() => [LinkedProgrammeEnum], { description: 'Các chương trình gắn kết. (Linked programmes.)' })
  readonly programmes: readonly LinkedProgramme[];
  @Field(() => [PlanTaskType], { description: 'Các nhiệm vụ. (Tasks.)' })
  readonly tasks: readonly PlanTaskType[];
  @Field(() => Boolean, { description: 'Gửi trễ hạn. (Late.)' })
  readonly late: boolean;
  @Field(() => Int, { description: 'Số lần bị trả lại. (Times returned.)' })
  readonly timesReturned: number;
  @Field(() => [PlanCorrectionType], { description: 'Các đính chính. (Errata.)' })
  readonly corrections: readonly PlanCorrectionType[];

  constructor(row: Row) {
    super(PlanType.typeName, row);
    const { content, ...facts } = this.state;
    this.status = facts.status;
    this.year = facts.year;
    this.title = content.title;
    this.mode = content.mode;
    this.host = content.host;
    this.fields = content.fields;
    this.responsible = PersonName.of(content.responsible);
    this.programmes = content.programmes;
    this.tasks = content.tasks;
    this.late = facts.late;
    this.timesReturned = facts.timesReturned;
    this.corrections = facts.corrections;
  }
}

/** Resolvers of plans: mutations from the table, queries from the view, edges to the dossiers it names. */
export const planResolvers = [
  mutationsOf(planLifecycle, PlanType, planInputs),
  ...queriesOf({ view: planView, type: PlanType, plural: 'plans', where: PlanWhere }),
  edgesOf<PlanType>(PlanType, {
    unit: { type: () => UnitType, lifecycle: 'unit', description: 'Đơn vị. (Unit.)', to: (plan) => plan.state.unit },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (plan) => plan.state.campaign,
    },
    coordination: {
      type: () => UnitType,
      lifecycle: 'unit',
      many: true,
      description: 'Các đơn vị phối hợp. (Coordinating units.)',
      to: (plan) => plan.state.content.coordination,
    },
  }),
];
