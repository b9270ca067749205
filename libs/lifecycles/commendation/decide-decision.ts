import { dueBy } from '#lifecycles/campaign';
import type { DecideCommendation, EnterDecision, ItemDecision } from './commands.js';
import type { Context, Decision } from './decide-proposal.js';
import type { CommendationEvent, Grant, ItemReason } from './events.js';
import { grantedBy, type WithDecisions } from './guard-decision.js';
import { openItems, type Dossier, type Item } from './state.js';

/** Item by item: what is granted or refused is settled, what is returned goes on. One event for each kind of answer. */
export const decideCommendation = (
  command: DecideCommendation,
  state: Dossier,
  context: Context,
): readonly CommendationEvent[] => eventsOf(command, state, context);

/** Writes down what the city decided on paper. It decides nothing: the city's own document is what counts. */
export const enterDecision = (command: EnterDecision, state: Dossier, context: Context): readonly CommendationEvent[] =>
  eventsOf(command, state, context, command.decidedBy);

function eventsOf(
  command: WithDecisions,
  state: Dossier,
  context: Context,
  decidedBy?: string,
): readonly CommendationEvent[] {
  const granted = grantedBy(command, state);
  const [refused, returned] = [reasonsFor('REFUSED', command, state), reasonsFor('RETURNED', command, state)];
  const { year } = state;
  const back = { items: returned, dueAt: dueBy('dossierReceipt', context, year) };
  return [
    ...(granted.length > 0 ? [grantedEvent(grantOf(granted, year, 'CITY', decidedBy))] : []),
    ...(refused.length > 0 ? [{ type: 'CommendationRefused' as const, data: { items: refused } }] : []),
    ...(returned.length > 0 ? [{ type: 'DossierReturnedByDecider' as const, data: back }] : []),
  ];
}

const grantedEvent = (data: Grant): CommendationEvent => ({ type: 'CommendationGranted', data });

/** In the order of the dossier. */
const reasonsFor = (
  outcome: ItemDecision['outcome'],
  { decisions }: WithDecisions,
  { items }: Dossier,
): readonly ItemReason[] =>
  items.flatMap(({ item }) =>
    decisions
      .filter((it) => it.item === item && it.outcome === outcome)
      .flatMap(({ reason }) => (reason === undefined ? [] : { item, reason })),
  );

const grantOf = (items: readonly Item[], year: number, level: Grant['level'], decidedBy?: string): Grant => ({
  year,
  level,
  items: items.map(({ item, form }) => ({ item, form })),
  ...(decidedBy !== undefined && { decidedBy }),
});

/** The competent head of the unit grants a Giấy khen himself; the dossier goes no further. */
export const decideAtUnit = (_command: unknown, state: Dossier): Decision => ({
  type: 'UnitCommendationGranted',
  data: grantOf(openItems(state), state.year, 'UNIT'),
});
