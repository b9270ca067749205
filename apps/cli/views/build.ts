import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { identityIn } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { buildBeside, type BuiltFile } from '#projections';
import { registers } from '#registers';
import { openSqliteLogBeside, peekSqliteLog } from '#stores';
import { projectionsOf } from '#views';
import { Problem } from '../problem.js';
import { table } from '../terminal/table.js';

const views = lifecycleModules.map((module) => module.view);

/**
 * Fills the files that this version of the program reads from, beside a service that goes on serving.
 * @param told how many events have been read
 * @throws Problem when there is no log; StoreFault, ProjectionsFault when a file cannot be used
 */
export async function buildViews(data: string, told: (events: number) => void): Promise<readonly BuiltFile[]> {
  const file = join(data, 'log.db');
  const first = existsSync(file) ? peekSqliteLog(file) : undefined;
  if (!first)
    throw new Problem(
      `Không có nhật ký nào trong ${data}. Hãy chỉ đúng thư mục bằng --data. (There is no log in that folder.)`,
    );
  const log = openSqliteLogBeside(file);
  try {
    return await buildBeside({
      folder: join(data, 'views'),
      projections: projectionsOf({ views, others: registers }),
      formats: views.map(({ lifecycle }) => lifecycle),
      logId: identityIn(first).logId,
      log,
      onProgress: ({ done }) => told(done),
    });
  } finally {
    await log.close();
  }
}

/** What was built, for people. */
export const shownFiles = (files: readonly BuiltFile[]): string =>
  table(
    [
      { title: 'Tệp', most: 60 },
      { title: 'Kết quả', most: 40 },
    ],
    files.map(({ file, events }) => [
      basename(file),
      events === 0 ? 'đã có sẵn (stands already)' : `đã dựng từ ${events} sự kiện (built)`,
    ]),
  );
