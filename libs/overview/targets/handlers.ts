import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OVERVIEW_READER, type OverviewReader } from '../reader.js';
import { ReadTargets, ReadUnitsWithout } from './messages.js';
import { readTargets, type TargetFigure } from './read-targets.js';
import { readUnitsWithout, type UnitWithout } from './read-units-without.js';

/** Answers how the targets stand. */
@QueryHandler(ReadTargets)
export class ReadTargetsHandler implements IQueryHandler<ReadTargets> {
  constructor(@Inject(OVERVIEW_READER) private readonly reader: OverviewReader) {}

  async execute({ question }: ReadTargets): Promise<readonly TargetFigure[]> {
    return readTargets(this.reader, question);
  }
}

/** Answers who has not done what. */
@QueryHandler(ReadUnitsWithout)
export class ReadUnitsWithoutHandler implements IQueryHandler<ReadUnitsWithout> {
  constructor(@Inject(OVERVIEW_READER) private readonly reader: OverviewReader) {}

  async execute({ what, question, viewer }: ReadUnitsWithout): Promise<readonly UnitWithout[]> {
    return readUnitsWithout(this.reader, what, question, viewer);
  }
}
