import type { AppendFigures, Figures, GrowthFigures, LoadFigures, FenceFigure } from './figures.js';

const number = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: value < 10 ? 1 : 0 });
const fine = (value: number): string =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
const verdict = (reached: boolean): string => (reached ? 'đạt (reached)' : 'chưa đạt (not reached)');

type Line = readonly string[];

/** Lines in columns: the first to the left, figures to the right. */
function table(title: string, lines: readonly Line[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const row = (line: Line): string =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd();
  return `\n${title}\n${lines.map((line) => `  ${row(line)}`).join('\n')}\n`;
}

const appendLine = (who: string, { store, ceiling, ratio }: AppendFigures): Line => [
  who,
  number(store),
  number(ceiling),
  percent(ratio),
];
const loadLine = ({ name, perSecond, p50Ms, p99Ms }: LoadFigures): Line => [
  name,
  number(perSecond),
  number(p50Ms),
  number(p99Ms),
];

/** What more events cost: the reads by their ratio, the worst first. */
function growthTables({ events, reads, aim, reached, rebuild }: GrowthFigures): string {
  const [small, large] = events.map((it) => `${number(it)} sự kiện (events)`);
  const sorted = [...reads].sort((a, b) => b.ratio - a.ratio);
  return [
    table('Một lần đọc, ms (one read)', [
      ['', small ?? '', large ?? '', 'tỷ lệ (ratio)'],
      ...sorted.map(({ name, smallMs, largeMs, ratio }) => [name, fine(smallMs), fine(largeMs), fine(ratio)]),
    ]),
    `  Mục tiêu (aim) ≤ ${aim}: ${verdict(reached)}\n`,
    table('Dựng lại khung nhìn (rebuild)', [
      ['', small ?? '', large ?? '', 'tỷ lệ (ratio)'],
      [
        'Bộ nhớ cao nhất (peak memory), MB',
        number(rebuild.small.peakMb),
        number(rebuild.large.peakMb),
        fine(rebuild.ratio),
      ],
      ['Giây (seconds)', number(rebuild.small.seconds), number(rebuild.large.seconds), ''],
    ]),
    `  Mục tiêu (aim) ≤ ${fine(rebuild.aim)}: ${verdict(rebuild.reached)}\n`,
  ].join('');
}

const PASSED = { shared: 'cùng nhau (shared)', exclusive: 'một mình (alone)' };

const fenceLine = ({ fences, use, ...rates }: FenceFigure): readonly string[] => [
  fences === 0 ? 'không chốt (none)' : `${fences} chốt, ${PASSED[use]}`,
  number(rates.perSecond),
  percent(rates.ofNone),
  number(rates.overOneStream),
  percent(rates.overOneStreamOfNone),
];

function commandTables(commands: Figures['commands'], fences: Figures['fences']): string {
  return [
    table('Lệnh qua toàn bộ động cơ mỗi giây (commands per second)', [
      ['', 'lệnh (commands)', 'so với ghi (of appends)'],
      ['1 người gọi (caller)', number(commands.one.commands), percent(commands.one.ofAppends)],
      ['64 người gọi (callers)', number(commands.sixtyFour.commands), percent(commands.sixtyFour.ofAppends)],
      [
        '64, mỗi lệnh một người mới (each names a new person)',
        number(commands.newPersons.commands),
        percent(commands.newPersons.ofAppends),
      ],
    ]),
    table('Lệnh mỗi giây qua chốt, 64 người gọi (commands per second that pass fences, 64 callers)', [
      [
        '',
        'kho nhúng (embedded)',
        'so với không chốt (of none)',
        'ghi từng chuỗi (one stream at a time)',
        'so với không chốt (of none)',
      ],
      ...fences.map(fenceLine),
    ]),
  ].join('');
}

/** The figures for people. */
export function printed({
  machine,
  quick,
  appends,
  commands,
  fences,
  listening,
  views,
  growth,
  queries,
  mutation,
  ready,
  memory,
}: Figures): string {
  const { cpu, cores, memoryGb, node, system } = machine;
  return [
    `Máy (machine): ${cpu}, ${cores} lõi (cores), ${memoryGb} GB, ${system}, Node ${node}${quick ? ' – đo nhanh, số chỉ để tham khảo (quick run, rough figures)' : ''}\n`,
    table('Ghi bền vững mỗi giây (durable appends per second)', [
      ['', 'kho (store)', 'node:sqlite', 'tỷ lệ (ratio)'],
      appendLine('1 người gọi (caller)', appends.one),
      appendLine('64 người gọi (callers)', appends.sixtyFour),
    ]),
    `  Mục tiêu (aim) ≥ ${percent(appends.aim)}, 64: ${verdict(appends.reached)}\n`,
    commandTables(commands, fences),
    table('Lệnh mỗi giây khi có người nghe thay đổi (commands per second while people listen to changes)', [
      ['', 'lệnh (commands)', 'tỷ lệ (ratio)'],
      ['không ai nghe (nobody)', number(listening.without), ''],
      [`${listening.listeners} cửa sổ (windows)`, number(listening.withAll), percent(listening.ratio)],
    ]),
    table('Sự kiện vào khung nhìn mỗi giây (events into the views per second)', [
      [`Dựng lại từ đầu, ${number(views.events)} sự kiện (rebuild)`, number(views.rebuild)],
      ['Theo dõi (following)', number(views.following)],
    ]),
    growthTables(growth),
    table('GraphQL, 10 kết nối (connections)', [
      ['', 'mỗi giây (per second)', 'p50 ms', 'p99 ms'],
      ...queries.map(loadLine),
      loadLine(mutation),
    ]),
    table('Sẵn sàng sau (ready after), ms', [
      ['Thư mục trống, gồm gieo dữ liệu (empty, with seeding)', number(ready.emptyMs)],
      [`Thư mục có ${number(ready.filledEvents)} sự kiện (filled)`, number(ready.filledMs)],
    ]),
    table('Bộ nhớ khi nghỉ (memory at rest), MB', [
      ['Sau khi gieo dữ liệu (after seeding)', number(memory.afterSeedingMb)],
      ['Sau khi mở lại (after a restart)', number(memory.atRestMb)],
    ]),
    `  Mục tiêu (aim) < ${memory.aimMb} MB: ${verdict(memory.reached)}\n`,
  ].join('');
}
