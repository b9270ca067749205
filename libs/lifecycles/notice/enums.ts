import { statusEnum } from '#graphql';
import { noticeLifecycle } from './lifecycle.js';

export const NoticeStatus = statusEnum('NoticeStatus', noticeLifecycle);
