import type { Facts, Loaded, Refusal } from '#kernel';
import { recipientKey, type RecipientIdentity } from './key.js';
import { HOLD_GROUNDS } from './labels.js';
import { recipientRefusals as refuse } from './refusals.js';
import type { RecipientState } from './state.js';

/** What is recorded of the recipients that a decision is about. */
export interface WithHolds {
  readonly holds: readonly Loaded<RecipientState>[];
}

/**
 * That none of some recipients is on hold, as facts, or the refusal: why and since when is told to those alone who may read holds.
 * Whatever is on hold when a decision is recorded stands in its way: the decision's own date does not matter.
 * @param path where the command says it
 */
export function noneHeld(
  recipients: readonly RecipientIdentity[],
  { holds }: WithHolds,
  path?: readonly string[],
): Facts | Refusal {
  const keys = recipients.map(recipientKey);
  const stopped = holds.find(({ id, state }) => keys.includes(id) && state.status === 'held');
  return stopped ? refuse.held([stopped.stream], factsOf(stopped), path) : { recipients: keys.length, held: 0 };
}

const factsOf = ({ id, state }: Loaded<RecipientState>): Facts => {
  const holds = state.status === 'none' ? [] : state.holds;
  return {
    recipient: id,
    grounds: holds.map(({ ground }) => ({ ...HOLD_GROUNDS[ground] })),
    since: holds[0]?.since ?? null,
  };
};
