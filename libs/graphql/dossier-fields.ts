import type { Lifecycle, StateShape } from '#kernel';
import type { EntityView } from '#views';
import { readsParticulars, readsStep, type Sight } from '#visibility';
import { Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actionsOf, AvailableAction } from './action.js';
import { ExplainActions, ReadHistory } from './bus.js';
import type { RequestContext } from './context.js';
import type { Dossier } from './dossier.js';
import { historyEntry, HistoryEntry } from './history.js';
import type { EntityType } from './payload.js';

/** Whose fields, and what of its history is hidden from whom. */
interface FieldSpec<S extends StateShape> {
  readonly view: EntityView<S>;
  readonly type: EntityType;
  readonly hides: Hides<S> | undefined;
}

/** The states on either side of a step. */
interface StepOf<S extends StateShape> {
  readonly before: S;
  readonly after: S;
}

/**
 * Which fields of the state are kept from somebody in each step of the history.
 * @param dossier as it stands, and how the viewer stands to it
 */
export type Hides<S extends StateShape> = (
  dossier: { readonly state: S; readonly sight: Sight; readonly readsRestricted: boolean },
  subject: string,
) => (step: StepOf<S>) => readonly string[];

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
      const hidden = hides?.(it as Dossier<S>, viewer.subject) ?? (() => []);
      const particulars = readsParticulars(it.sight);
      return steps
        .filter(({ recorded }) => readsStep(it.sight, viewer, recorded.meta.classification))
        .map((step) =>
          historyEntry(lifecycle, step, context.language, {
            hidden: hidden(step as unknown as StepOf<S>),
            particulars,
          }),
        );
    }

    @ResolveField(() => String, { name: 'statusLabel', description: 'Tên trạng thái. (State in words.)' })
    statusLabel(@Parent() it: Dossier, @Context() context: RequestContext): string {
      return lifecycle.states[it.state.status]?.[context.language] ?? it.state.status;
    }
  }
  return DossierFields;
}
