/** The part of autocannon that is used here; the package brings no types. */
declare module 'autocannon' {
  interface Sent {
    readonly method?: 'POST';
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    setupRequest?(request: Sent): Sent;
    onResponse?(status: number, body: string): void;
  }
  interface Options extends Sent {
    readonly url: string;
    readonly connections: number;
    readonly duration?: number;
    readonly amount?: number;
    readonly requests?: readonly Sent[];
  }
  interface Result {
    readonly duration: number;
    readonly errors: number;
    readonly non2xx: number;
    readonly requests: { readonly total: number };
    readonly latency: { readonly p50: number; readonly p99: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
