import {
  hasPassed,
  mayRemind,
  noticeId,
  type Notice,
  type NoticeCommand,
  type NoticeContent,
} from '#lifecycles/notice';
import type { Wanted } from '../process.js';
import type { DossierFacts, Duty } from './facts.js';

/**
 * What the system does about the deadlines of a dossier: whatever of it still means something now, and has not been done. Pure.
 * @param now RFC 3339
 */
export function decideDeadlines(facts: DossierFacts, now: string): readonly Wanted[] {
  return [...settled(facts), ...told(facts, now), ...taken(facts, now)];
}

/** Notices of deadlines that nobody has to keep any more. */
function settled({ lifecycle, id, duties, course, notices }: DossierFacts): readonly Wanted[] {
  const standing = new Set(course === 'over' ? [] : duties.map(({ dueAt }) => noticeId(lifecycle, id, dueAt)));
  return [...notices].flatMap(([notice, state]) =>
    state.status === 'none' || state.status === 'settled' || standing.has(notice)
      ? []
      : wanted({ type: 'SettleNotice', id: notice }, state.escalatedAt ?? state.overdueAt ?? state.remindedAt ?? ''),
  );
}

/** Reminders of deadlines to come, and those that have passed: each once, the later instead of the earlier. */
function told(facts: DossierFacts, now: string): readonly Wanted[] {
  if (facts.course !== 'running') return [];
  return [...Map.groupBy(facts.duties, ({ dueAt }) => dueAt)].flatMap(([dueAt, duties]) => {
    const state = facts.notices.get(noticeId(facts.lifecycle, facts.id, dueAt));
    const known: Partial<Notice> = state === undefined || state.status === 'none' ? {} : state;
    const content = contentOf(facts, dueAt, duties);
    if (hasPassed(dueAt, now))
      return known.overdueAt !== undefined || endedBySystem(facts, dueAt)
        ? []
        : wanted({ type: 'NoteOverdue', ...content }, dueAt);
    const due = mayRemind(content, now, facts.policy) && known.remindedAt === undefined;
    return due ? wanted({ type: 'RemindOfDeadline', ...content }, dueAt) : [];
  });
}

/** Nobody is late where the system takes the step that follows: silence was an answer. */
const endedBySystem = ({ timers }: DossierFacts, dueAt: string): boolean =>
  timers.some((timer) => timer.dueAt === dueAt);

/** The steps that the system itself takes once their time has come. */
const taken = ({ lifecycle, id, timers, course }: DossierFacts, now: string): readonly Wanted[] =>
  course !== 'running'
    ? []
    : timers
        .filter(({ dueAt }) => hasPassed(dueAt, now))
        .map(({ command, dueAt }) => ({ lifecycle, command: { type: command, id }, because: dueAt }));

function contentOf(
  { lifecycle, id, campaign, unit, year, restricted }: DossierFacts,
  dueAt: string,
  duties: readonly Duty[],
): NoticeContent {
  const distinct = (of: (duty: Duty) => readonly string[]): readonly string[] =>
    [...new Set(duties.flatMap(of))].sort();
  return {
    lifecycle,
    dossier: id,
    campaign,
    ...(unit !== undefined && { unit }),
    ...(year !== undefined && { year }),
    dueAt,
    since: duties.map((duty) => duty.since).sort()[0] ?? '',
    steps: distinct(({ command }) => [command]),
    units: distinct(({ units }) => units),
    subjects: distinct(({ subjects }) => subjects),
    restricted,
  };
}

const wanted = (command: NoticeCommand, because: string): readonly Wanted[] => [
  { lifecycle: 'notice', command, because },
];
