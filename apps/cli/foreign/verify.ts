import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDemoOptions } from '../demo/options.js';
import { playYear } from '../demo/run.js';
import { exportLog } from '../log/export.js';
import { Problem } from '../problem.js';
import { progressBar } from '../terminal/progress.js';
import { runProgram } from '../terminal/run-program.js';

/** The verifier is no part of the build: it stands in the source beside this file's own. */
const VERIFIER = fileURLToPath(new URL('../../../../apps/cli/foreign/evidence.py', import.meta.url));

/** Plays the demonstration's year in a folder of its own and lets another language check the log that it leaves. */
async function verify(args: readonly string[], folder: string): Promise<void> {
  const options = readDemoOptions([...args, '--data', join(folder, 'year')]);
  const bar = progressBar(process.stderr);
  await playYear(options, { bar, signal: new AbortController().signal });
  const exported = join(folder, 'log.jsonl');
  const file = createWriteStream(exported);
  await exportLog(options.data, file);
  file.end();
  await finished(file);
  const { status, error } = spawnSync('python3', [VERIFIER, exported], { stdio: 'inherit' });
  if (error) throw new Problem(`Cần Python 3 (python3) để kiểm tra. (Python 3 is needed: ${error.message})`);
  if (status !== 0)
    throw new Problem('Có quyết định không khớp với nhật ký. (Some decisions do not agree with the log.)');
}

await runProgram(async (args) => {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-verify-'));
  try {
    await verify(args, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
