import {
  Dossier,
  edgesOf,
  Instant,
  LocalDate,
  mutationsOf,
  NodeType,
  PersonName,
  queriesOf,
  toGlobalId,
} from '#graphql';
import type { Row } from '#views';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CollectiveType } from '../collective/graphql.js';
import { UnitType } from '../unit/graphql.js';
import type { HoldGround } from './events.js';
import { HeldRecipientStatus, HeldRecipientWhere, HoldGroundEnum, recipientInputs } from './inputs.js';
import { recipientLifecycle } from './lifecycle.js';
import type { EndedHold, Hold, KnownRecipient } from './state.js';
import { recipientView } from './view.js';

@ObjectType('RecipientHold', { description: 'Một lệnh tạm dừng xét khen thưởng. (One hold.)' })
export class RecipientHoldType {
  @Field(() => ID, { description: 'Mã lệnh tạm dừng. (The hold.)' })
  readonly hold: string;
  @Field(() => HoldGroundEnum, { description: 'Căn cứ. (Ground.)' })
  readonly ground: HoldGround;
  @Field(() => Instant, { description: 'Có hiệu lực từ khi ghi nhận. (In force from its recording.)' })
  readonly since: string;
  @Field(() => LocalDate, { description: 'Ngày ký văn bản tạm dừng. (Day of the document.)' })
  readonly on: string;
  @Field(() => ID, { description: 'Cơ quan quyết định tạm dừng. (The body that placed it.)' })
  readonly placedBy: string;
  @Field(() => Instant, { nullable: true, description: 'Thời điểm cho tiếp tục; trống khi còn hiệu lực. (Until.)' })
  readonly until?: string;

  constructor({ hold, ground, since, on, placedBy, ...rest }: Hold | EndedHold) {
    this.hold = hold;
    this.ground = ground;
    this.since = since;
    this.on = on;
    this.placedBy = toGlobalId('Unit', placedBy.unit);
    if ('until' in rest) this.until = rest.until;
  }
}

@ObjectType('HeldRecipient', {
  implements: () => [NodeType],
  description: 'Đối tượng đang, hoặc từng, bị tạm dừng xét khen thưởng. (A recipient who is, or was, on hold.)',
})
export class HeldRecipientType extends Dossier<KnownRecipient> {
  static readonly typeName = 'HeldRecipient';

  @Field(() => HeldRecipientStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => String, { nullable: true, description: 'Tên tập thể khi bị tạm dừng. (Name of the collective then.)' })
  readonly collectiveName?: string;
  @Field(() => PersonName, { nullable: true, description: 'Cá nhân. (The person.)' })
  readonly person?: PersonName;
  @Field(() => [RecipientHoldType], { description: 'Các lệnh tạm dừng còn hiệu lực. (Holds that stand.)' })
  readonly holds: readonly RecipientHoldType[];
  @Field(() => [RecipientHoldType], { description: 'Các lệnh đã cho tiếp tục. (Holds that were released.)' })
  readonly ended: readonly RecipientHoldType[];

  constructor(row: Row) {
    super(HeldRecipientType.typeName, row);
    const { status, recipient, holds, ended } = this.state;
    this.status = status;
    this.collectiveName = recipient.collective?.name;
    this.person = PersonName.of(recipient.person);
    this.holds = holds.map((it) => new RecipientHoldType(it));
    this.ended = ended.map((it) => new RecipientHoldType(it));
  }
}

/** Resolvers of recipients on hold. */
export const recipientResolvers = [
  mutationsOf(recipientLifecycle, HeldRecipientType, recipientInputs),
  ...queriesOf({ view: recipientView, type: HeldRecipientType, plural: 'heldRecipients', where: HeldRecipientWhere }),
  edgesOf<HeldRecipientType>(HeldRecipientType, {
    unit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị, hoặc đơn vị quản lý tập thể. (The unit, or that of the collective.)',
      to: (it) => it.state.recipient.collective?.unit,
    },
    collective: {
      type: () => CollectiveType,
      lifecycle: 'collective',
      description: 'Tập thể đã đăng ký. (The registered collective.)',
      to: (it) => it.state.recipient.collective?.registered,
    },
  }),
];
