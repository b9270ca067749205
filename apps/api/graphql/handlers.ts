import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  AwaitPosition,
  CountEntities,
  ExplainActions,
  FindEntity,
  FindSubjectName,
  ListEntities,
  ReadHistory,
  SendCommand,
  type HistoryStep,
} from '#graphql';
import type { ActionAnswer, Outcome, Sealed } from '#kernel';
import { accessFold } from '#lifecycles/access';
import type { Page, Row, Total } from '#views';
import type { Service } from '../service.js';
import { DossierLoader } from './dossier-loader.js';
import { SERVICE } from './tokens.js';

/** How long a reader waits for the views to take in what was written. */
const PATIENCE_MS = 2_000;

/** How far a simulated clock moves with each command: people do not act at one and the same instant. */
const SIMULATED_STEP_MS = 37_000;

@CommandHandler(SendCommand)
export class SendCommandHandler implements ICommandHandler<SendCommand> {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  execute({ request }: SendCommand): Promise<Outcome> {
    this.service.simulated?.tick(SIMULATED_STEP_MS);
    return this.service.engine.execute(request);
  }
}

@QueryHandler(FindEntity)
export class FindEntityHandler implements IQueryHandler<FindEntity> {
  readonly #dossiers: DossierLoader;

  constructor(@Inject(SERVICE) { views }: Service) {
    this.#dossiers = new DossierLoader(views);
  }

  execute(asked: FindEntity): Promise<Row | undefined> {
    return this.#dossiers.load(asked);
  }
}

@QueryHandler(ListEntities)
export class ListEntitiesHandler implements IQueryHandler<ListEntities> {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  async execute({ name, query }: ListEntities): Promise<Page> {
    return this.service.views.list(name, query);
  }
}

@QueryHandler(CountEntities)
export class CountEntitiesHandler implements IQueryHandler<CountEntities> {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  async execute({ name, filter }: CountEntities): Promise<Total> {
    return this.service.views.count(name, filter);
  }
}

@QueryHandler(ExplainActions)
export class ExplainActionsHandler implements IQueryHandler<ExplainActions> {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  execute({ asked, reads }: ExplainActions): Promise<readonly ActionAnswer[]> {
    return this.service.engine.explain(asked, reads);
  }
}

@QueryHandler(ReadHistory)
export class ReadHistoryHandler implements IQueryHandler<ReadHistory> {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  async execute({ name, id }: ReadHistory): Promise<readonly HistoryStep[]> {
    const lifecycle = this.service.lifecycles.get(name);
    if (!lifecycle) return [];
    return this.service.loader.steps(lifecycle, id);
  }
}

@QueryHandler(FindSubjectName)
export class FindSubjectNameHandler implements IQueryHandler<FindSubjectName> {
  async execute({ subject, reads }: FindSubjectName): Promise<Sealed | undefined> {
    const { state } = await reads.load(accessFold, subject);
    return state.status !== 'none' && 'ct' in state.name ? state.name : undefined;
  }
}

@QueryHandler(AwaitPosition)
export class AwaitPositionHandler implements IQueryHandler<AwaitPosition> {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  async execute({ position }: AwaitPosition): Promise<boolean> {
    const { views } = this.service;
    return views.isBuilt() && views.waitFor(position, PATIENCE_MS);
  }
}

/** Every handler on the buses. */
export const handlers = [
  SendCommandHandler,
  FindEntityHandler,
  ListEntitiesHandler,
  CountEntitiesHandler,
  ExplainActionsHandler,
  ReadHistoryHandler,
  FindSubjectNameHandler,
  AwaitPositionHandler,
];
