import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../problem.js';
import { FEWEST_UNITS, OBLIGATED } from '../year/cast.js';

/** How a demonstration is run. */
export interface DemoOptions {
  readonly data: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly seed: string;
  readonly units: number;
  readonly keep: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

const DEFAULT_SEED = 'hue-2026';

export const DEMO_HELP = `Một năm trong một phút: chạy dịch vụ thật với dữ liệu mới và đi hết một năm thi đua qua GraphQL.
(A year in a minute: runs the real service on fresh data and plays one whole cycle through GraphQL.)

  npm run demo -- [tùy chọn]

  --data DIR     thư mục dữ liệu, mặc định ./data/demo; chỉ bị thay khi do chính lệnh này tạo ra
                 (data folder; replaced only when an earlier demonstration made it)
  --port N       cổng, mặc định là một cổng còn trống (port; any free one by default)
  --seed TEXT    hạt giống, mặc định ${DEFAULT_SEED}; cùng hạt giống cho cùng nhật ký đến từng byte
                 (seed; the same seed gives the same log to the byte)
  --units N      chỉ N đơn vị, từ ${FEWEST_UNITS} đến ${OBLIGATED.length}, mặc định tất cả (only N units)
  --keep         để dịch vụ chạy tiếp đến khi bấm Ctrl-C (keep the service running until Ctrl-C)
  --json         in kết quả dạng JSON cho chương trình (print the result as JSON)
  --help         trang này (this page)`;

const SPEC = {
  data: { type: 'string', default: 'data/demo' },
  port: { type: 'string', default: '0' },
  seed: { type: 'string', default: DEFAULT_SEED },
  units: { type: 'string', default: String(OBLIGATED.length) },
  keep: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Reads the arguments after the program's name.
 * @throws Problem naming the argument that is wrong
 */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  const { data, port, seed, units, ...flags } = parsed(args);
  if (seed === '') throw new Problem('--seed không được để trống. (The seed must not be empty.)');
  return {
    data: resolve(data),
    port: wholeNumber('--port', port, 0, 65_535),
    seed,
    units: wholeNumber('--units', units, FEWEST_UNITS, OBLIGATED.length),
    ...flags,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: SPEC, strict: true }).values;
  } catch (error) {
    throw new Problem(
      `${error instanceof Error ? error.message : String(error)}\nXem các tùy chọn bằng --help. (See --help.)`,
    );
  }
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new Problem(
    `${name} phải là số nguyên từ ${least} đến ${most}, không phải “${value}”. (It must be a whole number from ${least} to ${most}.)`,
  );
}
