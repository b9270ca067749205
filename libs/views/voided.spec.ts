import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encode, SYSTEM_SUBJECT } from '#kernel';
import { House, heldBy, tablesOf } from './testing/house.js';
import { opening } from './testing/task-log.js';

describe('The views, where attempts were voided,', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
  });
  afterEach(() => house.end());

  const voided = async (stream: string, attempt: string): Promise<void> => {
    const at = '2026-03-01T00:00:00.000Z';
    const event = encode(
      'AttemptVoided',
      { attempt },
      {
        eventId: `void-${attempt}`,
        occurredAt: at,
        recordedAt: at,
        actor: { subject: SYSTEM_SUBJECT, role: 'SYSTEM', unit: '', grant: SYSTEM_SUBJECT },
        commandId: attempt,
        commandType: 'AttemptVoided',
        commandHash: 'hash',
        causationId: attempt,
        correlationId: attempt,
        classification: 'RESTRICTED',
        salt: '',
      },
    );
    await house.store.append(stream, 'any', [event]);
  };
  const opened = () => house.log.append('a', [{ type: 'TaskOpened', data: opening() }]);

  it('show the revision that the next command goes by, and nothing else of it', async () => {
    await opened();
    const views = await house.views();
    const [before] = (tablesOf(views) as { rows: object[] }).rows;
    await voided('task-a', '1');
    await views.waitFor(await house.store.head(), 30_000);
    const [after] = (tablesOf(views) as { rows: object[] }).rows;
    expect(after).toMatchObject({ ...before, revision: 1, position: await house.store.head() });
    await house.log.append('a', [{ type: 'TaskRenamed', data: { title: 'Một cửa' } }]);
    await views.waitFor(await house.store.head(), 30_000);
    expect(heldBy(views)).toMatchObject({ a: { title: 'Một cửa' } });
  });

  it('show no dossier that has not begun, and then the one that begins behind', async () => {
    await voided('task-a', '1');
    await voided('task-a', '2');
    const views = await house.views();
    expect(heldBy(views)).toEqual({});
    await house.close(views);
    await opened();
    const again = await house.views();
    expect(tablesOf(again)).toMatchObject({ rows: [{ id: 'a', revision: 2, created_at: '2026-01-01T00:00:01.000Z' }] });
    const incremental = tablesOf(again);
    await again.rebuild();
    expect(tablesOf(again)).toEqual(incremental);
  });

  it('pass over fences', async () => {
    await opened();
    await voided('fence-cycle.c1.2026', '1');
    const views = await house.views();
    expect(Object.keys(heldBy(views))).toEqual(['a']);
    expect(views.status().every(({ failure }) => failure === undefined)).toBe(true);
  });
});
