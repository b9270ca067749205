import type { Viewer } from '#identity';
import type { Lifecycle, StateShape } from '#kernel';
import type { EntityView } from '#views';
import { Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actionsOf, AvailableAction } from './action.js';
import { ExplainActions, ReadHistory } from './bus.js';
import type { RequestContext } from './context.js';
import type { Dossier } from './dossier.js';
import { readableBy } from './history-access.js';
import { historyEntry, HistoryEntry } from './history.js';
import type { EntityType } from './payload.js';

/** Whose fields, and what of its history is hidden from whom. */
interface FieldSpec<S extends StateShape> {
  readonly view: EntityView<S>;
  readonly type: EntityType;
  readonly hides: ((state: S, viewer: Viewer) => readonly string[]) | undefined;
}

/** What every dossier tells beside its own content: what may be done, what was done, where it stands in words. */
export function dossierFieldsOf<S extends StateShape>({ view, type, hides }: FieldSpec<S>): Type {
  const lifecycle = view.lifecycle as Lifecycle;
  const { name } = lifecycle;

  @Resolver(() => type)
  class DossierFields {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    @ResolveField(() => [AvailableAction], {
      name: 'availableActions',
      description: 'Những việc có thể làm, và lý do chưa làm được. (What can be done, and why not.)',
    })
    async actions(@Parent() it: Dossier, @Context() context: RequestContext): Promise<readonly AvailableAction[]> {
      const { subject } = await context.viewer();
      const asked = { lifecycle: name, id: it.key, subject };
      const answers = await this.queries.execute(new ExplainActions(asked, context.reads()));
      return actionsOf(lifecycle, answers, context.language);
    }

    @ResolveField(() => [HistoryEntry], {
      name: 'history',
      description:
        'Lịch sử, cũ trước mới sau: toàn bộ cho người xử lý và các bên, phần công khai cho người khác. (History, oldest first: whole for those who handle the dossier and its parties, what is public for others.)',
    })
    async history(@Parent() it: Dossier, @Context() context: RequestContext): Promise<readonly HistoryEntry[]> {
      const [steps, viewer] = await Promise.all([
        this.queries.execute(new ReadHistory(name, it.key)),
        context.viewer(),
      ]);
      const state = it.state as S;
      const hidden = hides?.(state, viewer) ?? [];
      return steps
        .filter(readableBy(view, state, viewer))
        .map((step) => historyEntry(lifecycle, step, context.language, hidden));
    }

    @ResolveField(() => String, { name: 'statusLabel', description: 'Tên trạng thái. (State in words.)' })
    statusLabel(@Parent() it: Dossier, @Context() context: RequestContext): string {
      return lifecycle.states[it.state.status]?.[context.language] ?? it.state.status;
    }
  }
  return DossierFields;
}
