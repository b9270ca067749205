import { Dossier, edgesOf, LocalDate, mutationsOf, NodeType, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UnitType } from '../unit/graphql.js';
import { outreachInputs, OutreachStatus, OutreachWhere } from './inputs.js';
import { outreachLifecycle } from './lifecycle.js';
import type { ExistingOutreach } from './state.js';
import { outreachView } from './view.js';

@ObjectType('Outreach', {
  implements: () => [NodeType],
  description: 'Buổi tuyên truyền của một đơn vị. (A unit’s outreach activity.)',
})
export class OutreachType extends Dossier<ExistingOutreach> {
  static readonly typeName = 'Outreach';

  @Field(() => OutreachStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => String, { description: 'Chủ đề. (Topic.)' })
  readonly topic: string;
  @Field(() => LocalDate, { description: 'Ngày. (Day.)' })
  readonly day: string;
  @Field(() => String, { description: 'Địa điểm. (Place.)' })
  readonly place: string;
  @Field(() => Int, { description: 'Số người dự. (Attendance.)' })
  readonly attendance: number;

  constructor(row: Row) {
    super(OutreachType.typeName, row);
    const { status, topic, day, place, attendance } = this.state;
    this.status = status;
    this.topic = topic;
    this.day = day;
    this.place = place;
    this.attendance = attendance;
  }
}

/** Mutations from the table, queries from the view, an edge to the unit. */
export const outreachResolvers = [
  mutationsOf(outreachLifecycle, OutreachType, outreachInputs),
  ...queriesOf({ view: outreachView, type: OutreachType, plural: 'outreaches', where: OutreachWhere }),
  edgesOf<OutreachType>(OutreachType, {
    unit: { type: () => UnitType, lifecycle: 'unit', description: 'Đơn vị. (Unit.)', to: (it) => it.state.unit },
  }),
];
