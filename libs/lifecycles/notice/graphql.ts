import { Dossier, edgesOf, Instant, NodeType, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CampaignType } from '../campaign/graphql.js';
import { UnitType } from '../unit/graphql.js';
import { NoticeStatus } from './enums.js';
import { NoticeWhere } from './inputs.js';
import type { Notice } from './state.js';
import { noticeView } from './view.js';

/** A notice in GraphQL. The system alone writes notices: there is no mutation. */
@ObjectType('Notice', {
  implements: () => [NodeType],
  description: 'Nhắc hạn, quá hạn, đôn đốc do hệ thống ghi nhận. (What the system tells of a deadline.)',
})
export class NoticeType extends Dossier<Notice> {
  static readonly typeName = 'Notice';

  @Field(() => NoticeStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => Int, { nullable: true, description: 'Năm thi đua. (Cycle.)' })
  readonly year?: number;
  @Field(() => Instant, { description: 'Hạn: phải xong trước thời điểm này. (The exclusive deadline.)' })
  readonly deadline: string;
  @Field(() => String, { description: 'Loại hồ sơ. (The dossier’s lifecycle.)' })
  readonly lifecycle: string;
  @Field(() => [String], { description: 'Các lệnh phải thực hiện trước hạn. (The commands awaited by then.)' })
  readonly commands: readonly string[];
  @Field(() => Instant, { nullable: true, description: 'Đã nhắc lúc. (Reminded at.)' })
  readonly remindedAt?: string;
  @Field(() => Instant, { nullable: true, description: 'Ghi nhận quá hạn lúc. (Found overdue at.)' })
  readonly overdueAt?: string;
  @Field(() => Instant, { nullable: true, description: 'Báo cấp trên lúc. (Escalated at.)' })
  readonly escalatedAt?: string;
  @Field(() => Instant, { nullable: true, description: 'Thôi nhắc lúc. (Settled at.)' })
  readonly settledAt?: string;

  constructor(row: Row) {
    super(NoticeType.typeName, row);
    const it = this.state;
    this.status = it.status;
    this.year = it.year;
    this.deadline = it.dueAt;
    this.lifecycle = it.lifecycle;
    this.commands = it.steps;
    this.remindedAt = it.remindedAt;
    this.overdueAt = it.overdueAt;
    this.escalatedAt = it.escalatedAt;
    this.settledAt = it.settledAt;
  }
}

/** Resolvers of notices: queries and edges only. */
export const noticeResolvers = [
  ...queriesOf({ view: noticeView, type: NoticeType, plural: 'notices', where: NoticeWhere }),
  edgesOf<NoticeType>(NoticeType, {
    unit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị của hồ sơ. (The dossier’s unit.)',
      to: (it) => it.state.unit,
    },
    campaign: {
      type: () => CampaignType,
      lifecycle: 'campaign',
      description: 'Phong trào. (Campaign.)',
      to: (it) => it.state.campaign,
    },
    waitsFor: {
      type: () => UnitType,
      lifecycle: 'unit',
      many: true,
      description: 'Các đơn vị phải thực hiện; trống khi là cơ quan xử lý. (The units waited for.)',
      to: (it) => it.state.units,
    },
  }),
];
