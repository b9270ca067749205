import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#calendar';
import { openMemoryStore } from '#stores';
import { SPEC_LOG, type Past } from '#testing';
import { openViews, type Views } from '#views';
import type { UnitEvent } from './events.js';
import { isObligatedOn, obligatedOnSql } from './obligation.js';
import { active, dated, enrolled, exempted, folded, removed } from './spec-support/examples.js';
import { tell } from './spec-support/told.js';
import { unitView } from './view.js';

const DAYS = Array.from({ length: 8 }, (_, i) => addDays('2026-03-01', i));
const day = fc.constantFrom(...DAYS);
const fact: fc.Arbitrary<Past<UnitEvent>> = fc.oneof(
  fc.tuple(fc.boolean(), day).map(([obligated, from]) => enrolled(obligated, from)),
  fc.tuple(day, fc.option(day, { nil: undefined })).map(([from, to]) => exempted(from, to)),
  day.map(removed),
  day.map((from) => dated({ type: 'UnitCeased', data: {} }, from)),
);
/** What was recorded of some units, in whatever order and however dated. */
const histories = fc.array(fc.array(fact, { maxLength: 6 }), { minLength: 20, maxLength: 40 });

/** The views of these units. */
async function shown<T>(units: readonly (readonly Past<UnitEvent>[])[], ask: (views: Views) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'unit-obligation-'));
  const store = openMemoryStore();
  for (const [i, facts] of units.entries()) await tell(store, `unit-${i}`, [...active, ...facts]);
  const views = await openViews({ folder, views: [unitView as never], store, logId: SPEC_LOG.logId });
  await views.waitFor(await store.head(), 5_000);
  try {
    return ask(views);
  } finally {
    await views.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('who is obligated on a day', () => {
  it('is the same for one unit that is loaded as for all in SQL', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (units) => {
        const sql = `SELECT "unit".id, ${obligatedOnSql('"unit".id', ':day')} AS obligated FROM "unit"`;
        const found = await shown(units, (views) =>
          DAYS.map((it) => new Map(views.query(sql, { day: it }).map((row) => [row['id'], row['obligated'] === 1]))),
        );
        const states = units.map((facts) => folded(...active, ...facts));
        const expected = DAYS.map((it) => new Map(states.map((state, i) => [`${i}`, isObligatedOn(state, it)])));
        expect(found).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});
