import { parseStream, streamName } from '#kernel';
import { owed, owingUnits } from '#overview';
import type { SqlRow } from '#projections';
import type { Deadline, Views } from '#views';
import type { Place } from '../process.js';
import type { DeadlineSource, OpenWindow, Standing } from './ports.js';

const OPEN = `status IN ('reminded', 'overdue', 'escalated')`;

/** What somebody owes, and what the system does, before or after an instant. */
const STANDING = `SELECT kind, command, whom, due_at, since FROM _deadline
  WHERE view = :view AND id = :id AND kind IN ('duty', 'timer') AND due_at < '~' ORDER BY ordinal`;

const standingOf = ({ kind, command, whom, due_at: dueAt, since }: SqlRow): Standing => ({
  kind: kind as Standing['kind'],
  command: String(command),
  dueAt: String(dueAt),
  since: String(since),
  ...(whom !== null && { whom: String(whom) }),
});

/** The open windows of a campaign, as they end now. */
const WINDOWS = `SELECT "window" AS name, year, due_at, since FROM _deadline
  WHERE view = 'campaign' AND id = :campaign AND kind = 'window' AND due_at <= :horizon ORDER BY ordinal`;

const windowOf = ({ name, year, due_at: dueAt, since }: SqlRow): OpenWindow => ({
  name: String(name),
  year: Number(year),
  dueAt: String(dueAt),
  since: String(since),
});

const OPEN_NOTICES = `SELECT id FROM notice WHERE about = :about AND ${OPEN} ORDER BY id LIMIT 1000`;

const noticedOf = (column: 'campaign' | 'unit'): string =>
  `SELECT DISTINCT about FROM notice WHERE ${column} = :id AND about > :after AND ${OPEN} ORDER BY about LIMIT :most`;
const NOTICED = { campaign: noticedOf('campaign'), unit: noticedOf('unit') };

/** Deadlines and notices as the views hold them. */
export const deadlinesIn = (views: Pick<Views, 'deadlines' | 'query'>): DeadlineSource => ({
  page: async (after, to, limit) =>
    views.deadlines({ ...behind(after), before: justAfter(to), limit }).map((deadline) => ({
      dueAt: deadline.dueAt,
      key: JSON.stringify(deadline),
      subject: streamName(deadline.lifecycle, deadline.id),
    })),
  of: async (dossier) => {
    const { name, id } = parseStream(dossier);
    return views.query(STANDING, { view: name, id }).map(standingOf);
  },
  campaigns: async () => views.query('SELECT id FROM campaign ORDER BY id').map(({ id }) => String(id)),
  windows: async (campaign, horizon) => views.query(WINDOWS, { campaign, horizon }).map(windowOf),
  owed,
  owing: async (lifecycle, cycle, which) => owingUnits(views, lifecycle, cycle, which),
  openNotices: async (about) => views.query(OPEN_NOTICES, { about }).map(({ id }) => String(id)),
  noticed: async (of, id, after, most) =>
    views.query(NOTICED[of], { id, after, most }).map(({ about }) => String(about)),
});

/** Places are kept in a checkpoint: the key is the deadline itself, or nothing at the beginning of its instant. */
const behind = ({ dueAt, key }: Place): { readonly from: string } | { readonly after: Deadline } =>
  key === '' ? { from: dueAt } : { after: JSON.parse(key) as Deadline };

const justAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();
