import { types } from 'node:util';

const SENTENCES = {
  wrongKek: [
    'khóa chủ không phải là khóa đã dùng cho tệp này; hãy đặt lại đúng tệp khóa chủ hoặc khôi phục nó từ bản sao lưu',
    'the master key is not the one this file was made with; put the right key file back or restore it from a backup',
  ],
  keySize: ['khóa phải dài đúng 32 byte', 'the key must be exactly 32 bytes long'],
  keyExposed: [
    'người khác trên máy đọc được tệp khóa; hãy đặt quyền 0600 (chmod 600) và cân nhắc thay khóa',
    'others on this machine can read the key file; set its mode to 0600 (chmod 600) and consider a new key',
  ],
  tampered: [
    'một khóa đã bị sửa hoặc đổi chỗ; hãy giữ nguyên tệp và khôi phục từ bản sao lưu',
    'a key has been altered or moved; keep the file as it is and restore from a backup',
  ],
  foreign: [
    'tệp thuộc về một chương trình khác hoặc có mục đích khác; hãy kiểm tra đường dẫn',
    'the file belongs to another program or serves another purpose; check the path',
  ],
  newer: [
    'tệp do một phiên bản mới hơn ghi; hãy nâng cấp dịch vụ',
    'the file was written by a newer version; upgrade the service',
  ],
  older: [
    'tệp do một phiên bản thử nghiệm trước đây ghi, không còn dùng được; hãy chọn thư mục dữ liệu mới',
    'the file was written by an early trial version and cannot be used; choose a new data folder',
  ],
  otherLog: [
    'tệp thuộc về một sổ sự kiện khác; hãy đặt lại các tệp của cùng một bản sao lưu',
    'the file belongs to another log; put back the files of one and the same backup',
  ],
  closed: ['đã đóng hoặc luồng xử lý đã dừng; hãy khởi động lại', 'it is closed or its thread has ended; start again'],
  notDurable: [
    'SQLite không giữ chế độ ghi bền vững (synchronous=FULL); hãy kiểm tra bản Node.js đang dùng',
    'SQLite does not keep to durable writes (synchronous=FULL); check the build of Node.js in use',
  ],
  failed: [
    'không đọc hoặc ghi được tệp; hãy kiểm tra đường dẫn, quyền truy cập và dung lượng đĩa',
    'the file cannot be read or written; check its path, its permissions and the space on the disk',
  ],
} as const;

const MISPLACED: ReadonlySet<string> = new Set(['wrongKek', 'foreign', 'newer', 'older', 'otherLog']);

/** Keys or attempts cannot be kept safely. The message says which file and what to do; it never contains a key. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';

  /** @param misplaced true when the file is not the one that belongs here: the remedy is another file, not another try */
  constructor(
    message: string,
    readonly misplaced: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * A fault in Vietnamese and English.
 * @param cause what the machine reported, its words are added
 */
export function vaultFault(reason: keyof typeof SENTENCES, file: string, cause?: unknown): VaultFault {
  const [vi, en] = SENTENCES[reason];
  const detail = types.isNativeError(cause) ? ` (${cause.message})` : '';
  return new VaultFault(`Tệp ${file}: ${vi}. File ${file}: ${en}.${detail}`, MISPLACED.has(reason), { cause });
}

/** Does something with a file and turns whatever the machine throws into a fault. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof VaultFault ? error : vaultFault('failed', file, error);
  }
}
