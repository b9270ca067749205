import { isSealedParticular, type Personal, type Sealed } from '#kernel';
import { Context, Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from './context.js';
import { toGlobalId } from './global-id.js';

/** A natural person who is named in a dossier; name and position are read only when asked for. */
@ObjectType('PersonName', {
  description: 'Một cá nhân được nêu tên; họ tên chỉ giải mã cho người được xem. (A person who is named.)',
})
export class PersonName {
  @Field(() => ID, { nullable: true, description: 'Mã cá nhân, một người một mã. (The person’s id.)' })
  readonly id?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Họ tên; trống khi đã xóa theo yêu cầu hoặc người xem không có quyền. (The name.)',
  })
  readonly name?: string;
  @Field(() => String, { nullable: true, description: 'Chức vụ, vị trí. (Position.)' })
  readonly position?: string;

  /** @param sealed the name; undefined when it is withheld from the viewer */
  constructor(readonly sealed: Sealed | undefined) {}

  /** The field's value for a particular of a state as the viewer may read it. */
  static of(it: Personal | undefined): PersonName | undefined {
    return it && new PersonName(isSealedParticular(it) ? it : undefined);
  }
}

/** Reads the name; whether the viewer may is decided for the dossier as a whole. */
@Resolver(() => PersonName)
export class PersonNameResolver {
  @ResolveField('id')
  id(@Parent() { sealed }: PersonName): string | undefined {
    return sealed?.person && toGlobalId('Person', sealed.person);
  }

  @ResolveField('name')
  async name(@Parent() parent: PersonName, @Context() context: RequestContext): Promise<string | undefined> {
    return (await linesOf(parent, context))[0];
  }

  @ResolveField('position')
  async position(@Parent() parent: PersonName, @Context() context: RequestContext): Promise<string | undefined> {
    return (await linesOf(parent, context))[1];
  }
}

/** The name, then the position where one was given. */
async function linesOf({ sealed }: PersonName, context: RequestContext): Promise<readonly string[]> {
  const clear = sealed && (await context.unseal(sealed));
  return (clear ?? '').split('\n').filter((line) => line !== '');
}
