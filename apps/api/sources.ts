import { START, type Clock, type EventStore, type Position, type Randomness } from '#kernel';
import { HUE_OPENS } from '#seed';
import { clockFrom, seededRandomness, SimulatedClock, systemClock, systemRandomness } from '#runtime';
import type { Configuration } from './configuration.js';

/** Where time and chance come from in this run. */
export interface Sources {
  readonly clock: Clock;
  readonly random: Randomness;
  /** The clock that the demonstration moves; undefined where time is real. */
  readonly simulated: SimulatedClock | undefined;
}

const PAGE = 1_000;

/**
 * The machine's own sources, or those of a simulation. A simulation that is taken up again goes on after the last recorded
 * event and draws other bytes than before: time never runs backwards, and no nonce comes twice. No demonstration begins before
 * the campaign that it shows: where the clock stands before that day, it starts on it.
 */
export async function sourcesFor(
  { profile, simulatedFrom, simulationSeed }: Configuration,
  store: EventStore,
  machine: Clock = systemClock,
): Promise<Sources> {
  if (simulatedFrom === undefined || simulationSeed === undefined) {
    const early = profile === 'demo' && machine.now() < HUE_OPENS;
    const clock = early ? clockFrom(latest(HUE_OPENS, await lastRecorded(store)), machine) : machine;
    return { clock, random: systemRandomness, simulated: undefined };
  }
  const last = await lastRecorded(store);
  const simulated = new SimulatedClock(latest(new SimulatedClock(simulatedFrom).now(), last));
  if (simulated.now() < HUE_OPENS) simulated.moveTo(HUE_OPENS);
  const random = seededRandomness(last ? `${simulationSeed}\n${last.position}` : simulationSeed);
  return { clock: simulated, random, simulated };
}

const latest = (instant: string, last: { readonly recordedAt: string } | undefined): string =>
  last && last.recordedAt > instant ? last.recordedAt : instant;

async function lastRecorded(store: EventStore): Promise<{ position: Position; recordedAt: string } | undefined> {
  let last: { position: Position; recordedAt: string } | undefined;
  for (let from: Position = START; ;) {
    const events = await store.readAll(from, PAGE);
    const event = events.at(-1);
    if (!event) return last;
    from = event.position;
    last = { position: from, recordedAt: (JSON.parse(event.metadata) as { recordedAt: string }).recordedAt };
  }
}
