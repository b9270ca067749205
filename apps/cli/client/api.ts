import { subjectId } from '#identity';
import { Problem } from '../problem.js';

/** What a GraphQL server answers. */
interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The service's public HTTP API, with the demonstration's doors. */
export class Api {
  private issuer: string | undefined;
  private readonly tokens = new Map<string, string>();

  /** @param url where the service listens, without a slash at its end */
  constructor(readonly url: string) {}

  /**
   * A persona's access token.
   * @throws Problem when the service is not the demonstration's, or does not know the persona
   */
  async token(sub: string): Promise<string> {
    const known = this.tokens.get(sub);
    if (known !== undefined) return known;
    const response = await this.fetch(`/demo/token?as=${encodeURIComponent(sub)}`);
    if (!response.ok)
      throw new Problem(
        `Không lấy được thẻ cho vai “${sub}” tại ${this.url}: chỉ hồ sơ demo mới cấp thẻ, và vai phải có trong ${this.url}/sign-in. (No token for “${sub}”.)`,
      );
    const { accessToken } = (await response.json()) as { accessToken: string };
    this.tokens.set(sub, accessToken);
    return accessToken;
  }

  /** A persona's identity in the service's own records: it follows from the issuer that tokens name. */
  async subject(sub: string): Promise<string> {
    this.issuer ??= issuerIn(await this.token(sub));
    return subjectId(this.issuer, sub);
  }

  /**
   * Asks as somebody.
   * @throws Problem with the service's own words when it refuses the request as such
   */
  async ask<T>(as: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const headers = {
      authorization: `Bearer ${await this.token(as)}`,
      'content-type': 'application/json',
      'accept-language': 'vi',
    };
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer<T>;
    const [first] = errors ?? [];
    if (first || !data)
      throw new Problem(
        `${first?.extensions?.code ?? response.status}: ${first?.message ?? 'không có dữ liệu (no data)'}`,
      );
    return data;
  }

  /** The simulated clock's time. */
  async now(): Promise<string> {
    return ((await (await this.fetch('/demo/clock')).json()) as { now: string }).now;
  }

  /**
   * Moves the simulated clock on.
   * @throws Problem when the time has passed already
   */
  async moveTo(instant: string): Promise<void> {
    const response = await this.fetch('/demo/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: instant }),
    });
    if (!response.ok)
      throw new Problem(
        `Đồng hồ mô phỏng không đi tới ${instant} được: ${await response.text()} (The simulated clock cannot go there.)`,
      );
  }

  /** True once every view of the service runs. */
  async isReady(): Promise<boolean> {
    return (await this.fetch('/health/ready')).ok;
  }

  private async fetch(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.url}${path}`, init);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new Problem(`Không nối được với ${this.url}: ${cause}. Dịch vụ đã chạy chưa? (Cannot reach the service.)`);
    }
  }
}

function issuerIn(token: string): string {
  const [, payload = ''] = token.split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { iss: string }).iss;
}
