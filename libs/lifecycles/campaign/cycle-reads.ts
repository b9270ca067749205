import { localDateOf } from '#calendar';
import { asking, shared } from '#kernel';
import { openCommendations } from '#lifecycles/commendation/questions';
import { openEvaluations } from '#lifecycles/evaluation/questions';
import { openPlans } from '#lifecycles/plan/questions';
import { openRegistrations } from '#lifecycles/registration/questions';
import { openReplications } from '#lifecycles/replication/questions';
import type { CloseCycle, DeclareMissed } from './commands.js';
import { endOf, rosterDay } from './cycle.js';
import { dutyReadings } from './decide-cycle.js';
import { cycleKey } from './fences.js';
import { dutiesWithoutEnd, targetFigures, unitsOwing } from './questions/index.js';
import { cycleOf, type CampaignState } from './state.js';

/** The cycle that a command is about. */
const ofCycle = (_state: CampaignState, command?: CloseCycle) => ({
  campaign: command?.id ?? '',
  year: command?.year ?? 0,
});

/** Whatever opens, sends or settles something of the year goes through its fence. */
const inCycle = shared('cycle', (_state: CampaignState, command?: CloseCycle | DeclareMissed) => [
  cycleKey(command?.id, command?.year),
]);

/** What is under way in it. */
export const openWork = {
  plans: asking(openPlans, ofCycle, inCycle),
  registrations: asking(openRegistrations, ofCycle, inCycle),
  evaluations: asking(openEvaluations, ofCycle, inCycle),
  commendations: asking(openCommendations, ofCycle, inCycle),
  replications: asking(openReplications, ofCycle, inCycle),
};

/** A year is frozen when it is over: the roster of its last day counts, whenever it is closed. */
function asOf(state: CampaignState, year: number): string {
  const cycle = cycleOf(state, year);
  return rosterDay(cycle, year, cycle ? localDateOf(endOf(cycle)) : '');
}

/** As the campaign's policy reads its targets. */
function byReading(state: CampaignState, command?: CloseCycle | DeclareMissed) {
  const { id: campaign, year } = command ?? { id: '', year: 0 };
  const counted = { campaign, year, asOf: asOf(state, year) };
  return { ...counted, ...(state.status === 'none' ? { plan: '', registration: '' } : dutyReadings(state)) };
}

/** How the targets stand. */
export const figures = asking(
  targetFigures,
  (state: CampaignState, command?: CloseCycle) => ({
    ...ofCycle(state, command),
    asOf: asOf(state, command?.year ?? 0),
  }),
  inCycle,
);

/** Which duties are without an end. */
export const duties = asking(
  dutiesWithoutEnd,
  (state: CampaignState, command?: CloseCycle) => byReading(state, command),
  inCycle,
);

/** Whom of the named units a duty still binds. */
export const owing = asking(
  unitsOwing,
  (state: CampaignState, command?: DeclareMissed) => ({
    ...byReading(state, command),
    duty: command?.duty ?? '',
    units: command?.units ?? [],
  }),
  inCycle,
);
