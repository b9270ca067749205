import type { LifecycleModule } from '#graphql';
import type { Clock } from '#kernel';
import type { Views } from '#views';

/** What overviews are read from: the open views, the time, and the lifecycles whose tables say who waits for what. */
export interface OverviewReader {
  readonly views: Pick<Views, 'query' | 'get' | 'position' | 'onChange'>;
  readonly clock: Clock;
  readonly modules: readonly LifecycleModule[];
}

/** The injection token of the reader. */
export const OVERVIEW_READER = Symbol('OverviewReader');
