import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server on this machine, on a port of the system's choosing. */
export interface LocalServer {
  /** `http://127.0.0.1:…`, no slash at the end. */
  readonly origin: string;
  /** How many requests have come in. */
  readonly requests: () => number;
  /** What it answers with from now on. */
  readonly serve: (listener: RequestListener) => void;
  readonly close: () => Promise<void>;
}

/** Starts a server that answers 404 until it is told what to serve. */
export async function startServer(): Promise<LocalServer> {
  let requests = 0;
  let listener: RequestListener = (_, response) => response.writeHead(404).end();
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests: () => requests,
    serve: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Answers every request with a value as JSON. */
export const json =
  (value: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
