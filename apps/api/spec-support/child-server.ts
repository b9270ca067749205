import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One answer of the API. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** The service in a process of its own, as an operator starts it. */
export interface ChildServer {
  readonly url: string;
  /** Sends one operation as a persona of the demonstration, in Vietnamese. */
  ask(as: string, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  token(as: string): Promise<string>;
  post(path: string, body: object): Promise<Response>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

const LISTENS = /\(ready\): (http:\S+)/;

/**
 * Starts the built service of a folder on a free port.
 * @param environment `KHEO_…` beside the port
 * @throws Error with what it said when it ends before it listens
 */
export async function startChild(folder: string, environment: Readonly<Record<string, string>>): Promise<ChildServer> {
  const child = spawn(process.execPath, ['dist/apps/api/main.js'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], KHEO_PROFILE: 'demo', KHEO_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let trouble = '';
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = LISTENS.exec(line)?.[1];
      if (found) resolve(found);
    });
    void exit.then(() => reject(new Error(`The service ended: ${trouble}`)));
  });
  const token = (as: string): Promise<string> => tokenAt(url, as);
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: object, headers: object = {}): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  return {
    url,
    token,
    post,
    ask: async (as, query, variables = {}) => {
      const headers = { authorization: `Bearer ${await token(as)}`, 'accept-language': 'vi' };
      return (await (await post('/graphql', { query, variables }, headers)).json()) as Answer;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function tokenAt(url: string, as: string): Promise<string> {
  const response = await fetch(`${url}/demo/token?as=${encodeURIComponent(as)}`);
  const { accessToken } = (await response.json()) as { accessToken?: string };
  if (accessToken === undefined) throw new Error(`There is no persona ${as}`);
  return accessToken;
}
