import { localDateOf } from '#calendar';
import type { WindowName } from '#lifecycles/campaign';
import { obligatedOnSql } from '#lifecycles/unit';
import { quoted, type Views } from '#views';
import { duties } from './index.js';

/** What every obligated unit is to begin by the end of a window of the cycle. */
export interface Owed {
  readonly lifecycle: string;
  readonly window: WindowName;
  /** The command that begins it. */
  readonly begin: string;
}

/** Everything that is owed so. */
export const owed: readonly Owed[] = Object.values(duties).map(({ lifecycle, window, begin }) => ({
  ...{ lifecycle, window, begin },
}));

/** In which cycle, and at which instant, RFC 3339. */
export interface OwedIn {
  readonly campaign: string;
  readonly year: number;
  readonly now: string;
}

/** Which units are asked about: one, or at most so many behind one of them, in the order of their ids. */
export type OwingUnits = { readonly unit: string } | { readonly after: string; readonly most: number };

/** Units that operate, are obligated, and have begun nothing that would do. */
function owingSql(lifecycle: string, which: string): string {
  const begunBy = Object.values(duties).find((duty) => duty.lifecycle === lifecycle)?.begunBy ?? '1';
  return `SELECT "unit".id AS unit FROM "unit" WHERE ${which} AND "unit".status = 'active'
    AND ${obligatedOnSql('"unit".id', ':today')}
    AND NOT EXISTS (SELECT 1 FROM ${quoted(lifecycle)} AS it
      WHERE it.unit = "unit".id AND it.campaign = :campaign AND it.year = :year AND ${begunBy})
    ORDER BY "unit".id LIMIT :most`;
}

/** The units that owe a dossier of a lifecycle in a cycle and have not begun it. */
export function owingUnits(
  views: Pick<Views, 'query'>,
  lifecycle: string,
  { campaign, year, now }: OwedIn,
  which: OwingUnits,
): readonly string[] {
  const [sql, params] =
    'unit' in which
      ? [`"unit".id = :unit`, { unit: which.unit, most: 1 }]
      : [`"unit".id > :after`, { after: which.after, most: which.most }];
  const asked = { campaign, year, today: localDateOf(now), ...params };
  return views.query(owingSql(lifecycle, sql), asked).map(({ unit }) => String(unit));
}
