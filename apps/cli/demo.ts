import { DEMO_HELP, readDemoOptions, type DemoOptions } from './demo/options.js';
import { reportOf, whereToLook } from './demo/report.js';
import type { YearResult } from './demo/result.js';
import { goOn, playYear, type Watcher } from './demo/run.js';
import { progressBar } from './terminal/progress.js';
import { runProgram } from './terminal/run-program.js';
import { Problem } from './problem.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** The program ends only after the service has. */
function watcherOfThisProcess(): Watcher {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  return { bar: progressBar(process.stderr), signal: stop.signal };
}

async function played(options: DemoOptions, watcher: Watcher): Promise<YearResult> {
  try {
    return await playYear(options, watcher);
  } catch (error) {
    throw watcher.signal.aborted ? new Problem('Đã dừng theo yêu cầu. (Stopped as asked.)') : error;
  }
}

async function keepRunning(options: DemoOptions, result: YearResult, watcher: Watcher): Promise<void> {
  const service = await goOn(options, result, watcher);
  say(`\nDịch vụ đang chạy (running): ${service.api.url}/sign-in\nDừng bằng Ctrl-C. (Stop with Ctrl-C.)`);
  await service.ended;
}

await runProgram(async (args) => {
  const options = readDemoOptions(args);
  if (options.help) return say(DEMO_HELP);
  const watcher = watcherOfThisProcess();
  const result = await played(options, watcher);
  say(options.json ? JSON.stringify(result) : `${reportOf(result)}\n\n${whereToLook(result, options.data)}`);
  if (options.keep && process.stdout.isTTY) await keepRunning(options, result, watcher);
});
