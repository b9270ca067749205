import { randomUUID } from 'node:crypto';

/** A refusal as a client sees it. */
export interface ShownError {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** What a mutation answers. */
export interface Payload {
  readonly userErrors: readonly ShownError[];
  readonly revision: number | null;
  readonly position: string | null;
  readonly eventIds: readonly string[];
  readonly repeated: boolean;
}

/** A top-level error. */
export interface TopError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly errorId?: string;
    readonly userErrors: readonly Omit<ShownError, '__typename'>[];
  };
}

/** A GraphQL answer with its HTTP status. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly text: string;
  readonly data?: T | null;
  readonly errors?: readonly TopError[];
}

/** How a request is sent. */
export interface Sending {
  readonly language?: 'vi' | 'en';
}

const PAYLOAD = 'userErrors { __typename code message path } revision position eventIds repeated';

/** A new command id. */
export const newCommandId = (): string => randomUUID();

/** Somebody who uses the service over HTTP. */
export class Client {
  #authorization: Promise<string | undefined> | undefined;

  constructor(
    readonly url: string,
    private readonly authorize: () => Promise<string | undefined>,
  ) {}

  /** Sends one command; a command id is made unless the input brings one. */
  async mutate(name: string, input: object, sending: Sending = {}): Promise<Payload> {
    const answer = await this.command(name, input, sending);
    const payload = answer.data?.[name];
    if (!payload) throw new Error(`${name}: ${answer.text}`);
    return payload;
  }

  /** The same with the whole answer, for commands that do not fit the schema. */
  command(name: string, input: object, sending: Sending = {}): Promise<Answer<Record<string, Payload>>> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation($input: ${type}!) { ${name}(input: $input) { ${PAYLOAD} } }`;
    return this.send(document, { input: { commandId: newCommandId(), ...input } }, sending);
  }

  /** Asks; an error of any kind fails the specification. */
  async query<T = Record<string, unknown>>(document: string, variables: object = {}): Promise<T> {
    const answer = await this.send<T>(document, variables);
    if (answer.errors || !answer.data) throw new Error(answer.text);
    return answer.data;
  }

  /** Sends any document. */
  send<T = Record<string, unknown>>(query: string, variables: object = {}, sending: Sending = {}): Promise<Answer<T>> {
    return this.post(JSON.stringify({ query, variables }), { 'accept-language': sending.language ?? 'vi' });
  }

  /** Sends a body as it is. */
  async post<T = Record<string, unknown>>(
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const authorization = await (this.#authorization ??= this.authorize());
    const all = {
      'content-type': 'application/json',
      ...(authorization !== undefined && { authorization }),
      ...headers,
    };
    return answerOf<T>(await fetch(`${this.url}/graphql`, { method: 'POST', headers: all, body }));
  }
}

/** Reads an answer; one that is not JSON has its text alone. */
export async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Partial<Answer<T>>) : {};
  return { ...body, status: response.status, text };
}
