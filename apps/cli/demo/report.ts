import { localDateOf } from '#calendar';
import { table } from '../terminal/table.js';
import type { HistoryRow, TargetRow, YearResult } from './result.js';

const TARGETS = [
  { title: 'Chỉ tiêu', most: 8 },
  { title: 'Nội dung', most: 40 },
  { title: 'Cách tính', most: 32 },
  { title: 'Đạt', most: 5 },
  { title: 'Kết quả', most: 48 },
];
const HISTORY = [
  { title: 'Xảy ra', most: 16 },
  { title: 'Ghi nhận', most: 16 },
  { title: 'Ai (vai trò)', most: 22 },
  { title: 'Thay cho', most: 14 },
  { title: 'Việc', most: 22 },
  { title: 'Lý do', most: 30 },
  { title: 'Văn bản', most: 30 },
];

const DATE = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Ho_Chi_Minh',
});

const dayOf = (date: string): string => DATE.format(Date.parse(date));
/** Day and minute in Huế. */
const momentOf = (instant: string): string => `${dayOf(localDateOf(instant))} ${TIME.format(Date.parse(instant))}`;

/** How a target is counted, in words; one that is not known here keeps its code. */
const READINGS: Readonly<Record<string, string>> = {
  COUNTING_INTEGRATED: 'tính cả kế hoạch lồng ghép',
  STANDALONE_ONLY: 'chỉ kế hoạch riêng',
  COUNTING_PRACTICES: 'tính cả cách làm, sáng kiến',
  MODELS_ONLY: 'chỉ mô hình',
  EXCLUDING_CANCELLED: 'không tính đăng ký đã hủy',
  INCLUDING_CANCELLED: 'tính cả đăng ký đã hủy',
  SINGLE: 'một cách duy nhất',
};

const targetRow = ({ key, label, reading, primary, met, sentence }: TargetRow): readonly string[] => [
  key,
  label,
  `${READINGS[reading] ?? reading}${primary ? ' (*)' : ''}`,
  met ? 'có' : 'không',
  sentence,
];

function historyRow({ label, occurredAt, recordedAt, reason, actor, document }: HistoryRow): readonly string[] {
  const paper = document ? `${document.number} ngày ${dayOf(document.signedOn)}, ${document.issuer}` : '';
  return [
    momentOf(occurredAt),
    momentOf(recordedAt),
    actor.roleLabel,
    actor.onBehalfOf ?? '',
    label,
    reason ?? '',
    paper,
  ];
}

/** Whether the figures stand for good. */
const settled = ([first]: YearResult['targets']): string =>
  first?.figuresHash == null
    ? 'Năm chưa kết thúc: số liệu tính đến lúc này. (The year is not closed: as counted now.)'
    : `Năm đã kết thúc, số liệu đã chốt (closed; the figures are settled), SHA-256: ${first.figuresHash}`;

/** The result for people: Vietnamese first. */
export function reportOf(result: YearResult): string {
  const { commands, units, log, targets, commendation, waiting, endedAt } = result;
  const counts = Object.entries(log.byLifecycle).map(([name, count]) => [name, String(count)]);
  return [
    `Một năm thi đua: ${units} đơn vị, ${commands} lệnh, đến ngày ${dayOf(localDateOf(endedAt))}. (One cycle: ${units} units, ${commands} commands.)`,
    'CHỈ TIÊU NĂM 2026 (targets)',
    `${table(TARGETS, targets.map(targetRow))}\n(*) cách tính mà quy chế chọn (the reading that the policy takes)\n${settled(targets)}`,
    `LỊCH SỬ MỘT HỒ SƠ (one dossier’s history): ${commendation.title}`,
    table(HISTORY, commendation.history.map(historyRow)),
    `SỰ KIỆN (events): ${log.events}`,
    table(
      [
        { title: 'Loại hồ sơ', most: 20 },
        { title: 'Số sự kiện', most: 12 },
      ],
      counts,
    ),
    `Việc đang chờ chuyên viên Sở Nội vụ (waiting for the officer): ${waiting}`,
    `Dấu của toàn bộ nhật ký (log digest, SHA-256):\n  ${log.digest}`,
  ].join('\n\n');
}

/** How to go on from here: the clock goes on where the year ended, and keys are drawn anew. */
export function whereToLook({ seed, endedAt }: YearResult, data: string): string {
  const settings = { KHEO_DATA: data, KHEO_SIMULATED_FROM: endedAt, KHEO_SIMULATION_SEED: `${seed}-sau` };
  const shown = Object.entries(settings).map(([name, value]) => `${name}='${value.replaceAll("'", `'\\''`)}'`);
  return [
    'Xem tiếp (where to look next):',
    `  ${shown.join(' ')} npm start`,
    '  rồi mở (then open) http://localhost:4000/sign-in để chọn vai (and choose a role)',
    `  npm run kheo -- log digest --data '${data}'`,
  ].join('\n');
}
