import type { Context as SocketContext } from 'graphql-ws';
import { RefusedRead, type RequestContext } from '#graphql';
import { systemClock } from '#runtime';
import type { Gate } from '../http/gate.js';

/** What a socket carries from its opening on. */
export interface SocketExtra {
  context?: RequestContext;
  readonly socket: { close(code: number, reason: string): void; on(event: 'close', listener: () => void): void };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A socket lives no longer than its token. */
function closeAtExpiry({ socket }: SocketExtra, expiresAt: string | undefined): void {
  if (expiresAt === undefined) return;
  const timer = setTimeout(() => socket.close(4403, 'Token expired'), Math.max(0, Date.parse(expiresAt) - Date.parse(systemClock.now())));
  socket.on('close', () => clearTimeout(timer));
}

/** Lets a socket in with a good token only; it is closed when that expires. */
export async function onConnect(gate: Gate, { connectionParams, extra }: SocketContext): Promise<boolean> {
  const socket = extra as SocketExtra;
  try {
    const params = connectionParams ?? {};
    const admitted = await gate.admit({ authorization: text(params['authorization']), acceptLanguage: text(params['acceptLanguage']) });
    socket.context = admitted.context;
    closeAtExpiry(socket, admitted.expiresAt);
    return admitted.context.subject !== undefined;
  } catch (error) {
    if (error instanceof RefusedRead) return false;
    throw error;
  }
}
