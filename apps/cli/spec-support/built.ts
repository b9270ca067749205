import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NOT_BUILT = '**/*.spec.ts,**/spec-support/**,**/testing/**,apps/console/**';

/** How a program ended, and what it said. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The programs built as `npm run build` builds them, in a folder of their own. */
export interface Built {
  /** A folder for data. */
  readonly place: string;
  /** Runs one of them to its end. */
  run(program: 'demo' | 'main', ...args: readonly string[]): Promise<Ended>;
  remove(): Promise<void>;
}

/** Builds the service and the command line. */
export async function build(): Promise<Built> {
  const place = await mkdtemp(join(tmpdir(), 'kheo-cli-'));
  await cp(join(ROOT, 'package.json'), join(place, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  await promisify(execFile)(
    process.execPath,
    [swc, 'apps', 'libs', '-d', join(place, 'dist'), '--quiet', '--ignore', NOT_BUILT],
    { cwd: ROOT },
  );
  return {
    place,
    run: (program, ...args) => ended(join(place, 'dist', 'apps', 'cli', `${program}.js`), args),
    remove: () => rm(place, { recursive: true }),
  };
}

function ended(program: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--no-warnings', program, ...args], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
