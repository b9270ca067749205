import { assertIsOurs, identityIn, LogFault, type LogExpectation, type LogIdentity } from '#kernel';
import { peekSqliteLog } from '#stores';
import { keyRingStands } from '#vault';
import type { Configuration } from './configuration.js';

/** Who names the subjects of the demonstration. */
export const DEMO_ISSUER = 'urn:kheo:demo';

/** What this configuration expects of the log that it opens. */
export const expectationOf = ({ profile, issuer }: Configuration): LogExpectation => ({
  profile,
  issuer: issuer ?? DEMO_ISSUER,
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** The files of a data folder that belong to one log. */
export interface DataFiles {
  readonly log: string;
  readonly keys: string;
}

/**
 * Looks at a data folder before any file in it is touched.
 * @returns what its log says it is; undefined when there is no log yet
 * @throws LogFault when the log is another's, or keys stand there without their log; StoreFault when the file is no log
 */
export function inspectData(files: DataFiles, wanted: LogExpectation): LogIdentity | undefined {
  const first = peekSqliteLog(files.log);
  if (first) {
    const identity = identityIn(first);
    assertIsOurs(identity, wanted);
    return identity;
  }
  if (keyRingStands(files.keys)) throw new LogFault('LOG_INCOMPLETE', KEYS_ALONE);
  return undefined;
}

/**
 * Refuses a log that has been written to when its key ring is not there: every name in it would read as erased.
 * @throws LogFault with the remedy
 */
export function assertKeysStand({ keys }: DataFiles, events: number): void {
  if (events > 1 && !keyRingStands(keys)) throw new LogFault('LOG_INCOMPLETE', KEYS_MISSING);
}

const KEYS_ALONE =
  'Thư mục có vòng khóa (keys.db) nhưng không có sổ sự kiện (log.db). Hãy khôi phục log.db từ cùng bản sao lưu, hoặc chọn thư mục trống. ' +
  'The folder has a key ring (keys.db) but no log (log.db). Restore log.db from the same backup, or choose an empty folder.';

const KEYS_MISSING =
  'Sổ sự kiện đã có dữ liệu nhưng thiếu vòng khóa (keys.db): mọi họ tên sẽ không đọc được. Hãy khôi phục keys.db và keys.kek từ cùng bản sao lưu. ' +
  'The log holds data but its key ring (keys.db) is missing: no name could be read. Restore keys.db and keys.kek from the same backup.';
