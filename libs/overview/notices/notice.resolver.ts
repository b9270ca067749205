import { FindEntity, NodeType, type Dossier, type RequestContext } from '#graphql';
import type { Notice } from '#lifecycles/notice';
import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { moduleOf } from '../types.js';

/** What a notice leads to, whatever kind of dossier it is about. */
@Resolver(() => moduleOf('notice').type)
export class NoticeResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @ResolveField(() => String, { description: 'Việc phải làm và loại hồ sơ. (What is to be done, and in what.)' })
  title(@Parent() { state }: Dossier<Notice>, @Context() { language }: RequestContext): string {
    const { lifecycle } = moduleOf(state.lifecycle);
    const steps = state.steps.map((step) => lifecycle.commands[step]?.label[language] ?? step);
    return `${lifecycle.label[language]}: ${steps.join(', ')}`;
  }

  @ResolveField(() => NodeType, {
    nullable: true,
    description: 'Hồ sơ; trống khi không được xem. (The dossier; null when it may not be read.)',
  })
  async dossier(
    @Parent() { state }: Dossier<Notice>,
    @Context() context: RequestContext,
  ): Promise<Dossier | undefined> {
    const viewer = await context.viewer();
    const row = await this.queries.execute(new FindEntity(state.lifecycle, state.dossier, viewer));
    return row && new (moduleOf(state.lifecycle).type)(row);
  }
}
