import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An OpenID provider on this machine: it publishes its keys, and signs what it is asked to. */
export interface Provider {
  readonly issuer: string;
  /** An access token that names somebody, good for ten minutes from `issuedAt` on (seconds). */
  token(claims: {
    readonly sub: string;
    readonly aud: string;
    readonly iat: number;
    readonly exp?: number;
  }): Promise<string>;
  close(): Promise<void>;
}

/** Starts a provider on a port of the system's choosing. */
export async function startProvider(): Promise<Provider> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'signing', alg: 'ES256', use: 'sig' }];
  const server = createServer((request, response) => {
    const found = request.url === '/jwks' ? { keys } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const header = { alg: 'ES256', kid: 'signing', typ: 'at+jwt' };
  return {
    issuer,
    token: (claims) =>
      new SignJWT({ iss: issuer, exp: claims.iat + 600, ...claims }).setProtectedHeader(header).sign(privateKey),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
