import { Instant, toGlobalId } from '#graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Cycle, CyclePhase, MissedDuty } from './cycle.js';
import { CyclePhaseEnum, DutyEnum } from './enums.js';
import type { DutyName } from './events.js';

@ObjectType('MissedDuty', {
  description: 'Một nghĩa vụ mà đơn vị bị công bố không hoàn thành. (A duty that a unit was declared to have missed.)',
})
class MissedDutyType {
  @Field(() => DutyEnum, { description: 'Nghĩa vụ. (The duty.)' })
  readonly duty: DutyName;
  @Field(() => ID, { description: 'Đơn vị. (The unit.)' })
  readonly unit: string;

  constructor({ duty, unit }: MissedDuty) {
    this.duty = duty;
    this.unit = toGlobalId('Unit', unit);
  }
}

@ObjectType('Cycle', { description: 'Năm thi đua. (Yearly cycle.)' })
export class CycleType {
  @Field(() => Int, { description: 'Năm. (Year.)' })
  readonly year: number;
  @Field(() => CyclePhaseEnum, { description: 'Tình trạng. (Where it stands.)' })
  readonly phase: CyclePhase;
  @Field(() => Instant, { description: 'Kế hoạch: trước thời điểm này. (Plans before.)' })
  readonly plansBefore: string;
  @Field(() => Instant, { description: 'Đăng ký: trước thời điểm này. (Registrations before.)' })
  readonly registrationsBefore: string;
  @Field(() => Instant, { description: 'Sơ kết 6 tháng: trước thời điểm này. (Mid-year report before.)' })
  readonly midYearReportBefore: string;
  @Field(() => Instant, {
    description:
      'Tổng kết năm: trước thời điểm này; từ đó có thể khóa sổ. (Annual report before; from then on the cycle may be frozen.)',
  })
  readonly annualReportBefore: string;
  @Field(() => String, { description: 'Dấu của thang điểm. (Rubric hash.)' })
  readonly rubric: string;
  @Field(() => [MissedDutyType], {
    description: 'Các nghĩa vụ bị công bố không hoàn thành từ khi khóa sổ. (Duties declared missed since the freeze.)',
  })
  readonly missed: readonly MissedDutyType[];
  @Field(() => Instant, { nullable: true, description: 'Thời điểm kết thúc. (When it was closed.)' })
  readonly closedAt?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Dấu của số liệu khi kết thúc, như trong sự kiện. (Hash of the figures at the closing.)',
  })
  readonly figuresHash?: string;

  constructor(cycle: Cycle) {
    this.year = cycle.year;
    this.phase = cycle.phase;
    this.plansBefore = cycle.plansBefore;
    this.registrationsBefore = cycle.registrationsBefore;
    this.midYearReportBefore = cycle.midYearReportBefore;
    this.annualReportBefore = cycle.annualReportBefore;
    this.rubric = cycle.rubric;
    this.missed = cycle.missed.map((it) => new MissedDutyType(it));
    this.closedAt = cycle.closure?.at;
    this.figuresHash = cycle.closure?.hash;
  }
}
