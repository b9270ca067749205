import { isSeeded, seed } from '#seed';
import type { Configuration } from './configuration.js';
import { installFirstAdmin } from './first-admin.js';
import { DEMO_ISSUER } from './log-expectation.js';
import { startProcesses } from './processes.js';
import { startServer, type Server } from './server.js';
import { openService, type Service } from './service.js';
import { progressBar } from './progress.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Opens the service and listens at once, and is ready when the views are built and, in the demo profile, the campaign is seeded. Closes in
 * order when told to stop.
 * @param fail told of what goes wrong while it closes
 * @throws whatever keeps it from starting
 */
export async function serve(configuration: Configuration, fail: (error: unknown) => void): Promise<void> {
  const bar = progressBar(process.stderr);
  const service = await openService(configuration, {
    log: (line) => process.stderr.write(`${line}\n`),
    progress: ({ done }) => bar.update('Dựng khung nhìn (views)', done),
  });
  const server = await startServer(service);
  stopOnSignal(server, service, fail);
  say(`Đang nghe (listening): ${server.url}`);
  await service.views.ready;
  await installFirstAdmin(service, configuration);
  await seedDemo(service, configuration, bar);
  await startProcesses(service);
  service.notePrepared();
  bar.stop();
  welcome(server.url, configuration);
}

async function seedDemo(
  service: Service,
  { profile }: Configuration,
  bar: ReturnType<typeof progressBar>,
): Promise<void> {
  if (profile !== 'demo' || (await isSeeded(service.loader))) return;
  await seed(service.engine, {
    issuer: DEMO_ISSUER,
    onProgress: ({ done, total }) => bar.update('Mở phong trào (seeding)', done, total),
  });
  await service.views.waitFor(await service.store.head(), 60_000);
}

function welcome(url: string, { profile, data }: Configuration): void {
  say(`Kheo đã sẵn sàng (ready): ${url}`);
  say(`  Dữ liệu (data)         ${data}`);
  say(`  GraphQL                ${url}/graphql`);
  say(`  Giao diện thử (IDE)    ${url}/ide`);
  if (profile !== 'demo') return;
  say(`  Đăng nhập (sign in)    ${url}/sign-in`);
  say('  Một số vai (some roles; the page lists them all):');
  const shown = {
    'head.19753': 'Thủ trưởng một phường (head of a ward)',
    'snv.officer': 'Chuyên viên Sở Nội vụ (officer)',
    'snv.leader': 'Lãnh đạo Sở Nội vụ (leader)',
    'ubnd.chairman': 'Lãnh đạo UBND (decider)',
    inspector: 'Thanh tra (inspector)',
    auditor: 'Kiểm toán (auditor)',
  };
  for (const [sub, label] of Object.entries(shown)) say(`    ${label.padEnd(44)} ${url}/ide?as=${sub}`);
  say('Dừng bằng Ctrl-C. (Stop with Ctrl-C.)');
}

let stopping = false;

/** True once the service has been told to stop: what that breaks off is no fault. */
export const isStopping = (): boolean => stopping;

function stopOnSignal(server: Server, service: Service, fail: (error: unknown) => void): void {
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await service.close();
    say('Đã dừng. (Stopped.)');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().catch(fail));
}
