import { codeEnum, Instant, LogPosition, type Dossier } from '#graphql';
import type { Language } from '#kernel';
import { DutyEnum } from '#lifecycles';
import { READINGS, type DutyName, type Reading } from '#lifecycles/campaign';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { unitType } from '../types.js';
import type { TargetFigure } from './read-targets.js';
import type { UnitWithout } from './read-units-without.js';

const ReadingEnum = codeEnum<Reading>('TargetReading', 'Cách đọc một chỉ tiêu. (A reading of a target.)', READINGS);

/** Which year of which campaign. */
@ArgsType()
export class YearArgs {
  @Field(() => Int, { description: 'Năm thi đua. (Cycle.)' })
  readonly year!: number;
  @Field(() => ID, {
    nullable: true,
    description:
      'Phong trào; để trống thì lấy phong trào đang bao gồm năm đó. (Campaign; the one that covers the year unless given.)',
  })
  readonly campaign?: string;
  @Field(() => LogPosition, {
    nullable: true,
    description: 'Chỉ trả lời khi đã đọc tới vị trí này. (Wait until this position can be read.)',
  })
  readonly minPosition?: string;
}

/** Which duty in which year. */
@ArgsType()
export class UnitsWithoutArgs extends YearArgs {
  @Field(() => DutyEnum, { description: 'Việc chưa làm. (What is missing.)' })
  readonly what!: DutyName;
}

/** One reading of one target. */
@ObjectType('TargetFigure', {
  description:
    'Số liệu của một chỉ tiêu theo một cách đọc, tính trên mọi đơn vị. (One target by one reading, over all units.)',
})
export class TargetFigureType {
  @Field(() => String, { description: 'Mã chỉ tiêu trong phong trào, ví dụ T-1. (Key of the target.)' })
  readonly key: string;
  @Field(() => String, { description: 'Nội dung chỉ tiêu như trong văn bản phong trào. (The campaign’s own words.)' })
  readonly label: string;
  @Field(() => ReadingEnum, { description: 'Cách đọc. (Reading.)' })
  readonly reading: Reading;
  @Field(() => Boolean, {
    description: 'Là cách đọc mà quy chế của phong trào chọn. (The reading that the policy takes.)',
  })
  readonly primary: boolean;
  @Field(() => Int, { description: 'Tử số. (Numerator.)' })
  readonly numerator: number;
  @Field(() => Int, {
    description:
      'Mẫu số; với chỉ tiêu đếm số lượng là số ít nhất phải có. (Denominator; the number required where a target counts.)',
  })
  readonly denominator: number;
  @Field(() => Boolean, {
    description: 'Đạt hay chưa, xét trên số nguyên, không làm tròn. (Met, tested on whole numbers.)',
  })
  readonly met: boolean;
  @Field(() => String, {
    description:
      'Kết quả thành câu; phần trăm được cắt, không làm tròn. (In words; percentages are cut off, never rounded.)',
  })
  readonly sentence: string;
  @Field(() => Instant, {
    nullable: true,
    description:
      'Thời điểm kết thúc năm: số liệu đã chốt; trống khi còn tính theo thời điểm hỏi. (When the year was closed with this figure; null while it is counted anew.)',
  })
  readonly frozenAt?: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Dấu của mọi số liệu đã chốt của năm, như trong sự kiện kết thúc. (Hash of all figures of the closed year, as its event holds it.)',
  })
  readonly figuresHash?: string;

  constructor({ label, sentence, closure, ...figure }: TargetFigure, language: Language) {
    this.key = figure.key;
    this.reading = figure.reading;
    this.primary = figure.primary;
    this.numerator = figure.numerator;
    this.denominator = figure.denominator;
    this.met = figure.met;
    this.label = label[language];
    this.sentence = sentence[language];
    this.frozenAt = closure?.at;
    this.figuresHash = closure?.hash;
  }
}

/** A unit that has not done what it must. */
@ObjectType('UnitWithout', {
  description: 'Một đơn vị thuộc diện phải làm mà chưa làm. (An obligated unit that has not done it.)',
})
export class UnitWithoutType {
  @Field(() => unitType(), { description: 'Đơn vị. (The unit.)' })
  readonly unit: Dossier;
  @Field(() => Instant, {
    nullable: true,
    description:
      'Phải xong trước thời điểm này; trống khi năm thi đua chưa mở. (Exclusive deadline; null while the cycle is not open.)',
  })
  readonly dueAt?: string;
  @Field(() => Int, { description: 'Số ngày trễ; 0 khi còn hạn. (Days late; 0 while there is time.)' })
  readonly daysLate: number;

  constructor({ unit, dueAt, daysLate }: UnitWithout) {
    this.unit = new (unitType())(unit);
    this.dueAt = dueAt;
    this.daysLate = daysLate;
  }
}
