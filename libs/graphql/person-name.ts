import type { Personal, Sealed } from '#kernel';
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
  @ResolveField('id')
  async id(@Parent() parent: PersonName, @Context() context: RequestContext): Promise<string | undefined> {
    const { person } = parent.sealed;
    return person !== undefined && (await isFor(parent, context)) ? toGlobalId('Person', person) : undefined;
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

async function isFor({ units }: PersonName, context: RequestContext): Promise<boolean> {
  const viewer = await context.viewer();
  return viewer.audiences.includes('AUTHORITIES') || units.some((unit) => viewer.units.includes(unit));
}

/** The name, then the position where one was given. */
async function linesOf(parent: PersonName, context: RequestContext): Promise<readonly string[]> {
  if (!(await isFor(parent, context))) return [];
  const clear = await context.unseal(parent.sealed);
  return (clear ?? '').split('\n').filter((line) => line !== '');
}
