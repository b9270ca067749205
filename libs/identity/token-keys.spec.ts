import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { discoverKeys, KeySourceFault, remoteKeys, tokenVerifier, type TokenKeys } from './index.js';
import { json, startServer, type LocalServer } from './testing/local-server.js';
import { newSigner, type Signer } from './testing/signer.js';

const NOW = Date.parse('2026-06-14T02:00:00.000Z');
let now: number;
const clock = { now: () => new Date(now).toISOString() };
let server: LocalServer;
let first: Signer;

const claims = (issuer: string) => ({ iss: issuer, aud: 'kheo', sub: 'u-1', iat: NOW / 1000, exp: NOW / 1000 + 3600 });
const token = (signer: Signer, kid?: string): Promise<string> => signer.sign(claims(server.origin), kid ? { kid } : {});
const verifierWith = (keys: TokenKeys) => tokenVerifier({ issuer: server.origin, audience: 'kheo', keys, clock });
const publish = (...signers: readonly Signer[]): void => server.serve(json({ keys: signers.map(({ jwk }) => jwk) }));
const refused = (reason: string) => ({ ok: false, reason });

beforeEach(async () => {
  now = NOW;
  server = await startServer();
  first = await newSigner('first');
});
afterEach(() => server.close());

describe('keys published at an address', () => {
  it('are fetched once for any number of tokens', async () => {
    publish(first);
    const verify = verifierWith(remoteKeys(`${server.origin}/jwks`, { clock }));
    for (let i = 0; i < 20; i += 1) expect(await verify(await token(first))).toMatchObject({ ok: true });
    expect(server.requests()).toBe(1);
  });

  it('are not fetched again for a flood of tokens with unknown keys', async () => {
    publish(first);
    const verify = verifierWith(remoteKeys(`${server.origin}/jwks`, { clock }));
    const flood = await Promise.all(Array.from({ length: 200 }, (_, i) => token(first, `unknown-${i}`)));
    const verdicts = await Promise.all(flood.slice(0, 100).map(verify));
    for (const one of flood.slice(100)) verdicts.push(await verify(one));
    expect(verdicts).toEqual(flood.map(() => refused('TOKEN_SIGNATURE_INVALID')));
    expect(server.requests()).toBe(1);
    expect(await verify(await token(first))).toMatchObject({ ok: true });
  });

  it('are found after the provider changed them, and the old one is no longer honoured', async () => {
    publish(first);
    const verify = verifierWith(remoteKeys(`${server.origin}/jwks`, { clock, cooldownSeconds: 0 }));
    expect(await verify(await token(first))).toMatchObject({ ok: true });
    const second = await newSigner('second');
    publish(second);
    expect(await verify(await token(second))).toMatchObject({ ok: true });
    expect(await verify(await token(first))).toEqual(refused('TOKEN_SIGNATURE_INVALID'));
  });

  it('are asked for once while the provider is down, and again when it has been left alone', async () => {
    server.serve((_, response) => response.writeHead(503).end());
    const verify = verifierWith(remoteKeys(`${server.origin}/jwks`, { clock, cooldownSeconds: 30 }));
    for (let i = 0; i < 20; i += 1) expect(await verify(await token(first))).toEqual(refused('KEYS_UNAVAILABLE'));
    expect(server.requests()).toBe(1);
    publish(first);
    now += 29_000;
    expect(await verify(await token(first))).toEqual(refused('KEYS_UNAVAILABLE'));
    now += 1_000;
    expect(await verify(await token(first))).toMatchObject({ ok: true });
    expect(server.requests()).toBe(2);
  });

  it('that were found stay good for their tokens while the provider is down', async () => {
    publish(first);
    const verify = verifierWith(remoteKeys(`${server.origin}/jwks`, { clock, cooldownSeconds: 0 }));
    await verify(await token(first));
    await server.close();
    expect(await verify(await token(first, 'unknown'))).toEqual(refused('KEYS_UNAVAILABLE'));
    expect(await verify(await token(first))).toMatchObject({ ok: true });
  });

  it.each([
    ['no keys at all', '{}'],
    ['no JSON', '<html>'],
  ])('are unavailable when the answer holds %s', async (_, body) => {
    server.serve((__, response) => response.writeHead(200).end(body));
    const verify = verifierWith(remoteKeys(`${server.origin}/jwks`, { clock }));
    expect(await verify(await token(first))).toEqual(refused('KEYS_UNAVAILABLE'));
  });

  it('are not fetched from where a redirect points', async () => {
    server.serve((_, response) => response.writeHead(302, { location: `${server.origin}/elsewhere` }).end());
    const verify = verifierWith(remoteKeys(`${server.origin}/jwks`, { clock }));
    expect(await verify(await token(first))).toEqual(refused('KEYS_UNAVAILABLE'));
    expect(server.requests()).toBe(1);
  });

  it.each([
    'http://id.example/jwks',
    'http://127.0.0.1.example/jwks',
    'ftp://localhost/jwks',
    'https://u:p@id.example',
    'jwks',
    '',
  ])('are not looked for at %j: https, or this machine', (url) => {
    expect(() => remoteKeys(url, { clock })).toThrow(KeySourceFault);
    expect(() => discoverKeys(url, { clock })).toThrow(KeySourceFault);
  });

  it.each(['https://id.example/jwks', 'http://localhost:8080/jwks', 'http://127.0.0.1/jwks', 'http://[::1]:1/jwks'])(
    'may be looked for at %s',
    (url) => {
      expect(() => remoteKeys(url, { clock })).not.toThrow();
    },
  );
});

describe('keys found through the discovery document', () => {
  const discovery = (document: () => object): void =>
    server.serve((request, response) =>
      json(request.url === '/jwks' ? { keys: [first.jwk] } : document())(request, response),
    );

  it('are found once for any number of tokens', async () => {
    discovery(() => ({ issuer: server.origin, jwks_uri: `${server.origin}/jwks` }));
    const verify = verifierWith(discoverKeys(server.origin, { clock }));
    const tokens = await Promise.all(Array.from({ length: 20 }, () => token(first)));
    for (const verdict of await Promise.all(tokens.map(verify))) expect(verdict).toMatchObject({ ok: true });
    expect(server.requests()).toBe(2);
  });

  it.each([
    ['names another issuer', () => ({ issuer: 'https://id.example', jwks_uri: `${server.origin}/jwks` })],
    ['names no issuer', () => ({ jwks_uri: `${server.origin}/jwks` })],
    ['names no keys', () => ({ issuer: server.origin })],
    ['names keys on an open network', () => ({ issuer: server.origin, jwks_uri: 'http://id.example/jwks' })],
  ])('are unavailable when the document %s', async (_, document) => {
    discovery(document);
    const verify = verifierWith(discoverKeys(server.origin, { clock }));
    for (let i = 0; i < 5; i += 1) expect(await verify(await token(first))).toEqual(refused('KEYS_UNAVAILABLE'));
    expect(server.requests()).toBe(1);
  });

  it('are not looked for where a redirect points', async () => {
    server.serve((request, response) => {
      const document = { issuer: server.origin, jwks_uri: `${server.origin}/jwks` };
      if (request.url === '/moved') json(document)(request, response);
      else if (request.url === '/jwks') json({ keys: [first.jwk] })(request, response);
      else response.writeHead(302, { location: '/moved' }).end();
    });
    const verify = verifierWith(discoverKeys(server.origin, { clock }));
    expect(await verify(await token(first))).toEqual(refused('KEYS_UNAVAILABLE'));
    expect(server.requests()).toBe(1);
  });

  it('are found later when the provider was down at first', async () => {
    const verify = verifierWith(discoverKeys(server.origin, { clock, cooldownSeconds: 30 }));
    expect(await verify(await token(first))).toEqual(refused('KEYS_UNAVAILABLE'));
    discovery(() => ({ issuer: server.origin, jwks_uri: `${server.origin}/jwks` }));
    now += 30_000;
    expect(await verify(await token(first))).toMatchObject({ ok: true });
  });
});
