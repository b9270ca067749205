import type { RequestContext } from '#graphql';
import { Inject } from '@nestjs/common';
import { Context, Resolver, Subscription } from '@nestjs/graphql';
import { OVERVIEW_READER, type OverviewReader } from '../reader.js';
import type { InboxChange } from './change-feed.js';
import { InboxChangeType } from './change-types.js';
import { Listeners } from './listeners.js';

/** Tells listeners when there is something new to read. */
@Resolver(() => InboxChangeType)
export class ChangesResolver {
  private readonly listeners: Listeners;

  constructor(@Inject(OVERVIEW_READER) reader: OverviewReader) {
    this.listeners = new Listeners(reader);
  }

  @Subscription(() => InboxChangeType, {
    resolve: (change: InboxChange) => change,
    description:
      'Báo mỗi khi có thay đổi đã ghi liên quan đến người xem, kể cả khi hồ sơ vừa thôi không được xem; quyền xem được xét lại ở từng lần báo. ' +
      '(Tells of every committed change that concerns the viewer, also when a dossier is seen no longer; permission is checked anew each time.)',
  })
  async inboxChanged(
    @Context() context: RequestContext,
  ): Promise<AsyncIterableIterator<InboxChange, undefined, undefined>> {
    const { subject } = await context.viewer();
    return this.listeners.listen(subject, () => context.viewer());
  }
}
