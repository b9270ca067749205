import {
  actionsOf,
  AvailableAction,
  awaitPosition,
  ExplainActions,
  FindEntity,
  sliceOf,
  TOTAL_COUNT,
  TOTAL_IS_EXACT,
  type Dossier,
  type RequestContext,
} from '#graphql';
import type { Total } from '#views';
import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { moduleOf, unitType } from '../types.js';
import { InboxArgs, InboxConnection, InboxItemType } from './inbox-types.js';
import { CountInbox, ReadInbox } from './messages.js';

/** The inbox and how much is in it. */
@Resolver(() => InboxConnection)
export class InboxResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => InboxConnection, {
    description:
      'Những việc đang chờ người xem theo vai trò đang có hiệu lực, hạn cũ trước; gồm cả kế hoạch, đăng ký mà đơn vị phải có nhưng chưa lập. ' +
      '(What waits for the viewer under the grants in force, oldest deadline first; plans and registrations that are owed and not begun are among it.)',
  })
  async inbox(
    @Args() { first, after, minPosition }: InboxArgs,
    @Context() context: RequestContext,
  ): Promise<InboxConnection> {
    const viewer = await context.viewer();
    const slice = sliceOf({ ...(first != null && { first }), ...(after != null && { after }) });
    await awaitPosition(this.queries, minPosition);
    const size = 'first' in slice ? slice.first : 0;
    return new InboxConnection(
      await this.queries.execute(new ReadInbox(viewer, size, after ?? undefined)),
      context.language,
    );
  }

  @ResolveField(() => Int, { description: TOTAL_COUNT })
  async totalCount(@Context() context: RequestContext, @Parent() inbox: InboxConnection): Promise<number> {
    return (await this.#total(inbox, context)).number;
  }

  @ResolveField(() => Boolean, { description: TOTAL_IS_EXACT })
  async totalIsExact(@Context() context: RequestContext, @Parent() inbox: InboxConnection): Promise<boolean> {
    return (await this.#total(inbox, context)).isExact;
  }

  #total(inbox: InboxConnection, context: RequestContext): Promise<Total> {
    inbox.total ??= context.viewer().then((viewer) => this.queries.execute(new CountInbox(viewer)));
    return inbox.total;
  }
}

/** What an item of the inbox leads to. */
@Resolver(() => InboxItemType)
export class InboxItemResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @ResolveField(() => unitType(), {
    nullable: true,
    description: 'Đơn vị của hồ sơ; trống khi hồ sơ không thuộc đơn vị nào. (The dossier’s unit.)',
  })
  async unit(@Parent() { entry }: InboxItemType, @Context() context: RequestContext): Promise<Dossier | undefined> {
    if (entry.unit === undefined) return undefined;
    const row = await this.queries.execute(new FindEntity('unit', entry.unit, await context.viewer()));
    return row && new (unitType())(row);
  }

  @ResolveField(() => AvailableAction, {
    nullable: true,
    description:
      'Làm được ngay chưa, hoặc vì sao chưa; trống khi hồ sơ chưa được lập. (Whether it can be done now, and why not; null when the dossier is still to be begun.)',
  })
  async action(
    @Parent() { entry }: InboxItemType,
    @Context() context: RequestContext,
  ): Promise<AvailableAction | undefined> {
    if (!entry.row) return undefined;
    const { subject } = await context.viewer();
    const asked = { lifecycle: entry.lifecycle, id: entry.row.id, subject, command: entry.command };
    const answers = await this.queries.execute(new ExplainActions(asked, context.reads()));
    return actionsOf(moduleOf(entry.lifecycle).lifecycle, answers, context.language)[0];
  }
}
