import { types } from 'node:util';
import { StoreFault } from '#kernel';

/** What can go wrong with the file, beyond what SQLite reports by number. */
export type FaultReason =
  | 'full'
  | 'busy'
  | 'io'
  | 'corrupt'
  | 'notDatabase'
  | 'readOnly'
  | 'cannotOpen'
  | 'noMemory'
  | 'tooBig'
  | 'owned'
  | 'foreign'
  | 'older'
  | 'newer'
  | 'notDurable'
  | 'closed'
  | 'stopped'
  | 'other';

const SENTENCES: Readonly<Record<FaultReason, readonly [vi: string, en: string]>> = {
  full: [
    'đĩa đã đầy hoặc tệp chạm giới hạn dung lượng; hãy giải phóng chỗ rồi khởi động lại dịch vụ',
    'the disk is full or the file has reached its size limit; free some space, then restart the service',
  ],
  busy: [
    'tệp đang bị một chương trình khác khóa; hãy đóng chương trình đó rồi thử lại',
    'another program has locked the file; close that program, then try again',
  ],
  io: [
    'hệ điều hành báo lỗi đọc ghi; hãy kiểm tra đĩa rồi khởi động lại dịch vụ',
    'the operating system reported a read or write error; check the disk, then restart the service',
  ],
  corrupt: [
    'nội dung tệp đã hỏng hoặc thiếu; hãy giữ nguyên tệp này và khôi phục từ bản sao lưu',
    'the file is damaged or incomplete; keep it as it is and restore from a backup',
  ],
  notDatabase: [
    'tệp không phải là cơ sở dữ liệu SQLite; hãy kiểm tra lại đường dẫn',
    'the file is not an SQLite database; check the path',
  ],
  readOnly: [
    'không có quyền ghi tệp hoặc thư mục; hãy cấp quyền ghi cho dịch vụ',
    'the file or its folder cannot be written; give the service permission to write',
  ],
  cannotOpen: [
    'không mở được tệp; hãy kiểm tra đường dẫn và quyền truy cập thư mục',
    'the file cannot be opened; check the path and the permissions of the folder',
  ],
  noMemory: [
    'máy không đủ bộ nhớ; hãy giải phóng bộ nhớ rồi khởi động lại dịch vụ',
    'the machine is out of memory; free some, then restart the service',
  ],
  tooBig: [
    'một sự kiện quá lớn; hãy chuyển phần lớn ra tệp đính kèm',
    'an event is too big; move the bulk of it to an attachment',
  ],
  owned: [
    'một tiến trình khác đang sử dụng tệp này; hãy dừng tiến trình đó hoặc chọn tệp khác',
    'another process is using this file; stop that process or choose another file',
  ],
  foreign: [
    'tệp thuộc về một chương trình khác; hãy chọn tệp khác',
    'the file belongs to another program; choose another file',
  ],
  older: [
    'tệp có bố cục của một phiên bản cũ, không chứa dữ liệu cần giữ; hãy chọn thư mục khác hoặc chuyển tệp cũ đi nơi khác rồi khởi động lại dịch vụ',
    'the file has the layout of an older version and holds no data to keep; choose another folder or move the old file away, then restart the service',
  ],
  newer: [
    'tệp do một phiên bản mới hơn ghi; hãy nâng cấp dịch vụ',
    'the file was written by a newer version; upgrade the service',
  ],
  notDurable: [
    'SQLite không giữ chế độ ghi bền vững (synchronous=FULL); hãy kiểm tra bản Node.js đang dùng',
    'SQLite does not keep to durable writes (synchronous=FULL); check the build of Node.js in use',
  ],
  closed: ['kho sự kiện đã đóng; hãy mở lại kho', 'the event store is closed; open it again'],
  stopped: [
    'kho từ chối ghi tiếp vì một lần ghi trước đã hỏng; hãy khắc phục nguyên nhân rồi khởi động lại dịch vụ',
    'the store refuses further writes because an earlier one failed; remove the cause, then restart the service',
  ],
  other: [
    'SQLite báo lỗi; hãy xem chi tiết kèm theo rồi khởi động lại dịch vụ',
    'SQLite reported an error; see the detail, then restart the service',
  ],
};

/** SQLite's primary result codes (sqlite.org/rescode.html) that an operator can act on. */
const REASONS: ReadonlyMap<number, FaultReason> = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [7, 'noMemory'],
  [8, 'readOnly'],
  [10, 'io'],
  [11, 'corrupt'],
  [13, 'full'],
  [14, 'cannotOpen'],
  [18, 'tooBig'],
  [26, 'notDatabase'],
]);

/**
 * A fault that says what happened, to which file and what to do, in Vietnamese and English.
 * @param detail the words of SQLite or of the operating system
 */
export function storeFault(reason: FaultReason, file: string, detail?: string): StoreFault {
  const [vi, en] = SENTENCES[reason];
  return new StoreFault(`Kho sự kiện ${file}: ${vi}. Event store ${file}: ${en}.${detail ? ` (${detail})` : ''}`);
}

/** The reason behind a result code of SQLite, extended or not. */
export function reasonOf(errcode: number | undefined): FaultReason {
  return (errcode !== undefined && REASONS.get(errcode & 0xff)) || 'other';
}

/** Turns whatever `node:sqlite` or the file system threw into a fault; a fault stays as it is. */
export function asStoreFault(error: unknown, file: string): StoreFault {
  if (error instanceof StoreFault) return error;
  if (!types.isNativeError(error)) return storeFault('other', file, String(error));
  const errcode = sqliteCode(error);
  return storeFault(errcode === undefined ? systemReason(error) : reasonOf(errcode), file, error.message);
}

/** SQLite's result code, when SQLite threw this. Asked by nature, not by `instanceof`: the error may be another realm's. */
export function sqliteCode(error: unknown): number | undefined {
  return types.isNativeError(error) && 'errcode' in error ? Number(error.errcode) : undefined;
}

function systemReason(error: Error): FaultReason {
  switch ('code' in error ? error.code : undefined) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'readOnly';
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return 'cannotOpen';
    case 'EIO':
      return 'io';
    default:
      return 'other';
  }
}
