import type { Accepted } from '#kernel';
import type { Row } from '#views';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Dossier } from './dossier.js';
import { LogPosition } from './scalars.js';
import { UserError } from './user-errors.js';

/** A GraphQL type that shows the rows of one view. */
export interface EntityType<T extends Dossier = Dossier> {
  new (row: Row): T;
  /** The GraphQL type's name, the first part of its global ids. */
  readonly typeName: string;
}

/** What every mutation answers. */
@ObjectType({ isAbstract: true })
export abstract class MutationPayload {
  @Field(() => [UserError], {
    description: 'Lý do từ chối; rỗng khi đã thực hiện. (Refusals; empty when it was done.)',
  })
  readonly userErrors!: readonly UserError[];
  @Field(() => LogPosition, { nullable: true, description: 'Vị trí đã ghi; dùng làm minPosition. (Position written.)' })
  readonly position?: string;
  @Field(() => Int, { nullable: true, description: 'Phiên bản sau khi ghi. (Revision after.)' })
  readonly revision?: number;
  @Field(() => Boolean, {
    description:
      'Hồ sơ đọc được ngay như sau khi ghi; sai thì lệnh vẫn đã được ghi, hãy đọc lại sau với minPosition. ' +
      '(The dossier can be read as written; if not, the command stands all the same: read it later with minPosition.)',
  })
  readonly readable!: boolean;
  @Field(() => [ID], { description: 'Mã các sự kiện đã ghi. (Ids of the events.)' })
  readonly eventIds!: readonly string[];
  @Field(() => Boolean, {
    description: 'Lệnh đã được thực hiện từ trước, đây là kết quả đầu tiên. (A repetition: the first result again.)',
  })
  readonly repeated!: boolean;
}

/** Builds a payload type with the entity under its own name. */
export function payloadType<T extends Dossier>(type: EntityType<T>): new () => MutationPayload {
  const field = lowerFirst(type.typeName);
  @ObjectType(`${type.typeName}Payload`, {
    description: `Kết quả của một lệnh. (Result of a command on ${type.typeName}.)`,
  })
  class Payload extends MutationPayload {}
  Field(() => type, {
    name: field,
    nullable: true,
    description: 'Hồ sơ sau khi thực hiện, nếu người gửi được xem. (The dossier afterwards.)',
  })(Payload.prototype, field);
  return Payload;
}

/** What an accepted command's payload says. */
export const acceptedFields = ({ position, revision, eventIds, repeated }: Accepted) => ({
  position,
  revision,
  eventIds,
  repeated,
  userErrors: [],
});

/** What a refused command's payload says. */
export const refusedFields = (userErrors: readonly UserError[]) => ({
  userErrors,
  readable: true,
  eventIds: [],
  repeated: false,
});

/** `Plan` → `plan`. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
