import type { Changed } from '#projections';
import type { Exposure } from '#visibility';

/** An instance whose row a commit has changed. */
export interface Change extends Changed {
  /** Who may see it now. */
  readonly exposure: Exposure;
  /** Who could see it before the commit; undefined when it was not there. */
  readonly before: Exposure | undefined;
}
