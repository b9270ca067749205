import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '#calendar';
import type { SqlPiece } from '#views';
import { HOME_AFFAIRS, OFFICE, openCity } from '../spec-support/city.js';
import { openHouse, type House } from '../spec-support/house.js';
import { countSql, pageSql, upToSql, type Branch } from './branch.js';
import { owedBy } from './owed-sql.js';
import { waitingFor } from './waiting-sql.js';

const PLACE = { due: '2026-07-01', since: '', id: '', lifecycle: 'plan', command: 'DraftPlan' };

describe('How an inbox is read', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await openCity(house, 'an-cuu');
    await house.appoint('head', ['UNIT_HEAD', 'an-cuu'], ['PANELIST', 'an-cuu']);
    await house.appoint('official', ['SNV_OFFICER', HOME_AFFAIRS], ['SNV_LEADER', HOME_AFFAIRS], ['VPUB', OFFICE]);
  });
  afterAll(() => house.end());

  const planOf = ({ sql, params }: SqlPiece): readonly string[] =>
    house.views.query(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => String(detail));
  const branchesOf = async (subject: string): Promise<readonly Branch[]> => {
    const { modules, clock } = house.reader;
    const viewer = await house.viewer(subject);
    return [...waitingFor(modules, viewer), ...owedBy(modules, viewer, localDateOf(clock.now()))];
  };
  /** The statements that read one branch of an inbox. */
  const statements = (branch: Branch): readonly SqlPiece[] => [
    pageSql([branch], undefined, 21),
    pageSql([branch], PLACE, 21),
    upToSql([branch], PLACE),
    countSql([branch], 21),
  ];
  /** Lists that a statement brings along, its own intermediate results, and the campaigns, of which there are few. */
  const SMALL = /^SCAN (own|called|leading|json_each|CONSTANT ROW|\(subquery)/;

  it.each(['head', 'official'])('searches every table of a %s by an index', async (subject) => {
    const branches = await branchesOf(subject);
    expect(branches.length).toBeGreaterThan(5);
    const scans = branches
      .flatMap(statements)
      .flatMap(planOf)
      .filter((it) => it.startsWith('SCAN') && !SMALL.test(it));
    expect(scans).toEqual([]);
  });

  it('goes to the own unit’s dossiers, or to those that call upon the viewer, however many others wait', async () => {
    for (const branch of (await branchesOf('head')).filter(({ missing }) => missing === 'NULL')) {
      const index = branch.from.includes('called') ? '_deadline_by_whom (whom=?' : '_deadline_by_unit (unit=?';
      const searches = statements(branch).map((it) => planOf(it).find((line) => line.includes(' waits ')));
      for (const search of searches) expect(search).toContain(`${index} AND view=? AND command=?`);
    }
  });

  it('reads a page over all units in the order of the deadlines, without sorting what waits', async () => {
    const others = (await branchesOf('official')).filter(({ from }) => from.startsWith('_deadline'));
    expect(others.length).toBeGreaterThan(5);
    for (const branch of others) {
      const plan = planOf(pageSql([branch], PLACE, 21));
      expect(plan).toContain(
        'SEARCH waits USING INDEX _deadline_by_step (view=? AND command=? AND (due_at,since,id)>(?,?,?))',
      );
      expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY');
    }
  });
});
