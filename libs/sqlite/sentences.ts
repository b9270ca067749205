/** What an operator is told, in Vietnamese and English, where the remedy is the same for every file. */
export const UNFIT_SENTENCES = {
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
} as const;
