import type { Provider, Type } from '@nestjs/common';
import { ChangesResolver } from './changes/changes.resolver.js';
import { CountInboxHandler, ReadInboxHandler } from './inbox/handlers.js';
import { InboxItemResolver, InboxResolver } from './inbox/inbox.resolver.js';
import { NoticeResolver } from './notices/notice.resolver.js';
import { OVERVIEW_READER, type OverviewReader } from './reader.js';
import { ReadTargetsHandler, ReadUnitsWithoutHandler } from './targets/handlers.js';
import { TargetsResolver } from './targets/targets.resolver.js';

/** What answers the overviews' queries. */
export const overviewProviders = (reader: OverviewReader): readonly Provider[] => [
  { provide: OVERVIEW_READER, useValue: reader },
  ReadInboxHandler,
  CountInboxHandler,
  ReadTargetsHandler,
  ReadUnitsWithoutHandler,
];

/** The overviews' resolvers. */
export const overviewResolvers: readonly Type[] = [
  InboxResolver,
  InboxItemResolver,
  TargetsResolver,
  ChangesResolver,
  NoticeResolver,
];
