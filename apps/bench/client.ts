/** Somebody who is signed in to the service. */
export interface Client {
  readonly headers: Readonly<Record<string, string>>;
  /** Asks once and insists on an answer without errors. */
  ask<T>(query: string, variables?: object): Promise<T>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** Signs in as one of the demonstration's personas. */
export async function signIn(url: string, as: string): Promise<Client> {
  const response = await fetch(`${url}/demo/token?as=${encodeURIComponent(as)}`);
  const { accessToken } = (await response.json()) as { accessToken: string };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` };
  const ask = async <T>(query: string, variables?: object): Promise<T> => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as Answer;
    if (errors?.length || data === undefined)
      throw new Error(`The service answered ${answer.status}: ${errors?.map((it) => it.message).join('; ')}`);
    return data as T;
  };
  return { headers, ask };
}
