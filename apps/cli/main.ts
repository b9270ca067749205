import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Api } from './client/api.js';
import { logDigest } from './log/digest.js';
import { exportLog } from './log/export.js';
import { growLog } from './log/grow/grow.js';
import { showStream } from './log/show.js';
import { Problem } from './problem.js';
import { progressBar } from './terminal/progress.js';
import { table } from './terminal/table.js';
import { runProgram } from './terminal/run-program.js';
import { buildViews, shownFiles } from './views/build.js';

/** The largest log that the command makes, and the most copies of all units in it. */
const MOST_EVENTS = 10_000_000;
const MOST_GROUPS = 100;

const HELP = `kheo – công cụ dòng lệnh (command-line tool)

  kheo log digest --data DIR [--json]                 đếm sự kiện và tính dấu SHA-256 của toàn bộ nhật ký
                                                      (counts the events and digests the whole log)
  kheo log show --data DIR --stream NAME [--json]     các sự kiện của một luồng, như đã lưu
                                                      (one stream’s events as stored)
  kheo log export --data DIR                          mọi sự kiện ở dạng chuẩn, mỗi dòng một sự kiện
                                                      (every event in its canonical form, a line each)
  kheo views build --data DIR [--json]                dựng trước các khung nhìn của phiên bản này, trong khi
                                                      dịch vụ phiên bản cũ vẫn chạy
                                                      (fills this version’s views while an older service runs)
  kheo log grow --from DIR --data DIR --events N [--groups N] [--json]
                                                      một nhật ký lớn để đo, nhân lên từ một năm trình diễn đã chạy xong
                                                      (a large log to measure with, multiplied from a demonstration’s year)
  kheo token --as SUB [--url URL]                     thẻ truy cập của một vai trong hồ sơ demo
                                                      (a demonstration persona’s access token)
  kheo --help                                         trang này (this page)

Các lệnh log đọc tệp trực tiếp nên dịch vụ phải đang dừng. (The log commands need the service to be stopped.)`;

const SPEC = {
  data: { type: 'string', default: 'data' },
  stream: { type: 'string' },
  from: { type: 'string', default: 'data/demo' },
  events: { type: 'string' },
  groups: { type: 'string', default: '5' },
  as: { type: 'string' },
  url: { type: 'string', default: 'http://localhost:4000' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parsed>['values'];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: SPEC, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

/** @throws Problem naming the option */
function needed(name: 'stream' | 'as' | 'events', values: Values): string {
  const value = values[name];
  if (value === undefined || value === '') throw new Problem(`Thiếu --${name}. (--${name} is required.)\n\n${HELP}`);
  return value;
}

async function digest({ data, json }: Values): Promise<void> {
  const found = await logDigest(resolve(data));
  if (json) return say(JSON.stringify(found));
  const counts = Object.entries(found.byLifecycle).map(([name, count]) => [name, String(count)]);
  say(
    `${table(
      [
        { title: 'Loại hồ sơ', most: 20 },
        { title: 'Số sự kiện', most: 12 },
      ],
      counts,
    )}\n\nTổng số sự kiện (events): ${found.events}\nSHA-256: ${found.digest}`,
  );
}

async function viewsBuild({ data, json }: Values): Promise<void> {
  const bar = progressBar(process.stderr);
  const files = await buildViews(resolve(data), (events) => bar.update('Dựng khung nhìn (views)', events, events));
  bar.stop();
  say(json ? JSON.stringify(files) : shownFiles(files));
}

async function grow(values: Values): Promise<void> {
  const folders = { from: resolve(values.from), data: resolve(values.data) };
  const events = wholeNumber('events', needed('events', values), 1, MOST_EVENTS);
  const groups = wholeNumber('groups', values.groups, 1, MOST_GROUPS);
  const grown = await growLog({ ...folders, events, groups }, progressBar(process.stderr));
  if (values.json) return say(JSON.stringify(grown));
  say(
    `${grown.events} sự kiện trong ${values.data}: ${grown.groups} nhóm đơn vị, ${grown.rounds} năm, ${grown.rounds * grown.programmes} phong trào.\n` +
      `(Events of so many groups of units, years and campaigns.)`,
  );
}

/** @throws Problem naming the option */
function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new Problem(
    `--${name} phải là số nguyên từ ${least} đến ${most}, không phải “${value}”. (It must be a whole number within these.)`,
  );
}

/** The subcommands, by their words. */
const COMMANDS: Readonly<Record<string, (values: Values) => Promise<void>>> = {
  'log digest': digest,
  'log grow': grow,
  'log show': async (values) => say(await showStream(resolve(values.data), needed('stream', values), values.json)),
  'log export': ({ data }) => exportLog(resolve(data), process.stdout),
  'views build': viewsBuild,
  token: async (values) => say(await new Api(values.url.replace(/\/+$/, '')).token(needed('as', values))),
};

await runProgram(async (args) => {
  const { values, positionals } = parsed(args);
  const name = positionals.join(' ');
  if (values.help || name === '') return say(HELP);
  const command = COMMANDS[name];
  if (!command) throw new Problem(`Không có lệnh “${name}”. (There is no such command.)\n\n${HELP}`);
  await command(values);
});
