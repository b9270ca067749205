import { StoreFault } from '#kernel';
import { failureOf, UNFIT_SENTENCES, type Reason } from '#sqlite';

/** What can go wrong with the file. The log itself belongs to no other. */
export type FaultReason = Exclude<Reason, 'otherLog'> | 'owned' | 'closed' | 'stopped';

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
  ...UNFIT_SENTENCES,
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

/**
 * A fault that says what happened, to which file and what to do, in Vietnamese and English.
 * @param detail the words of SQLite or of the operating system
 */
export function storeFault(reason: FaultReason | Reason, file: string, detail?: string): StoreFault {
  const [vi, en] = SENTENCES[reason === 'otherLog' ? 'other' : reason];
  return new StoreFault(`Kho sự kiện ${file}: ${vi}. Event store ${file}: ${en}.${detail ? ` (${detail})` : ''}`);
}

/** Turns whatever `node:sqlite`, the file system or a thread threw into a fault; a fault stays as it is. */
export function asStoreFault(error: unknown, file: string): StoreFault {
  if (error instanceof StoreFault) return error;
  const { reason, message } = failureOf(error);
  return storeFault(reason, file, message);
}
