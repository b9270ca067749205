import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { discoverKeys, subjectId, tokenVerifier } from './index.js';
import { startServer, type LocalServer } from './testing/local-server.js';

const AUDIENCE = 'https://kheo.example/graphql';
const CLIENT = 'portal';
const SECRET = randomBytes(24).toString('hex');
let server: LocalServer;

/** The provider's own store. JWTs need none. */
class NoStore {
  upsert = (): Promise<void> => Promise.resolve();
  find = (): Promise<undefined> => Promise.resolve(undefined);
}

/** An OpenID provider whose access tokens for this service are JWTs (RFC 8707 resource, RFC 9068 format). */
async function providerAt(issuer: string): Promise<Provider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'signing', alg: 'ES256', use: 'sig' }] },
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    adapter: NoStore,
    ttl: { ClientCredentials: 600 },
    cookies: { keys: [SECRET] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_: object, resource: string) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
}

async function accessToken(resource: string): Promise<string> {
  const response = await fetch(`${server.origin}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT}:${SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
  });
  const answer = (await response.json()) as { readonly access_token?: string };
  expect(answer).toMatchObject({ token_type: 'Bearer' });
  return answer.access_token ?? '';
}

beforeAll(async () => {
  server = await startServer();
  const answer = (await providerAt(server.origin)).callback();
  server.serve((request, response) => void answer(request, response));
});
afterAll(() => server.close());

describe('tokens of a real OpenID provider', () => {
  const verify = (token: string, now: (issued: number) => number = (issued) => issued) => {
    const at = now(decodeJwt(token).iat ?? 0) * 1000;
    const clock = { now: () => new Date(at).toISOString() };
    const keys = discoverKeys(server.origin, { clock });
    return tokenVerifier({ issuer: server.origin, audience: AUDIENCE, keys, clock })(token);
  };

  it('are accepted through discovery alone: issuer and audience are all that is configured', async () => {
    const token = await accessToken(AUDIENCE);
    const { exp = 0 } = decodeJwt(token);
    expect(await verify(token)).toEqual({
      ok: true,
      subject: subjectId(server.origin, CLIENT),
      expiresAt: new Date(exp * 1000).toISOString(),
    });
  });

  it('are refused when they are for another service, or too late', async () => {
    const elsewhere = await accessToken('https://payroll.example/');
    expect(await verify(elsewhere)).toEqual({ ok: false, reason: 'TOKEN_AUDIENCE_WRONG' });
    expect(await verify(await accessToken(AUDIENCE), (issued) => issued + 606)).toEqual({
      ok: false,
      reason: 'TOKEN_EXPIRED',
    });
  });
});
