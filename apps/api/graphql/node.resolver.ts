import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import {
  FindEntity,
  fromGlobalId,
  NodeType,
  RefusedRead,
  edgeRefusals,
  type Dossier,
  type RequestContext,
} from '#graphql';
import { lifecycleModules } from '#lifecycles';

const MOST = 100;
const modulesByType = new Map(lifecycleModules.map((module) => [module.type.typeName, module]));

/** Any dossier by its global id, as far as the viewer may read it. */
@Resolver(() => NodeType)
export class NodeResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => NodeType, {
    nullable: true,
    description: 'Đối tượng theo mã toàn cục; trống khi không có hoặc không được xem. (An object by its global id.)',
  })
  async node(
    @Args('id', { type: () => ID, description: 'Mã toàn cục. (Global id.)' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Dossier | undefined> {
    const viewer = await context.viewer();
    const global = fromGlobalId(id);
    const module = global && modulesByType.get(global.type);
    if (!global || !module) return undefined;
    const row = await this.queries.execute(new FindEntity(module.lifecycle.name, global.id, viewer));
    return row && new module.type(row);
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'Nhiều đối tượng theo mã, tối đa 100. (Several objects by id.)',
  })
  async nodes(
    @Args('ids', { type: () => [ID], description: 'Các mã toàn cục. (Global ids.)' }) ids: readonly string[],
    @Context() context: RequestContext,
  ): Promise<readonly (Dossier | undefined)[]> {
    if (ids.length > MOST) throw new RefusedRead(edgeRefusals.listTooLong({ field: 'ids', max: MOST }, ['ids']));
    return Promise.all(ids.map((id) => this.node(id, context)));
  }
}
