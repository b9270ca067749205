import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LIBRARIES = ['kernel', 'sqlite', 'identity', 'visibility', 'stores', 'projections', 'views'].map(
  (name) => `libs/${name}`,
);

/** A process that keeps views, and what it says. */
export interface Keeper {
  readonly process: ChildProcess;
  readonly lines: Interface;
}

/** The views built as the service builds them, so that a process of their own can be killed. */
export interface Built {
  run(folder: string, mode: 'build' | 'follow'): Keeper;
  remove(): Promise<void>;
}

/** Builds the libraries into a folder of their own. */
export async function build(): Promise<Built> {
  const place = await mkdtemp(join(tmpdir(), 'views-built-'));
  await cp(join(ROOT, 'package.json'), join(place, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  await promisify(execFile)(
    process.execPath,
    [swc, ...LIBRARIES, '-d', join(place, 'dist'), '--quiet', '--ignore', '**/*.spec.ts'],
    { cwd: ROOT },
  );
  const program = join(place, 'dist', 'libs', 'views', 'testing', 'killed.js');
  return {
    run: (folder, mode) => {
      const child = spawn(process.execPath, ['--no-warnings', program, folder, mode], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      return { process: child, lines: createInterface(child.stdout) };
    },
    remove: () => rm(place, { recursive: true }),
  };
}
