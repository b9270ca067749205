import { awaitPosition, edgeRefusals, fromGlobalId, RefusedRead, type RequestContext } from '#graphql';
import type { Viewer } from '#identity';
import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { overviewRefusals } from '../refusals.js';
import type { AskedYear } from './asked.js';
import { ReadTargets, ReadUnitsWithout } from './messages.js';
import { TargetFigureType, UnitsWithoutArgs, UnitWithoutType, YearArgs } from './targets-types.js';

/** Anyone with a role in force. */
async function holderOfARole(context: RequestContext): Promise<Viewer> {
  const viewer = await context.viewer();
  if (viewer.roles.length === 0) throw new RefusedRead(overviewRefusals.roleNeeded());
  return viewer;
}

function questionOf({ year, campaign }: YearArgs): AskedYear {
  if (campaign == null) return { year };
  const global = fromGlobalId(campaign);
  if (global?.type !== 'Campaign')
    throw new RefusedRead(edgeRefusals.idInvalid({ field: 'campaign', type: 'Campaign' }));
  return { year, campaign: global.id };
}

/** How the campaign's targets stand, and who is late. */
@Resolver(() => TargetFigureType)
export class TargetsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => [TargetFigureType], {
    description:
      'Các chỉ tiêu của năm, mỗi cách đọc một dòng. Ai có vai trò đều xem được: số liệu tính trên mọi đơn vị, không lọc theo quyền xem hồ sơ. ' +
      '(The year’s targets, one entry for each reading. For anyone with a role: the figures are aggregates over all units, not filtered by what the viewer may read.)',
  })
  async targets(@Args() args: YearArgs, @Context() context: RequestContext): Promise<readonly TargetFigureType[]> {
    await holderOfARole(context);
    await awaitPosition(this.queries, args.minPosition);
    const figures = await this.queries.execute(new ReadTargets(questionOf(args)));
    return figures.map((figure) => new TargetFigureType(figure, context.language));
  }

  @Query(() => [UnitWithoutType], {
    description:
      'Các đơn vị chưa làm việc phải làm trong năm, theo tên; chỉ nêu đơn vị mà người xem được xem. ' +
      '(Obligated units that have not done what they owe, by name; only units that the viewer may see.)',
  })
  async unitsWithout(
    @Args() args: UnitsWithoutArgs,
    @Context() context: RequestContext,
  ): Promise<readonly UnitWithoutType[]> {
    const viewer = await holderOfARole(context);
    await awaitPosition(this.queries, args.minPosition);
    const found = await this.queries.execute(new ReadUnitsWithout(args.what, questionOf(args), viewer));
    return found.map((it) => new UnitWithoutType(it));
  }
}
