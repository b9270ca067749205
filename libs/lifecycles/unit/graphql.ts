import { Dossier, edgesOf, LocalDate, mutationsOf, NodeType, PersonName, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { timeline, type Since } from './dated.js';
import { CertaintyEnum, StandingEnum, UnitKindEnum, UnitStatus } from './enums.js';
import type { RosterBasis, UnitKind } from './events.js';
import { unitInputs, UnitWhere } from './inputs.js';
import { unitLifecycle } from './lifecycle.js';
import type { ExistingUnit, Head, Standing } from './state.js';
import { unitView } from './view.js';

@ObjectType('DatedName', { description: 'Tên có hiệu lực từ một ngày. (A name from a day on.)' })
export class DatedName {
  @Field(() => String, { description: 'Tên. (Name.)' })
  readonly value!: string;
  @Field(() => LocalDate, { description: 'Từ ngày. (From.)' })
  readonly from!: string;
}

@ObjectType('DatedStanding', { description: 'Tư cách trong danh sách từ một ngày. (A standing from a day on.)' })
class DatedStanding {
  @Field(() => StandingEnum, { description: 'Tư cách. (Standing.)' })
  readonly value!: Standing;
  @Field(() => LocalDate, { description: 'Từ ngày. (From.)' })
  readonly from!: string;
}

@ObjectType('UnitHead', { description: 'Thủ trưởng. (Accountable head.)' })
class UnitHeadType {
  @Field(() => ID, { description: 'Mã bổ nhiệm. (Appointment.)' })
  readonly appointment: string;
  @Field(() => PersonName, { nullable: true, description: 'Họ tên. (Name.)' })
  readonly name?: PersonName;
  @Field(() => Boolean, { description: 'Quyền thủ trưởng. (Acting.)' })
  readonly acting: boolean;
  @Field(() => LocalDate, { description: 'Từ ngày. (From.)' })
  readonly from: string;
  @Field(() => LocalDate, { nullable: true, description: 'Đến trước ngày. (Until.)' })
  readonly to?: string;

  constructor(head: Head) {
    this.appointment = head.appointment;
    this.name = PersonName.of(head.name);
    this.acting = head.acting;
    this.from = head.from;
    this.to = head.to;
  }
}

@ObjectType('Unit', { implements: () => [NodeType], description: 'Cơ quan, đơn vị, địa phương. (A unit.)' })
export class UnitType extends Dossier<ExistingUnit> {
  static readonly typeName = 'Unit';

  @Field(() => UnitStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => String, { description: 'Khóa nội bộ. (Our key.)' })
  readonly unitKey: string;
  @Field(() => String, { description: 'Tên mới nhất. (Latest name.)' })
  readonly name: string;
  @Field(() => UnitKindEnum, { description: 'Loại. (Kind.)' })
  readonly kind: UnitKind;
  @Field(() => String, { nullable: true, description: 'Mã hành chính mới nhất. (Latest code.)' })
  readonly code?: string;
  @Field(() => [DatedName], { description: 'Các tên theo thời gian. (Names over time.)' })
  readonly names: readonly Since<string>[];
  @Field(() => [String], { description: 'Tên gọi khác. (Aliases.)' })
  readonly aliases: readonly string[];
  @Field(() => [String], { description: 'Tiền thân. (Predecessors.)' })
  readonly predecessors: readonly string[];
  @Field(() => StandingEnum, { nullable: true, description: 'Tư cách mới nhất trong danh sách. (Latest standing.)' })
  readonly standing?: Standing;
  @Field(() => [DatedStanding], { description: 'Tư cách theo thời gian. (Standings over time.)' })
  readonly standings: readonly Since<Standing>[];
  @Field(() => String, { nullable: true, description: 'Cơ sở của tư cách. (Basis.)' })
  readonly rosterBasis?: string;
  @Field(() => CertaintyEnum, { nullable: true, description: 'Độ chắc chắn. (Certainty.)' })
  readonly certainty?: RosterBasis['certainty'];
  @Field(() => [UnitHeadType], { description: 'Các thủ trưởng. (Heads over time.)' })
  readonly heads: readonly UnitHeadType[];

  constructor(row: Row) {
    super(UnitType.typeName, row);
    const unit = this.state;
    this.status = unit.status;
    this.unitKey = unit.key;
    this.name = unit.names.at(-1)?.value ?? unit.key;
    this.kind = unit.kind;
    this.code = unit.codes.at(-1)?.value;
    this.names = unit.names;
    this.aliases = unit.aliases;
    this.predecessors = unit.predecessors;
    this.standings = timeline(unit.standings);
    this.standing = this.standings.at(-1)?.value;
    this.rosterBasis = unit.rosterBasis?.basis;
    this.certainty = unit.rosterBasis?.certainty;
    this.heads = unit.heads.map((head) => new UnitHeadType(head));
  }
}

/** Resolvers of units. */
export const unitResolvers = [
  mutationsOf(unitLifecycle, UnitType, unitInputs),
  ...queriesOf({ view: unitView, type: UnitType, plural: 'units', where: UnitWhere }),
  edgesOf<UnitType>(UnitType, {
    successors: {
      type: () => UnitType,
      lifecycle: 'unit',
      many: true,
      description: 'Đơn vị kế thừa. (Successors.)',
      to: (unit) => unit.state.successors,
    },
  }),
];
