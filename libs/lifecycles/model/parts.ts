import { LocalDate, SealedText } from '#graphql';
import type { Prose } from '#kernel';
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { EvidenceKindEnum } from './enums.js';
import type { Evidence, Measure, ModelForm } from './events.js';
import type { Activity } from './state.js';

/** The form of a model in GraphQL. */
@ObjectType('ModelForm', {
  description: 'Các mục của bản đăng ký; trống là chưa điền. (The form; what is null is still missing.)',
})
export class ModelFormType implements ModelForm {
  @Field(() => String, { nullable: true, description: 'Thực trạng, lý do xây dựng. (Situation.)' })
  readonly situation?: string;
  @Field(() => String, { nullable: true, description: 'Mục tiêu, tiêu chí. (Objectives.)' })
  readonly objectives?: string;
  @Field(() => String, { nullable: true, description: 'Nội dung, cách thức thực hiện. (Content.)' })
  readonly content?: string;
  @Field(() => String, { nullable: true, description: 'Địa bàn, đối tượng. (Place and people.)' })
  readonly place?: string;
  @Field(() => String, { nullable: true, description: 'Lực lượng chủ trì, phối hợp, tham gia. (Forces.)' })
  readonly forces?: string;
  @Field(() => String, { nullable: true, description: 'Nguồn lực, thời gian. (Resources and time.)' })
  readonly resources?: string;
  @Field(() => String, { nullable: true, description: 'Sản phẩm, kết quả có thể kiểm chứng. (Outputs.)' })
  readonly outputs?: string;
  @Field(() => String, { nullable: true, description: 'Khả năng duy trì, nhân rộng. (Sustainability.)' })
  readonly sustainability?: string;
}

@ObjectType('ActivityMeasure', { description: 'Số liệu của hoạt động. (A figure.)' })
class ActivityMeasureType implements Measure {
  @Field(() => String, { description: 'Tên số liệu. (Name.)' })
  readonly name!: string;
  @Field(() => Float, { description: 'Giá trị. (Value.)' })
  readonly value!: number;
  @Field(() => String, { nullable: true, description: 'Đơn vị tính. (Unit of measure.)' })
  readonly unit?: string;
}

@ObjectType('ActivityEvidence', { description: 'Minh chứng. (Evidence.)' })
class ActivityEvidenceType {
  @Field(() => EvidenceKindEnum, { description: 'Loại. (Kind.)' })
  readonly kind!: Evidence['kind'];
  @Field(() => String, { description: 'Tên minh chứng. (Title.)' })
  readonly title!: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 của tệp. (SHA-256 of the file.)' })
  readonly hash?: string;
  @Field(() => String, { nullable: true, description: 'Địa chỉ. (Address.)' })
  readonly url?: string;
}

/** An activity of a model in GraphQL. */
@ObjectType('ModelActivity', { description: 'Hoạt động của mô hình. (An activity.)' })
export class ModelActivityType implements Activity {
  @Field(() => ID, { description: 'Mã hoạt động. (Id of the activity.)' })
  readonly id!: string;
  @Field(() => LocalDate, { description: 'Ngày diễn ra. (Date.)' })
  readonly on!: string;
  @SealedText({ description: 'Nội dung đã làm. (What was done.)' })
  readonly summary!: Prose;
  @Field(() => [ActivityMeasureType], { nullable: true, description: 'Số liệu. (Figures.)' })
  readonly measures?: readonly Measure[];
  @Field(() => [ActivityEvidenceType], { description: 'Minh chứng. (Evidence.)' })
  readonly evidence!: readonly Evidence[];
}

/** A doubt about maintenance in GraphQL. */
@ObjectType('MaintenanceDoubt', { description: 'Nghi vấn về việc duy trì. (A doubt about maintenance.)' })
export class MaintenanceDoubtType {
  @Field(() => LocalDate, { description: 'Ngày nêu. (When it was raised.)' })
  readonly on!: string;
  @Field(() => Boolean, { description: 'Đã được trả lời bằng kết luận. (Answered by a declaration.)' })
  readonly answered!: boolean;
}
