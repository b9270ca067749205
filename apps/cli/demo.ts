import { DEMO_HELP, readDemoOptions, type DemoOptions } from './demo/options.js';
import { reportOf, whereToLook } from './demo/report.js';
import type { YearResult } from './demo/result.js';
import { goOn, playYear, type Watcher } from './demo/run.js';
import type { ServiceProcess } from './demo/service-process.js';
import { progressBar } from './terminal/progress.js';
import { runProgram } from './terminal/run-program.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Stops whatever service runs when the program is told to stop. */
function stoppingWatcher(): Watcher {
  let running: ServiceProcess | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running?.stop());
  return { bar: progressBar(process.stderr), started: (service) => (running = service) };
}

async function keepRunning(options: DemoOptions, result: YearResult, watcher: Watcher): Promise<void> {
  const service = await goOn(options, result, watcher);
  say(`Dịch vụ đang chạy (running): ${service.api.url}/sign-in\nDừng bằng Ctrl-C. (Stop with Ctrl-C.)`);
  await service.ended;
}

await runProgram(async (args) => {
  const options = readDemoOptions(args);
  if (options.help) return say(DEMO_HELP);
  const watcher = stoppingWatcher();
  const result = await playYear(options, watcher);
  say(options.json ? JSON.stringify(result) : `${reportOf(result)}\n\n${whereToLook(result, options.data)}`);
  if (options.keep && process.stdout.isTTY) await keepRunning(options, result, watcher);
});
