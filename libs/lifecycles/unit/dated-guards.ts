import { localDateOf } from '#calendar';
import type { ContentGuard, Guard, Loaded } from '#kernel';
import type { EndHead, ExemptUnit } from './commands.js';
import { dayAsked, factOn, type Since } from './dated.js';
import { unitRefusals } from './refusals.js';
import { standingOn, type Standing, type UnitState } from './state.js';

type Active = Extract<UnitState, { status: 'active' }>;
type Content<C = unknown, X = unknown> = ContentGuard<Active, X, C>;

/** Where a date of effect stands in a command. */
const EFFECT = ['effectiveFrom'] as const;
const ROSTER: readonly (Standing | undefined)[] = ['OBLIGATED', 'ENROLLED', 'EXEMPT'];

/** A law or a decision may date a fact back, but not before the one it replaces, which would then go on; nor before the unit. */
const follows = (rule: string, history: (state: Active) => readonly Since<unknown>[]): Content => ({
  rule,
  checkContent: (_command, state, _reads, context) => {
    const from = dayAsked(context);
    const since = factOn(history(state), localDateOf(context.now))?.from ?? state.from;
    return from < since ? unitRefusals.datedBefore({ from, since }, EFFECT) : { from, since };
  },
});

/** A name begins no earlier than the one in force. */
export const followsName = follows('followsName', ({ names }) => names);
/** A code begins no earlier than the one in force. */
export const followsCode = follows('followsCode', ({ codes }) => codes);
/** A standing begins no earlier than the one in force. */
export const followsStanding = follows('followsStanding', ({ standings }) => standings);
/** What ends the unit comes after its beginning. */
export const followsBeginning = follows('followsBeginning', () => []);

/** The unit has been on the roster at all. */
export const wasListed: Guard<Active, unknown> = {
  rule: 'wasListed',
  check: ({ standings }) => {
    const [first] = standings.filter(({ value }) => ROSTER.includes(value));
    return first ? { listedFrom: first.from } : unitRefusals.notOnRoster();
  },
};

/** It is on the roster on the day asked for. */
export const isListedThen: Content = {
  rule: 'isListedThen',
  checkContent: (_command, state, _reads, context) => {
    const from = dayAsked(context);
    const standing = standingOn(state, from);
    return standing && ROSTER.includes(standing) ? { from, standing } : unitRefusals.notOnRoster({}, EFFECT);
  },
};

/** An exemption that has an end ends after it has begun. */
export const endsAfterItBegins: Content<ExemptUnit> = {
  rule: 'endsAfterItBegins',
  checkContent: ({ to }, _state, _reads, context) => {
    const from = dayAsked(context);
    if (to !== undefined && to <= from) return unitRefusals.exemptionReversed({ from, to }, ['to']);
    return { from, to: to ?? null };
  },
};

/** Nobody is head without an end in sight. */
export const noHeadInOffice: Guard<Active, unknown> = {
  rule: 'noHeadInOffice',
  check: ({ heads }) =>
    heads.some(({ to }) => to === undefined) ? unitRefusals.headPresent() : { formerHeads: heads.length },
};

/** A head takes over no earlier than the last one has left. */
export const followsFormerHead: Content = {
  rule: 'followsFormerHead',
  checkContent: (_command, { heads, from: begun }, _reads, context) => {
    const from = dayAsked(context);
    const since = heads.reduce((last, { to = '' }) => (to > last ? to : last), begun);
    return from < since ? unitRefusals.datedBefore({ from, since }, EFFECT) : { from, since };
  },
};

/** Somebody is head, so that an end can come. */
export const hasHead: Guard<Active, unknown> = {
  rule: 'hasHead',
  check: ({ heads }) => {
    const head = heads.find(({ to }) => to === undefined);
    return head ? { appointment: head.appointment } : unitRefusals.noHead();
  },
};

/** The appointment that is to end is the one in office, and had begun by then. */
export const endsAppointment: Content<EndHead> = {
  rule: 'endsAppointment',
  checkContent: ({ appointment }, { heads }, _reads, context) => {
    const at = dayAsked(context);
    const head = heads.find((it) => it.appointment === appointment && it.to === undefined);
    if (!head) return unitRefusals.headUnknown({ appointment }, ['appointment']);
    return at < head.from
      ? unitRefusals.datedBefore({ from: at, since: head.from }, EFFECT)
      : { appointment, from: head.from, to: at };
  },
};

/** A unit ends on the day it ends: an end announced for later is recorded later. */
export const takesEffectByNow: Content = {
  rule: 'takesEffectByNow',
  checkContent: (_command, _state, _reads, context) => {
    const from = dayAsked(context);
    return from > localDateOf(context.now) ? unitRefusals.notYetEffective({ from }, EFFECT) : { from };
  },
};

/** A successor operates and is another unit; since it operates, it cannot itself lead back here. */
export const successorsOperate: Content<unknown, { readonly successors: readonly Loaded<UnitState>[] }> = {
  rule: 'successorsOperate',
  checkContent: (_command, _state, { successors }, { id }) => {
    if (successors.some((it) => it.id === id)) return unitRefusals.successorIsSelf({}, ['into']);
    const inactive = successors.find((it) => it.state.status !== 'active');
    return inactive
      ? unitRefusals.successorInactive({ successor: inactive.id }, ['into'])
      : { successors: successors.map((it) => it.id) };
  },
};
