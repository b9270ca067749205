import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Api } from './client/api.js';
import { logDigest } from './log/digest.js';
import { exportLog } from './log/export.js';
import { showStream } from './log/show.js';
import { Problem } from './problem.js';
import { progressBar } from './terminal/progress.js';
import { table } from './terminal/table.js';
import { runProgram } from './terminal/run-program.js';
import { buildViews, shownFiles } from './views/build.js';

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
  kheo token --as SUB [--url URL]                     thẻ truy cập của một vai trong hồ sơ demo
                                                      (a demonstration persona’s access token)
  kheo --help                                         trang này (this page)

Các lệnh log đọc tệp trực tiếp nên dịch vụ phải đang dừng. (The log commands need the service to be stopped.)`;

const SPEC = {
  data: { type: 'string', default: 'data' },
  stream: { type: 'string' },
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
function needed(name: 'stream' | 'as', values: Values): string {
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

/** The subcommands, by their words. */
const COMMANDS: Readonly<Record<string, (values: Values) => Promise<void>>> = {
  'log digest': digest,
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
