import { isRefusal } from '#kernel';
import { dueBy } from '#lifecycles/campaign';
import type { AppointPanel, ReplacePanelist } from './commands.js';
import type { Context, Decision } from './decide.js';
import { conflictNow, holderOf, seated, type Appointing } from './seats.js';
import type { ExistingEvaluation } from './state.js';

/** Each seat names the unit of the role that it rests on. */
export function appointPanel(
  { members }: AppointPanel,
  state: ExistingEvaluation,
  context: Context,
  reads: Appointing,
): Decision {
  const seats = members.map((seat) => seated(seat, state, context, reads));
  return { type: 'PanelAppointed', data: { members: seats.flatMap((it) => (isRefusal(it) ? [] : [it])) } };
}

export const openPanel = (_command: unknown, state: ExistingEvaluation, context: Context): Decision => ({
  type: 'PanelOpened',
  data: { round: state.round + 1, dueAt: dueBy('panelScoring', context, state.year) },
});

export const declareRecusal = (): Decision => ({ type: 'RecusalDeclared', data: {} });

/** Whoever takes the seat over takes the lead with it. */
export function replacePanelist(
  { subject, by }: ReplacePanelist,
  state: ExistingEvaluation,
  context: Context,
  reads: Appointing,
): Decision {
  const lead = holderOf(state, subject)?.lead ?? false;
  const seat = seated({ subject: by, lead }, state, context, reads, ['by']);
  if (isRefusal(seat)) return seat;
  const conflict = conflictNow(subject, state, context, reads);
  return { type: 'PanelistReplaced', data: { subject, by: seat, ...(conflict && { conflict }) } };
}
