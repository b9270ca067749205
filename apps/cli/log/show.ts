import type { StoredEvent } from '#kernel';
import { Problem } from '../problem.js';
import { table } from '../terminal/table.js';
import { withLog } from './open-log.js';

const COLUMNS = [
  { title: 'Số', most: 6 },
  { title: 'Ghi nhận', most: 24 },
  { title: 'Sự kiện', most: 32 },
  { title: 'Vai trò', most: 18 },
  { title: 'Lệnh', most: 26 },
  { title: 'Nội dung', most: 80 },
];

const metadataOf = (event: StoredEvent): Readonly<Record<string, string>> =>
  JSON.parse(event.metadata) as Record<string, string>;

/** What is sealed stays sealed: the command shows the log as it is stored. */
function rowOf(event: StoredEvent): readonly string[] {
  const { recordedAt = '', commandType = '', 'actor.role': role = '' } = metadataOf(event);
  return [String(event.revision), recordedAt, event.type, role, commandType, event.data];
}

const jsonOf = ({ data, metadata, ...event }: StoredEvent): string =>
  JSON.stringify({ ...event, data: JSON.parse(data) as unknown, metadata: JSON.parse(metadata) as unknown });

/**
 * One stream's events as stored, for people, or one JSON object a line.
 * @throws Problem when the log has no such stream
 */
export async function showStream(data: string, stream: string, json: boolean): Promise<string> {
  const events = await withLog(data, (store) => store.readStream(stream));
  if (events.length === 0)
    throw new Problem(
      `Nhật ký không có luồng “${stream}”. Tên luồng có dạng loại-mã, ví dụ campaign-… (The log has no such stream.)`,
    );
  return json ? events.map(jsonOf).join('\n') : table(COLUMNS, events.map(rowOf));
}
