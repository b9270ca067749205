import { Dossier, edgesOf, Instant, mutationsOf, NodeType, PersonName, queriesOf } from '#graphql';
import type { ModelKind } from '#lifecycles/model';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CampaignType } from '../campaign/graphql.js';
import { ModelKindEnum } from '../model/enums.js';
import { ModelType } from '../model/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { DuplicateGroundEnum, RegistrationStatus } from './enums.js';
import type { DuplicateGround } from './events.js';
import { registrationInputs, RegistrationWhere } from './inputs.js';
import { registrationLifecycle } from './lifecycle.js';
import type { ExistingRegistration } from './state.js';
import { registrationView } from './view.js';

@ObjectType('DuplicateSuspicion', {
  description: 'Nghi vấn trùng chưa kết luận. (A suspected duplicate that is not resolved.)',
})
class DuplicateSuspicionType {
  @Field(() => DuplicateGroundEnum, { description: 'Căn cứ. (Ground.)' })
  readonly ground!: DuplicateGround;
  @Field(() => Instant, { description: 'Thời điểm nêu. (When it was raised.)' })
  readonly at!: string;
}

/** A registration in GraphQL. */
@ObjectType('Registration', {
  implements: () => [NodeType],
  description: 'Đăng ký một mô hình cho một năm thi đua. (A unit’s commitment to run a model in a cycle.)',
})
export class RegistrationType extends Dossier<ExistingRegistration> {
  static readonly typeName = 'Registration';

  @Field(() => RegistrationStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => Int, { description: 'Năm thi đua. (Cycle.)' })
  readonly year: number;
  @Field(() => String, { description: 'Tên đăng ký. (Title.)' })
  readonly title: string;
  @Field(() => ModelKindEnum, { description: 'Loại mô hình khi đăng ký. (Kind, when it was registered.)' })
  readonly kind: ModelKind;
  @Field(() => String, { description: 'Mã lĩnh vực. (Field key.)' })
  readonly field: string;
  @Field(() => String, { nullable: true, description: 'Mã mô hình mẫu. (Template code.)' })
  readonly template?: string;
  @Field(() => String, { nullable: true, description: 'Thôn, tổ dân phố, bộ phận thực hiện. (Sub-unit.)' })
  readonly subUnit?: string;
  @Field(() => Int, { nullable: true, description: 'Tiếp tục từ năm. (Cycle continued from.)' })
  readonly continuedFrom?: number;
  @Field(() => PersonName, { nullable: true, description: 'Người phụ trách. (Responsible person.)' })
  readonly responsible?: PersonName;
  @Field(() => Boolean, { description: 'Gửi trễ hạn. (Late.)' })
  readonly late: boolean;
  @Field(() => Instant, { nullable: true, description: 'Thời điểm gửi gần nhất. (Last submitted at.)' })
  readonly submittedAt?: string;
  @Field(() => Instant, { nullable: true, description: 'Thời điểm được chấp nhận. (Accepted at.)' })
  readonly acceptedAt?: string;
  @Field(() => Int, { description: 'Số lần bị trả lại. (Times returned.)' })
  readonly timesReturned: number;
  @Field(() => DuplicateSuspicionType, {
    nullable: true,
    description: 'Nghi vấn trùng chưa kết luận. (Unresolved suspicion.)',
  })
  readonly duplicateSuspicion?: DuplicateSuspicionType;

  constructor(row: Row) {
    super(RegistrationType.typeName, row);
    const registration = this.state;
    this.status = registration.status;
    this.year = registration.year;
    this.title = registration.title;
    this.kind = registration.kind;
    this.field = registration.field;
    this.template = registration.template;
    this.subUnit = registration.subUnit;
    this.continuedFrom = registration.continuedFrom;
    this.responsible = PersonName.of(registration.responsible);
    this.late = registration.late;
    this.submittedAt = registration.submittedAt;
    this.acceptedAt = registration.acceptedAt;
    this.timesReturned = registration.timesReturned;
    this.duplicateSuspicion = registration.duplicateSuspicion;
  }
}

const registration = { type: () => RegistrationType, lifecycle: 'registration' } as const;

/** Resolvers of registrations: mutations from the table, queries from the view, edges to the dossiers it names. */
export const registrationResolvers = [
  mutationsOf(registrationLifecycle, RegistrationType, registrationInputs),
  ...queriesOf({ view: registrationView, type: RegistrationType, plural: 'registrations', where: RegistrationWhere }),
  edgesOf<RegistrationType>(RegistrationType, {
    model: { type: () => ModelType, lifecycle: 'model', description: 'Mô hình. (Model.)', to: (it) => it.state.model },
    unit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị đăng ký. (Unit.)',
      to: (it) => it.state.unit,
    },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (it) => it.state.campaign,
    },
    suspectedDuplicateOf: {
      ...registration,
      description: 'Đăng ký bị nghi là trùng. (The other of the suspicion.)',
      to: (it) => it.state.duplicateSuspicion?.other,
    },
    mergedInto: {
      ...registration,
      description: 'Đăng ký được giữ khi gộp. (The one that was kept.)',
      to: (it) => it.state.mergedInto,
    },
  }),
];
