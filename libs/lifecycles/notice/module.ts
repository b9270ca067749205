import { lifecycleModule } from '#graphql';
import { noticeResolvers, NoticeType } from './graphql.js';
import { noticeView } from './view.js';

export const noticeModule = lifecycleModule({ view: noticeView, type: NoticeType, resolvers: noticeResolvers });
