import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { edgeRefusals, Instant, RefusedRead, type RequestContext } from '#graphql';
import { canonical, defineRefusal } from '#kernel';
import type { Service } from '../service.js';
import { SERVICE } from './tokens.js';

const MOST = 500;
const USUAL = 100;

const auditorsOnly = defineRefusal(
  'AUDITORS_ONLY',
  'Chỉ người có vai trò kiểm toán, thanh tra được xem các lần bị từ chối.',
  'Only auditors may read refused attempts.',
);

@ArgsType()
class AttemptArgs {
  @Field(() => Int, { nullable: true, description: 'Số mục, 100 nếu bỏ trống, nhiều nhất 500. (How many.)' })
  readonly first?: number;
  @Field(() => Int, { nullable: true, description: 'Sau số thứ tự này. (After this ordinal.)' })
  readonly after?: number;
}

@ObjectType('RefusedAttempt', { description: 'Một lần ra quyết định bị từ chối. (A refused attempt at a decision.)' })
class RefusedAttemptType {
  @Field(() => Int, { description: 'Số thứ tự. (Ordinal.)' })
  readonly ordinal!: number;
  @Field(() => Instant, { description: 'Thời điểm. (When.)' })
  readonly at!: string;
  @Field(() => ID, { description: 'Người thực hiện. (Who.)' })
  readonly subject!: string;
  @Field(() => ID, { nullable: true, description: 'Mã ủy quyền. (Delegation.)' })
  readonly delegation?: string;
  @Field(() => String, { description: 'Loại hồ sơ. (Lifecycle.)' })
  readonly lifecycle!: string;
  @Field(() => ID, { description: 'Mã hồ sơ. (Dossier.)' })
  readonly dossier!: string;
  @Field(() => String, { description: 'Lệnh. (Command.)' })
  readonly command!: string;
  @Field(() => ID, { description: 'Mã lệnh. (Command id.)' })
  readonly commandId!: string;
  @Field(() => String, { description: 'Mã từ chối. (Refusal code.)' })
  readonly code!: string;
  @Field(() => String, { description: 'Dữ kiện mà quy tắc đã xét, dạng JSON. (Facts the rule saw.)' })
  readonly facts!: string;
}

/** What was attempted and refused: for auditors. */
@Resolver(() => RefusedAttemptType)
export class RefusedAttemptsResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => [RefusedAttemptType], {
    description:
      'Các lần ra quyết định bị từ chối, cũ trước; chỉ dành cho kiểm toán. (Refused attempts, oldest first; auditors only.)',
  })
  async refusedAttempts(
    @Args() { first, after }: AttemptArgs,
    @Context() context: RequestContext,
  ): Promise<readonly RefusedAttemptType[]> {
    const { roles } = await context.viewer();
    if (!roles.includes('AUDITOR')) throw new RefusedRead(auditorsOnly());
    const size = first ?? USUAL;
    if (size < 1 || size > MOST)
      throw new RefusedRead(edgeRefusals.numberOutOfRange({ field: 'first', min: 1, max: MOST }, ['first']));
    const found = await this.service.attempts.list({ first: size, ...(after != null && { after }) });
    return found.map(({ id, facts, ...attempt }) => ({ ...attempt, dossier: id, facts: canonical(facts) }));
  }
}
