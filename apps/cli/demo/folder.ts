import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '#stores';
import { Problem } from '../problem.js';

/** Only what carries this file was made by a demonstration, and may be thrown away by the next. */
const MARKER = '.kheo-demo';

/**
 * Makes the folder new and empty but for its marker.
 * @throws Problem when the folder holds something that no demonstration made; StoreFault when a service still runs on it
 */
export async function freshFolder(folder: string): Promise<void> {
  if (existsSync(folder)) await clear(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(
    join(folder, MARKER),
    'Thư mục do “npm run demo” tạo ra, lần chạy sau sẽ xóa. (Made by “npm run demo”; the next run removes it.)\n',
  );
}

async function clear(folder: string): Promise<void> {
  if (!statSync(folder).isDirectory()) throw new Problem(`${folder} không phải là thư mục. (It is not a folder.)`);
  if (readdirSync(folder).length === 0) return;
  if (!existsSync(join(folder, MARKER))) {
    throw new Problem(
      `${folder} có dữ liệu không do lệnh này tạo ra nên được giữ nguyên. Hãy chọn thư mục khác bằng --data. (That folder was not made by a demonstration and is left alone; choose another with --data.)`,
    );
  }
  await refuseWhenInUse(join(folder, 'log.db'));
  rmSync(folder, { recursive: true });
}

/** Opening takes ownership, which a running service holds. */
async function refuseWhenInUse(file: string): Promise<void> {
  if (existsSync(file)) await (await openSqliteStore({ file })).close();
}
