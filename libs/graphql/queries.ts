import type { Lifecycle, StateShape } from '#kernel';
import type { EntityView, Total } from '#views';
import { Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AwaitPosition, CountEntities, FindEntity, ListEntities } from './bus.js';
import {
  connectionType,
  OneArgs,
  orderType,
  PageArgs,
  sliceOf,
  type ConnectionSource,
  TOTAL_COUNT,
  TOTAL_IS_EXACT,
} from './connection.js';
import type { RequestContext } from './context.js';
import type { Dossier } from './dossier.js';
import { dossierFieldsOf, type Hides } from './dossier-fields.js';
import { fromGlobalId } from './global-id.js';
import { RefusedRead } from './messages.js';
import { lowerFirst, type EntityType } from './payload.js';
import { edgeRefusals } from './refusals.js';
import { shape } from './shape.js';
import { conditionsOf, type Where } from './where.js';

/** What the read side of a lifecycle is made of. */
export interface QuerySpec<S extends StateShape> {
  readonly view: EntityView<S>;
  readonly type: EntityType;
  /** The list's name: `plans`. */
  readonly plural: string;
  readonly where: new () => Where;
  /** Fields of the state that somebody is not to see in a step of the history, as the dossier stands. */
  readonly hides?: Hides<S>;
}

/** Waits for what the client has written, or says that it cannot be read yet. */
export async function awaitPosition(queries: QueryBus, position: string | undefined): Promise<void> {
  if (position == null) return;
  const reached = await queries.execute(new AwaitPosition(position));
  if (!reached) throw new RefusedRead(edgeRefusals.notYetReadable({ position }));
}

/** The queries of a lifecycle: one instance, the list, and on each instance what may be done and what was done. */
export function queriesOf<S extends StateShape>({ view, type, plural, where, hides }: QuerySpec<S>): readonly Type[] {
  const Connection = connectionType(type);
  const Order = orderType(type.typeName, view);
  const lifecycle = view.lifecycle as Lifecycle;
  const { name } = lifecycle;

  @Resolver(() => type)
  class Entities {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    @Query(() => type, {
      name: lowerFirst(type.typeName),
      nullable: true,
      description: `${lifecycle.label.vi} theo mã; trống khi không có hoặc không được xem. (${lifecycle.label.en} by id.)`,
    })
    async one(@Args() { id, minPosition }: OneArgs, @Context() context: RequestContext): Promise<Dossier | undefined> {
      const viewer = await context.viewer();
      await awaitPosition(this.queries, minPosition);
      const global = fromGlobalId(id);
      if (global?.type !== type.typeName)
        throw new RefusedRead(edgeRefusals.idInvalid({ field: 'id', type: type.typeName }));
      const row = await this.queries.execute(new FindEntity(name, global.id, viewer));
      return row && new type(row);
    }

    @Query(() => Connection, {
      name: plural,
      description: `Danh sách ${lifecycle.label.vi.toLowerCase()} mà người xem được xem. (List of ${type.typeName}.)`,
    })
    async list(
      @Args() page: PageArgs,
      @Args('where', { type: () => where, nullable: true, description: 'Điều kiện lọc. (Filter.)' })
      raw: object | undefined,
      @Args('orderBy', { type: () => Order, nullable: true, description: 'Thứ tự. (Order.)' })
      orderBy: { column: string; direction: 'asc' | 'desc' } | undefined,
      @Context() context: RequestContext,
    ): Promise<ConnectionSource> {
      const viewer = await context.viewer();
      await awaitPosition(this.queries, page.minPosition);
      const { value, refusals } = await shape(where, raw ?? {}, ['where']);
      if (refusals[0]) throw new RefusedRead(refusals[0]);
      const filter = { viewer, where: conditionsOf(value) };
      const order = orderBy ?? { column: 'createdAt', direction: 'asc' };
      const found = await this.queries.execute(new ListEntities(name, { ...filter, orderBy: order, ...sliceOf(page) }));
      return { page: found, filter };
    }
  }

  return [Entities, dossierFieldsOf({ view, type, hides }), connectionResolver(Connection, type, name)];
}

/** The fields of a list, worked out only as far as they are asked for. */
function connectionResolver(Connection: Type, type: EntityType, name: string): Type {
  @Resolver(() => Connection)
  class Connections {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    @ResolveField('edges')
    edges(@Parent() { page }: ConnectionSource): readonly object[] {
      return page.edges.map(({ cursor, node }) => ({ cursor, node: new type(node) }));
    }

    @ResolveField('nodes')
    nodes(@Parent() { page }: ConnectionSource): readonly Dossier[] {
      return page.edges.map(({ node }) => new type(node));
    }

    @ResolveField('pageInfo')
    pageInfo(@Parent() { page }: ConnectionSource): object {
      return page.pageInfo;
    }

    @ResolveField(() => Int, {
      name: 'totalCount',
      description: TOTAL_COUNT,
    })
    async totalCount(@Parent() source: ConnectionSource): Promise<number> {
      return (await this.#total(source)).number;
    }

    @ResolveField(() => Boolean, {
      name: 'totalIsExact',
      description: TOTAL_IS_EXACT,
    })
    async totalIsExact(@Parent() source: ConnectionSource): Promise<boolean> {
      return (await this.#total(source)).isExact;
    }

    #total(source: ConnectionSource): Promise<Total> {
      source.total ??= this.queries.execute(new CountEntities(name, source.filter));
      return source.total;
    }
  }
  return Connections;
}
