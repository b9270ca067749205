import { localDateOf } from '#calendar';
import { LogFault, type ContentGuard, type Guard, type Json } from '#kernel';
import { DUTY_WINDOWS, endOf, isMissed } from './cycle.js';
import type { CloseCycle, DeclareMissed, ExtendDeadline, FreezeCycle, OpenCycle, ThawCycle } from './commands.js';
import { DUTY_LABELS } from './labels.js';
import { DUTIES, type DutyName } from './events.js';
import { openCycle } from './guards.js';
import { campaignRefusals } from './refusals.js';
import { cycleOf, type CampaignState } from './state.js';

type Existing = Exclude<CampaignState, { status: 'none' }>;
type Content<C, X = unknown> = ContentGuard<Existing, X, C>;
type OfCycle = FreezeCycle | ThawCycle | DeclareMissed | CloseCycle;

const yearsIn = ({ cycles }: Existing, phase: 'open' | 'closing'): readonly number[] =>
  cycles.filter((it) => it.phase === phase).map(({ year }) => year);

/** Some cycle is open. */
export const someCycleIsOpen: Guard<Existing, unknown> = {
  rule: 'someCycleIsOpen',
  check: (state) => {
    const years = yearsIn(state, 'open');
    return years.length > 0 ? { years } : campaignRefusals.noCycleOpen();
  },
};

/** Some cycle is frozen and waits to be closed. */
export const someCycleIsClosing: Guard<Existing, unknown> = {
  rule: 'someCycleIsClosing',
  check: (state) => {
    const years = yearsIn(state, 'closing');
    return years.length > 0 ? { years } : campaignRefusals.noCycleClosing();
  },
};

/** The year is the next one of the campaign's period: years open in their order. */
export const yearIsNext: Content<OpenCycle> = {
  rule: 'yearIsNext',
  checkContent: ({ year }, state) => {
    const { fromYear: from, toYear: to } = state;
    if (year < from || year > to) return campaignRefusals.yearOutside({ year, from, to }, ['year']);
    if (cycleOf(state, year)) return campaignRefusals.cycleOpened({ year }, ['year']);
    const next = from + state.cycles.length;
    return year === next ? { year, from, to } : campaignRefusals.yearOutOfOrder({ year, next }, ['year']);
  },
};

/** The cycle that the command names is open. */
export const cycleNamedIsOpen: Content<ExtendDeadline | FreezeCycle> = {
  rule: 'yearIsOpen',
  checkContent: ({ year }, state, _reads, { id }) => openCycle({ id, state }, year, ['year']),
};

/** The year's own time is over: whoever freezes it takes no day from anybody. */
export const yearIsOver: Content<FreezeCycle> = {
  rule: 'yearIsOver',
  checkContent: ({ year }, state, _reads, { now }) => {
    const cycle = cycleOf(state, year);
    const end = cycle ? endOf(cycle) : undefined;
    if (end === undefined || now < end)
      return campaignRefusals.yearNotOver({ year, from: end === undefined ? null : localDateOf(end) }, ['year']);
    return { year, end };
  },
};

/** The cycle that the command names is frozen and not closed. */
export const yearIsClosing: Content<OfCycle> = {
  rule: 'yearIsClosing',
  checkContent: ({ year }, state) =>
    cycleOf(state, year)?.phase === 'closing' ? { year } : campaignRefusals.cycleNotClosing({ year }, ['year']),
};

/** What the views count of a cycle's unfinished work: what the authorities have, and until when units have a right or a duty. */
type Counted = readonly { readonly open: number; readonly until: string | null }[];
type Work = 'plans' | 'registrations' | 'evaluations' | 'commendations' | 'replications';
export type OpenWork = Readonly<Record<Work, Counted>>;

/** No dossier of the cycle is under way, and nobody has time left to send one again or to object. */
export const nothingIsOpen: Content<CloseCycle, OpenWork> = {
  rule: 'nothingIsOpen',
  checkContent: ({ year }, _state, reads, { now }) => {
    const kinds = ['plans', 'registrations', 'evaluations', 'commendations', 'replications'] as const;
    const found = kinds.map((kind) => [kind, only(reads[kind])] as const);
    const open = found.reduce((sum, [, it]) => sum + it.open, 0);
    if (open > 0) return campaignRefusals.cycleHasWork({ year, open }, ['year']);
    const until = found.map(([, it]) => it.until ?? '').reduce((a, b) => (a > b ? a : b), '');
    if (until > now) return campaignRefusals.cycleHasTimeLeft({ year, from: localDateOf(until) }, ['year']);
    return { year, ...Object.fromEntries(found.map(([kind, it]) => [kind, it.open])), until };
  },
};

/** A count is exactly one row: no answer is not zero. */
function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (!row || rows.length > 1) throw new LogFault('LOG_INCOMPLETE', `A count was answered with ${rows.length} rows`);
  return row;
}

/** Every duty of every unit has an end: done, done late, waived by a document, or declared missed. */
export const everyDutyHasEnd: Content<
  CloseCycle,
  { readonly duties: readonly { readonly duty: string; readonly open: number }[] }
> = {
  rule: 'everyDutyHasEnd',
  checkContent: ({ year }, _state, { duties }) => {
    const counts = DUTIES.map((duty) => [duty, only(duties.filter((it) => it.duty === duty)).open] as const);
    const lacking = counts.filter(([, open]) => open > 0);
    if (lacking.length === 0) return { year, ...Object.fromEntries(counts) };
    const open = lacking.map(([duty, count]): Json => ({ ...countOf(duty, count) }));
    return campaignRefusals.dutiesWithoutEnd({ year, open }, ['year']);
  },
};

const countOf = (duty: DutyName, count: number) => ({
  vi: `${DUTY_LABELS[duty].vi} (${count} đơn vị)`,
  en: `${DUTY_LABELS[duty].en} (${count} units)`,
});

/** The deadline of the duty, wherever it has been moved to, has passed. */
export const dutyIsOverdue: Content<DeclareMissed> = {
  rule: 'dutyIsOverdue',
  checkContent: ({ year, duty }, state, _reads, { now }) => {
    const before = cycleOf(state, year)?.[DUTY_WINDOWS[duty]] ?? '';
    return now < before
      ? campaignRefusals.dutyNotOverdue({ duty: { ...DUTY_LABELS[duty] }, from: localDateOf(before) }, ['duty'])
      : { duty, before };
  },
};

/** Each unit, named once, owes the duty, has not done it, and nobody is still to settle what it sent. */
export const unitsHaveMissed: Content<
  DeclareMissed,
  { readonly owing: readonly { readonly unit: string; readonly underWay: number }[] }
> = {
  rule: 'unitsHaveMissed',
  checkContent: ({ year, duty, units }, state, { owing }) => {
    const cycle = cycleOf(state, year);
    const path = ['units'];
    const facts = { duty: { ...DUTY_LABELS[duty] } };
    if (new Set(units).size < units.length) return campaignRefusals.unitTwice({}, path);
    if (cycle && units.some((unit) => isMissed(cycle, duty, unit))) return campaignRefusals.missedAlready(facts, path);
    const found = units.map((unit) => owing.find((it) => it.unit === unit));
    if (found.includes(undefined)) return campaignRefusals.dutyNotOwed(facts, path);
    return found.some((it) => it?.underWay === 1)
      ? campaignRefusals.dutyUnderWay(facts, path)
      : { duty, units: units.length };
  },
};

/** Every cycle that was opened has been closed. */
export const allCyclesClosed: Guard<Existing, unknown> = {
  rule: 'allCyclesClosed',
  check: ({ cycles }) => {
    const years = cycles.filter(({ phase }) => phase !== 'closed').map(({ year }) => year);
    return years.length > 0 ? campaignRefusals.cyclesOpen({ years }) : { closed: cycles.length };
  },
};

/** Every year of the period has been opened, all but the last are closed, and the last is at least frozen. */
export const lastYearIsClosing: Guard<Existing, unknown> = {
  rule: 'lastYearIsClosing',
  check: ({ fromYear, toYear, cycles }) => {
    const unopened = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index).slice(cycles.length);
    const standing = cycles.filter(({ year, phase }) => (year === toYear ? phase === 'open' : phase !== 'closed'));
    const years = [...standing.map(({ year }) => year), ...unopened];
    return years.length > 0 ? campaignRefusals.yearsBeforeClosing({ years }) : { last: toYear };
  },
};
