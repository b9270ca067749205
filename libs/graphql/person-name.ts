import type { Personal, Sealed } from '#kernel';
import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { ReadName } from './bus.js';
import type { RequestContext } from './context.js';

/** The name of a natural person, read only when asked for. */
@ObjectType('PersonName', {
  description: 'Họ tên cá nhân; chỉ giải mã cho người được xem. (A person’s name, unsealed for those who may read it.)',
})
export class PersonName {
  @Field(() => String, {
    nullable: true,
    description: 'Họ tên; trống khi đã xóa theo yêu cầu hoặc người xem không có quyền. (The name.)',
  })
  readonly name?: string;

  /** @param units the units whose members may read the name because the dossier is their own */
  constructor(
    readonly sealed: Sealed,
    readonly units: readonly string[],
  ) {}

  /** The field's value for a particular of a stored state. */
  static of(it: Personal | undefined, units: readonly string[]): PersonName | undefined {
    return it && 'ct' in it ? new PersonName(it, units) : undefined;
  }
}

/** Names are for those who handle the dossier and for its own units. */
@Resolver(() => PersonName)
export class PersonNameResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Họ tên; trống khi đã xóa theo yêu cầu hoặc người xem không có quyền. (The name.)',
  })
  async name(@Parent() parent: PersonName, @Context() context: RequestContext): Promise<string | undefined> {
    const viewer = await context.viewer();
    const own = viewer.audiences.includes('AUTHORITIES') || parent.units.some((unit) => viewer.units.includes(unit));
    return own ? this.queries.execute(new ReadName(parent.sealed)) : undefined;
  }
}
