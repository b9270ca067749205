import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ROLES, type Role } from '#identity';
import { FindSubjectName, Instant, toGlobalId, type RequestContext } from '#graphql';

@ObjectType('ViewerRole', { description: 'Vai trò đang có hiệu lực của người xem. (A role the viewer holds now.)' })
class ViewerRole {
  @Field(() => String, { description: 'Mã vai trò. (Role code.)' })
  readonly role!: string;
  @Field(() => String, { description: 'Tên vai trò. (Role.)' })
  readonly label!: string;
  @Field(() => ID, { nullable: true, description: 'Đơn vị. (Unit.)' })
  readonly unit?: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Mã ủy quyền, khi vai trò là của người khác ủy quyền. (Delegation.)',
  })
  readonly delegation?: string;
  @Field(() => Instant, { nullable: true, description: 'Đến trước lúc. (Until.)' })
  readonly to?: string;
}

@ObjectType('Me', { description: 'Người đang xem. (The viewer.)' })
class Me {
  @Field(() => ID, { description: 'Mã người dùng. (Subject.)' })
  readonly id!: string;
  @Field(() => String, { nullable: true, description: 'Họ tên. (Name.)' })
  readonly name?: string;
  @Field(() => [ViewerRole], { description: 'Các vai trò đang có hiệu lực. (Roles in force.)' })
  readonly roles!: readonly ViewerRole[];
}

/** Who am I, and what may I do now. */
@Resolver(() => Me)
export class MeResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Me, { description: 'Tôi là ai, đang giữ vai trò gì. (Who am I, with which roles.)' })
  async me(@Context() context: RequestContext): Promise<Me> {
    const { subject, grants } = await context.viewer();
    const sealed = await this.queries.execute(new FindSubjectName(subject, context.reads()));
    const roles = grants.map(({ id, role, unit, to, onBehalfOf }) => ({
      role,
      label: ROLES[role as Role][context.language],
      ...(unit && { unit: toGlobalId('Unit', unit) }),
      ...(onBehalfOf && { delegation: id }),
      ...(to && { to }),
    }));
    return {
      id: toGlobalId('Subject', subject),
      name: sealed && (await context.unseal(sealed))?.split('\n')[0],
      roles,
    };
  }
}
