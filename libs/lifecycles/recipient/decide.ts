import { localDateOf } from '#calendar';
import type { DecideContext } from '#kernel';
import { collectiveNameOn } from '#lifecycles/collective';
import { nameOn } from '#lifecycles/unit';
import type { PlaceHold, ReleaseHold } from './commands.js';
import type { HeldParty, RecipientEvent } from './events.js';
import type { WithParty } from './guards.js';

type Decision = RecipientEvent;

/** From now on nothing is granted to the recipient, whoever proposes it, until every hold has been released. */
export const placeHold = (
  command: PlaceHold,
  _state: unknown,
  context: DecideContext<unknown>,
  reads: WithParty,
): Decision => ({
  type: 'RecipientHoldPlaced',
  data: {
    hold: context.newId('hold'),
    recipient: partyOf(command, reads, localDateOf(context.now)),
    ground: command.ground,
  },
});

/** The name is kept as it was read, as evidence of whom the hold was about. */
function partyOf({ unit: id, person }: PlaceHold, { unit, collective }: WithParty, day: string): HeldParty {
  if (person !== undefined || id === undefined) return { person };
  if (collective.state.status !== 'none') {
    return { collective: { unit: id, registered: collective.id, name: collectiveNameOn(collective.state, day) } };
  }
  return { collective: { unit: id, name: unit.state.status === 'none' ? '' : nameOn(unit.state, day) } };
}

/** One hold less. */
export const releaseHold = ({ hold }: ReleaseHold): Decision => ({ type: 'RecipientHoldReleased', data: { hold } });
