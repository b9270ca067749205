import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Total } from '#views';
import { OVERVIEW_READER, type OverviewReader } from '../reader.js';
import { CountInbox, ReadInbox } from './messages.js';
import { countInbox, readInbox, type InboxPage } from './read-inbox.js';

/** Answers what waits for a viewer. */
@QueryHandler(ReadInbox)
export class ReadInboxHandler implements IQueryHandler<ReadInbox> {
  constructor(@Inject(OVERVIEW_READER) private readonly reader: OverviewReader) {}

  async execute({ viewer, first, after }: ReadInbox): Promise<InboxPage> {
    return readInbox(this.reader, viewer, first, after);
  }
}

/** Answers how much waits for a viewer. */
@QueryHandler(CountInbox)
export class CountInboxHandler implements IQueryHandler<CountInbox> {
  constructor(@Inject(OVERVIEW_READER) private readonly reader: OverviewReader) {}

  async execute({ viewer }: CountInbox): Promise<Total> {
    return countInbox(this.reader, viewer);
  }
}
