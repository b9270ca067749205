import { streamName } from '#kernel';
import { entityView, existing } from '#views';
import { noticeLifecycle } from './lifecycle.js';
import type { Notice, NoticeState } from './state.js';

/** A reminder is for those who are reminded; what is overdue, for the authorities as well. */
const isPrivate = ({ overdueAt, units, subjects }: Notice): boolean =>
  overdueAt === undefined && units.length + subjects.length > 0;

export const noticeView = entityView<NoticeState>()({
  lifecycle: noticeLifecycle,
  version: 1,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    /** The stream of the dossier. */
    about: { type: 'TEXT', of: (state) => existing(state, (it) => streamName(it.lifecycle, it.dossier)) },
    deadline: { type: 'TEXT', of: (state) => existing(state, (it) => it.dueAt) },
  },
  keys: [
    ['about', 'status'],
    ['unit', 'about'],
  ],
  groups: [['campaign', 'about']],
  orders: ['deadline'],
  audience: (state) => (existing(state, isPrivate) === false ? 'AUTHORITIES' : 'PARTIES'),
  restricted: (state) => existing(state, (it) => it.restricted) ?? false,
  parties: (state) => existing(state, ({ units, subjects }) => ({ units, subjects })) ?? { units: [] },
});
