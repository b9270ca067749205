import type { Viewer } from '#identity';
import { Query } from '@nestjs/cqrs';
import type { AskedYear } from './asked.js';
import type { DutyName } from '#lifecycles/campaign';
import type { TargetFigure } from './read-targets.js';
import type { UnitWithout } from './read-units-without.js';

/** How the targets of a year stand: aggregates over all units, the same for every reader. */
export class ReadTargets extends Query<readonly TargetFigure[]> {
  constructor(readonly question: AskedYear) {
    super();
  }
}

/** Which units have not done what they must. */
export class ReadUnitsWithout extends Query<readonly UnitWithout[]> {
  constructor(
    readonly what: DutyName,
    readonly question: AskedYear,
    readonly viewer: Viewer,
  ) {
    super();
  }
}
