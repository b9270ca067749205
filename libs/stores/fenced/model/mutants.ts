import type { EventStore, StoredEvent } from '#kernel';
import { Entries } from '../entries.js';
import { fencedStore } from '../fenced.store.js';
import type { Passing } from '../fences.js';
import { Outcomes, type Entry, type Outcome } from '../outcomes.js';
import type { FencedParts } from '../parts.js';
import type { Mishap } from './picks.js';
import type { Build } from './run.js';
import { SCENARIOS, type Scenario } from './scenarios.js';

/** Believes after the grace that a try is over, and leaves its place in the target open. */
class WithoutVoid extends Outcomes {
  protected override async giveUp({ attempt }: Entry, _: StoredEvent | undefined): Promise<Outcome> {
    return this.learn(attempt, 'aborted');
  }
}

/** Takes a try that is still open for one that failed. */
class WithoutWaiting extends Outcomes {
  override async of(entry: Entry): Promise<Outcome> {
    const outcome = await super.of(entry);
    return outcome === 'pending' ? 'aborted' : outcome;
  }
}

/** Takes whatever a command wrote for what this try of it wrote. */
class ByPlace extends Outcomes {
  override async of(entry: Entry): Promise<Outcome> {
    const [standing] = await this.inner.readStream(entry.target, entry.at, 1);
    return standing && standing.type !== 'AttemptVoided' ? 'committed' : super.of(entry);
  }
}

/** Does not look who passed alone between its look and its entry. */
class WithoutGap extends Entries {
  override async passBesideOthers({ stream, entry }: Passing): Promise<boolean> {
    await this.inner.append(stream, 'any', [entry]);
    return true;
  }
}

/** Passes alone wherever the fence stands by now. */
class WithoutRevision extends Entries {
  override async passAlone({ stream, entry }: Passing): Promise<boolean> {
    await this.inner.append(stream, 'any', [entry]);
    return true;
  }
}

/** Passes a shared fence without leaving a trace. */
class WithoutTrace extends Entries {
  override async passBesideOthers(passing: Passing): Promise<boolean> {
    return !(await this.isCrossed(passing));
  }
}

/** The protocol with one step left out or done otherwise, and where that shows. */
export interface Mutant {
  readonly name: string;
  readonly build: Build;
  /** A mishap shows it, or chance among the runs of a scenario. */
  readonly shownBy: Mishap | Scenario;
}

/** What each step is needed for. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a try is taken for over without a void',
    build: withOutcomes(WithoutVoid),
    shownBy: 'sleeps before',
  },
  {
    name: 'an open try is taken for a failed one',
    build: withOutcomes(WithoutWaiting),
    shownBy: SCENARIOS.rivals,
  },
  {
    name: 'a try is known by its place alone',
    build: withOutcomes(ByPlace),
    shownBy: SCENARIOS.sameOfBothKinds,
  },
  {
    name: 'a shared entry does not look back',
    build: withEntries(WithoutGap),
    shownBy: SCENARIOS.closing,
  },
  {
    name: 'an exclusive entry goes anywhere',
    build: withEntries(WithoutRevision),
    shownBy: SCENARIOS.rivals,
  },
  {
    name: 'a shared use leaves no entry',
    build: withEntries(WithoutTrace),
    shownBy: SCENARIOS.closing,
  },
];

function withOutcomes(Other: new (inner: EventStore, parts: FencedParts) => Outcomes): Build {
  return (inner, parts) => fencedStore(inner, parts, { outcomes: new Other(inner, parts) });
}

function withEntries(Other: new (inner: EventStore) => Entries): Build {
  return (inner, parts) => fencedStore(inner, parts, { entries: new Other(inner) });
}
