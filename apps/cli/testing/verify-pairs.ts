import { parseArgs } from 'node:util';
import { meetAll, STORES, type StoreKind, type Tally } from '#lifecycles/testing';
import { Problem } from '../problem.js';
import { progressBar } from '../terminal/progress.js';
import { runProgram } from '../terminal/run-program.js';
import { table } from '../terminal/table.js';

const COLUMNS = [
  'chốt (fence)',
  'cặp (rows)',
  'lượt (runs)',
  'đáng kể (interesting)',
  'bận (busy)',
  'chưa chạy (not run)',
];

/** Lets pairs of commands that pass one fence meet, and says what became of them; fails when anything is broken. */
async function verify(args: readonly string[]): Promise<void> {
  const { runs, seed, store } = optionsIn(args);
  const bar = progressBar(process.stderr);
  const tallies = await meetAll({ runs, seed, store, told: (...at) => bar.update(...at) });
  bar.stop();
  const columns = [...COLUMNS, 'hỏng (broken)'].map((title) => ({ title, most: 24 }));
  process.stdout.write(`store ${store}, seed ${seed}\n${table(columns, tallies.map(rowOf))}\n`);
  const broken = tallies.flatMap((it) => it.broken.map((what) => `${it.kind}: ${what}`));
  if (broken.length > 0)
    throw new Problem(`Có cặp lệnh cho kết quả khác khi gửi lần lượt. (Broken:)\n${broken.join('\n')}`);
}

const rowOf = ({ kind, rows, runs, interesting, busy, notRun, broken }: Tally): readonly string[] => [
  kind,
  ...[rows, runs, interesting, busy, notRun, broken.length].map(String),
];

function optionsIn(args: readonly string[]): {
  readonly runs: number;
  readonly seed: string;
  readonly store: StoreKind;
} {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      store: { type: 'string', default: 'memory' },
    },
  });
  const runs = Number(values.runs);
  const store = STORES.find((it) => it === values.store);
  if (!Number.isSafeInteger(runs) || runs < 0 || !store)
    throw new Problem(
      `Cách dùng (usage): npm run verify:pairs -- [--runs 1000] [--seed 1] [--store ${STORES.join('|')}]`,
    );
  return { runs, seed: values.seed, store };
}

await runProgram(verify);
