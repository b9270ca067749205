export type { NoticeCommand } from './commands.js';
export type { NoticeContent } from './events.js';
export { noticeId } from './lifecycle.js';
export { noticeFold, type Notice, type NoticeState } from './state.js';
export { hasPassed, mayRemind, offsetsOf } from './timing.js';
