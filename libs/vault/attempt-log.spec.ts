import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import type { RefusedAttempt } from '#kernel';
import { openAttemptLog, VaultFault } from './index.js';
import { commitsIn } from './spec-support/files.js';

const logId = 'log-1';
const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'kheo-attempts-')), 'attempts.db');

const attempt = (commandId: string, changes: Partial<RefusedAttempt> = {}): RefusedAttempt => ({
  at: '2026-06-14T02:00:00.000Z',
  commandId,
  lifecycle: 'plan',
  id: 'plan-1',
  command: 'ReturnPlan',
  subject: 'subject-1',
  code: 'REASON_REQUIRED',
  facts: { action: 'ReturnPlan', seen: [1, 2], nested: { state: 'submitted' } },
  ...changes,
});

describe('the log of refused attempts', () => {
  it('gives back what was written, in order, after a restart', async () => {
    const file = newFile();
    const written = [attempt('c-1'), attempt('c-2', { delegation: 'delegation-1' }), attempt('c-1')];
    const before = await openAttemptLog({ file, logId });
    for (const one of written) await before.record(one);
    await before.close();
    const after = await openAttemptLog({ file, logId });
    expect(await after.list({ first: 10 })).toEqual(written.map((one, i) => ({ ...one, ordinal: i + 1 })));
    await after.close();
  });

  it('is on the disk when record returns', async () => {
    const file = newFile();
    const log = await openAttemptLog({ file, logId });
    await log.record(attempt('c-1'));
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(reader.prepare('SELECT command_id FROM attempts').all()).toEqual([{ command_id: 'c-1' }]);
    reader.close();
    await log.close();
  });

  it('shares one message among those who record in one turn, and keeps their order', async () => {
    const file = newFile();
    const log = await openAttemptLog({ file, logId });
    const before = commitsIn(file);
    const written = Array.from({ length: 100 }, (_, i) => attempt(`c-${i}`));
    await Promise.all(written.map((one) => log.record(one)));
    expect(commitsIn(file) - before).toBe(1);
    expect((await log.list({ first: 500 })).map((one) => one.commandId)).toEqual(written.map((one) => one.commandId));
    await log.close();
  });

  it('keeps one attempt that cannot be written from failing the others', async () => {
    const log = await openAttemptLog({ file: newFile(), logId });
    const broken: string = JSON.parse('null');
    const results = await Promise.allSettled(
      [attempt('c-1'), attempt(broken), attempt('c-3')].map((it) => log.record(it)),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: expect.any(VaultFault) });
    expect((await log.list({ first: 9 })).map((one) => one.commandId)).toEqual(['c-1', 'c-3']);
    await log.close();
  });

  it('is read page by page without gap or repeat', async () => {
    const log = await openAttemptLog({ file: newFile(), logId });
    for (let i = 1; i <= 5; i += 1) await log.record(attempt(`c-${i}`));
    const page = async (after: number) => (await log.list({ after, first: 2 })).map((one) => one.commandId);
    expect(await Promise.all([0, 2, 4, 5].map(page))).toEqual([['c-1', 'c-2'], ['c-3', 'c-4'], ['c-5'], []]);
    expect(await log.list({ first: -1 })).toEqual([]);
    await log.close();
  });

  it.each([
    ['changed', `UPDATE attempts SET subject = 'somebody else'`],
    ['deleted', 'DELETE FROM attempts'],
    [
      'replaced',
      `INSERT OR REPLACE INTO attempts SELECT ordinal, at, command_id, lifecycle, id, command, 'x', delegation, code, facts FROM attempts`,
    ],
  ])('cannot be %s, not even by another program at the file', async (_, sql) => {
    const file = newFile();
    const log = await openAttemptLog({ file, logId });
    await log.record(attempt('c-1'));
    const stranger = new DatabaseSync(file);
    expect(() => stranger.exec(sql)).toThrow(/never/);
    stranger.close();
    expect(await log.list({ first: 10 })).toEqual([{ ...attempt('c-1'), ordinal: 1 }]);
    await log.close();
  });
});
