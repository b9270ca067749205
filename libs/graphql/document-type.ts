import type { DocumentRef, SignatureCapacity } from '#kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SignatureCapacityEnum } from './command-input.js';
import { LocalDate } from './scalars.js';

@ObjectType('DocumentRef', { description: 'Văn bản làm căn cứ. (The document behind an act.)' })
export class DocumentRefType implements DocumentRef {
  @Field(() => String, { description: 'Cơ quan ban hành. (Issuing body.)' })
  readonly issuer!: string;
  @Field(() => String, { description: 'Tên loại viết tắt. (Type abbreviation.)' })
  readonly type!: string;
  @Field(() => String, { description: 'Số, ký hiệu. (Number and symbol.)' })
  readonly number!: string;
  @Field(() => Int, { description: 'Năm ban hành. (Year of issue.)' })
  readonly year!: number;
  @Field(() => LocalDate, { description: 'Ngày ký. (Date of signature.)' })
  readonly signedOn!: string;
  @Field(() => SignatureCapacityEnum, { nullable: true, description: 'Quyền hạn ký. (Signature capacity.)' })
  readonly capacity?: SignatureCapacity;
  @Field(() => String, { nullable: true, description: 'Chức vụ người ký. (Office of the signer.)' })
  readonly office?: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 của tệp. (SHA-256 of the file.)' })
  readonly hash?: string;
}
