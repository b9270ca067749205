import { DAY_MS } from '#calendar';
import type { CampaignPolicy } from '#lifecycles/campaign';

/** What the policy says of notices. */
export type NoticePolicy = Pick<CampaignPolicy, 'notices'>;

/** How long after a deadline there is something to tell, in milliseconds: negative before it. */
export const offsetsOf = ({ notices: { remindDaysBefore } }: NoticePolicy): readonly number[] =>
  remindDaysBefore === 0 ? [0] : [-remindDaysBefore * DAY_MS, 0];

const shifted = (instant: string, by: number): string => new Date(Date.parse(instant) + by).toISOString();

/** The deadline of a step, and since when the step has been waited for. */
export interface Span {
  readonly dueAt: string;
  readonly since: string;
}

/**
 * True while a reminder means something: from so many days before the deadline until it passes, of what was waited for by then.
 * Whoever is given less time than that has just been told.
 */
export function mayRemind({ dueAt, since }: Span, now: string, { notices }: NoticePolicy): boolean {
  const from = shifted(dueAt, -notices.remindDaysBefore * DAY_MS);
  return notices.remindDaysBefore > 0 && since <= from && from <= now && now < dueAt;
}

/** True once an exclusive deadline has passed. */
export const hasPassed = (dueAt: string, now: string): boolean => dueAt <= now;

/** When the authorities are told of what is found overdue now: those concerned have as long from here, however late it was found. */
export const escalationAt = (now: string, { notices }: NoticePolicy): string =>
  shifted(now, notices.escalateDaysAfter * DAY_MS);
