import type { LifecycleModule } from '#graphql';
import type {
  Clock,
  EventStore,
  FenceGate,
  KeyRing,
  LogIdentity,
  PaperIssuers,
  PersonRegister,
  Questions,
  Randomness,
} from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { overviewAnswers } from '#overview';
import { registers } from '#registers';
import { hostOf, type Host } from '#runtime';
import { openViews, type Views } from '#views';

/** A log, and a folder for what is computed from it. */
export interface LogAndFolder {
  readonly folder: string;
  readonly store: EventStore;
  readonly identity: LogIdentity;
}

/** Every view of the service over a log. */
export const viewsOf = ({ folder, store, identity: { logId } }: LogAndFolder): Promise<Views> =>
  openViews({
    folder,
    views: lifecycleModules.map(({ view }) => view),
    others: registers,
    answers: overviewAnswers,
    store,
    logId,
  });

/** What an engine stands on. */
export interface HouseParts {
  readonly modules: readonly LifecycleModule[];
  readonly store: EventStore;
  readonly gate?: FenceGate;
  readonly identity: LogIdentity;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly questions: Questions;
  readonly persons: PersonRegister;
  readonly papers?: PaperIssuers;
}

/** An engine over a log and what is computed from it, as the service has it. */
export const houseOf = (parts: HouseParts): Host =>
  hostOf({ answers: overviewAnswers, ...parts, attempts: { record: () => Promise.resolve() } });
