import { failureOf, UNFIT_SENTENCES, type Reason } from '#sqlite';

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
  otherLog: [
    'tệp thuộc về sổ sự kiện {}, không phải sổ đang mở; hãy đặt lại các tệp của chính sổ này, lấy từ cùng một bản sao lưu',
    "the file belongs to log {}, not to the one being opened; put the log's own files back, from the same backup",
  ],
  ...UNFIT_SENTENCES,
  notScrubbed: [
    'khóa đã bị hủy nhưng dấu vết của nó có thể còn trong tệp ghi trước (-wal) vì tệp đang bận hoặc đĩa đã đầy; hãy hủy lại lần nữa',
    'the key is destroyed, but traces of it may remain in the write-ahead log (-wal) because the file is busy or the disk is full; destroy it again',
  ],
  failed: [
    'không đọc hoặc ghi được tệp; hãy kiểm tra đường dẫn, quyền truy cập và dung lượng đĩa',
    'the file cannot be read or written; check its path, its permissions and the space on the disk',
  ],
  ended: [
    'luồng đọc ghi tệp đã dừng đột ngột; hãy khởi động lại dịch vụ',
    'the thread that reads and writes the file has ended; restart the service',
  ],
  closed: ['tệp đã đóng; hãy mở lại', 'the file is closed; open it again'],
} as const;

/** What can be wrong with a file of the vault. */
export type FaultReason = keyof typeof SENTENCES;

const MISPLACED: ReadonlySet<FaultReason> = new Set(['wrongKek', 'foreign', 'otherLog', 'older', 'newer']);

/** Keys or attempts cannot be kept safely. The message says which file and what to do; it never contains a key. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';
  readonly reason: FaultReason;

  constructor(message: string, reason: FaultReason, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }

  /** True when the file or the master key is not this log's or not this version's: nothing is broken, it is the wrong one. */
  get misplaced(): boolean {
    return MISPLACED.has(this.reason);
  }
}

/**
 * A fault in Vietnamese and English.
 * @param detail whose file it is, or what the machine reported
 */
export function vaultFault(reason: FaultReason, file: string, detail = '', cause?: unknown): VaultFault {
  const [vi, en] = SENTENCES[reason].map((sentence) => sentence.replace('{}', detail));
  const more = detail !== '' && !en?.includes(detail) ? ` (${detail})` : '';
  return new VaultFault(`Tệp ${file}: ${vi}. File ${file}: ${en}.${more}`, reason, { cause });
}

/** What a failure of the file is to its owner; whatever is not here is the machine's trouble. */
const OF_THE_FILE: Partial<Record<Reason, FaultReason>> = {
  notDatabase: 'foreign',
  foreign: 'foreign',
  otherLog: 'otherLog',
  older: 'older',
  newer: 'newer',
  notDurable: 'notDurable',
};

/** Turns whatever was thrown into a fault; a fault stays as it is. */
export function asVaultFault(error: unknown, file: string): VaultFault {
  if (error instanceof VaultFault) return error;
  const { reason, message } = failureOf(error);
  return vaultFault(OF_THE_FILE[reason] ?? 'failed', file, message, error);
}

/** Does something with a file and turns whatever the machine throws into a fault. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asVaultFault(error, file);
  }
}
