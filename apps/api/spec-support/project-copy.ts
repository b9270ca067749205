import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SOURCES = [
  'apps',
  'libs',
  'package.json',
  'tsconfig.json',
  '.swcrc',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
];
const LISTENS = /\(ready\): (http:\S+)/;

/** A service in a process of its own. */
export interface Started {
  readonly url: string;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** The project's sources in a folder of their own, where a test may change, build and start them. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'kheo-copy-'));

  constructor() {
    for (const name of SOURCES) cpSync(name, this.path(name), { recursive: true });
    symlinkSync(resolve('node_modules'), this.path('node_modules'));
  }

  /** A file of the copy. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Every source file with what it says, by its path. */
  sources(): ReadonlyMap<string, string> {
    const files = ['apps', 'libs'].flatMap((name) =>
      readdirSync(this.path(name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    );
    return new Map(
      files
        .map((file) => join(file.parentPath, file.name))
        .map((file) => [relative(this.folder, file), readFileSync(file, 'utf8')]),
    );
  }

  /** The project's own build. */
  build(): Promise<string> {
    return this.run('npm', ['run', '--silent', 'build']);
  }

  /** Runs a program in the copy; what it says is the answer, and the error when it fails. */
  async run(program: string, args: readonly string[]): Promise<string> {
    try {
      return (await run(program, args, { cwd: this.folder })).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
    }
  }

  /**
   * Starts the built service on a free port, as an operator does.
   * @throws Error with what it said when it ends before it listens
   */
  async start(environment: Readonly<Record<string, string>>): Promise<Started> {
    const env = { PATH: process.env['PATH'], KHEO_PROFILE: 'demo', KHEO_PORT: '0', ...environment };
    const child = spawn(process.execPath, ['dist/apps/api/main.js'], {
      cwd: this.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exit = once(child, 'exit');
    let trouble = '';
    child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
    const url = await new Promise<string>((found, fail) => {
      createInterface(child.stdout).on('line', (line) => {
        const address = LISTENS.exec(line)?.[1];
        if (address !== undefined) found(address);
      });
      void exit.then(() => fail(new Error(`The service ended: ${trouble}`)));
    });
    const stop = async (): Promise<void> => {
      child.kill('SIGTERM');
      await exit;
    };
    return { url, stop };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
