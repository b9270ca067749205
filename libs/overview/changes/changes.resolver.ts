import type { RequestContext } from '#graphql';
import { Inject } from '@nestjs/common';
import { Context, Resolver, Subscription } from '@nestjs/graphql';
import { OVERVIEW_READER, type OverviewReader } from '../reader.js';
import { ChangeFeed, type InboxChange } from './change-feed.js';
import { InboxChangeType } from './change-types.js';

/** Tells listeners when there is something new to read. */
@Resolver(() => InboxChangeType)
export class ChangesResolver {
  constructor(@Inject(OVERVIEW_READER) private readonly reader: OverviewReader) {}

  @Subscription(() => InboxChangeType, {
    resolve: (change: InboxChange) => change,
    description:
      'Báo mỗi khi có thay đổi đã ghi liên quan đến người xem; quyền xem được xét lại ở từng lần báo. ' +
      '(Tells of every committed change that concerns the viewer; permission is checked anew each time.)',
  })
  async inboxChanged(
    @Context() context: RequestContext,
  ): Promise<AsyncIterableIterator<InboxChange, undefined, undefined>> {
    await context.viewer();
    return new ChangeFeed(this.reader, () => context.viewer());
  }
}
