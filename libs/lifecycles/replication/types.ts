import { Instant, LocalDate, toGlobalId } from '#graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AdoptionStatusEnum } from './enums.js';
import type { AdoptionMeasure } from './events.js';
import type { Adoption, AdoptionStatus } from './state.js';

@ObjectType('AdoptionMeasure', { description: 'Một kết quả trước và sau. (A figure before and after.)' })
class AdoptionMeasureType implements AdoptionMeasure {
  @Field(() => String, { description: 'Tên chỉ số. (Name.)' })
  readonly name!: string;
  @Field(() => Int, { nullable: true, description: 'Trước khi triển khai. (Before.)' })
  readonly before?: number;
  @Field(() => Int, { description: 'Sau khi triển khai. (After.)' })
  readonly after!: number;
  @Field(() => String, { nullable: true, description: 'Đơn vị tính. (Unit of measure.)' })
  readonly unit?: string;
}

@ObjectType('AdoptionMeasurement', { description: 'Kết quả ghi nhận vào một ngày. (Figures of one day.)' })
class AdoptionMeasurementType {
  @Field(() => LocalDate, { description: 'Ngày. (Day.)' })
  readonly on!: string;
  @Field(() => [AdoptionMeasureType], { description: 'Các kết quả. (Figures.)' })
  readonly measures!: readonly AdoptionMeasureType[];
}

@ObjectType('Adoption', { description: 'Việc tiếp nhận của một đơn vị. (One unit’s adoption.)' })
export class AdoptionType {
  @Field(() => ID, { description: 'Đơn vị tiếp nhận. (Adopting unit.)' })
  readonly unit: string;
  @Field(() => AdoptionStatusEnum, { description: 'Tình hình. (Status.)' })
  readonly status: AdoptionStatus;
  @Field(() => ID, { nullable: true, description: 'Mô hình của đơn vị tiếp nhận. (The unit’s own model.)' })
  readonly model?: string;
  @Field(() => Instant, { nullable: true, description: 'Phải trả lời trước thời điểm này. (To be answered before.)' })
  readonly dueAt?: string;
  @Field(() => [AdoptionMeasurementType], { description: 'Các kết quả đã ghi nhận. (Measurements.)' })
  readonly measurements: readonly AdoptionMeasurementType[];

  constructor({ unit, status, model, dueAt, measurements }: Adoption) {
    this.unit = toGlobalId('Unit', unit);
    this.status = status;
    this.model = model && toGlobalId('Model', model);
    this.dueAt = dueAt;
    this.measurements = measurements;
  }
}
