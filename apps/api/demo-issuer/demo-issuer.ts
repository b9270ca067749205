import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, SignJWT, type JSONWebKeySet } from 'jose';
import { localKeys, type TokenKeys } from '#identity';
import { defineRefusal, type Clock, type Randomness, type Refusal, type Text } from '#kernel';
import { loadOrCreateSecret } from '#vault';
import { ConfigurationFault } from '../configuration-fault.js';

/** Somebody to try the service as. */
export interface DemoPersona {
  /** The name that the token carries; the roster grants roles to the subject derived from it. */
  readonly sub: string;
  readonly label: Text;
  /** What the persona may do, in one line, for the page where one is chosen. */
  readonly roleSummary: Text;
  readonly unitKey?: string;
}

/** What the demonstration's issuer is made with. */
export interface DemoIssuerOptions {
  /** Must be `demo`: anybody may sign in as anybody here. */
  readonly profile: string;
  readonly issuer: string;
  readonly audience: string;
  readonly personas: readonly DemoPersona[];
  /** Where the signing key is kept. */
  readonly folder: string;
  readonly random: Randomness;
  readonly clock: Clock;
}

/** Signs tokens for a fixed list of personas, in the shape of a real provider's. */
export interface DemoIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly personas: readonly DemoPersona[];
  /** The public half, for whoever wants to check the tokens. */
  readonly jwks: JSONWebKeySet;
  /** The same for `tokenVerifier`. */
  readonly keys: TokenKeys;
  /** An access token of at most 12 hours, or a refusal when `sub` is no persona. */
  tokenFor(sub: string, ttlSeconds: number): Promise<string | Refusal>;
}

const personaUnknown = defineRefusal(
  'DEMO_PERSONA_UNKNOWN',
  'Không có vai thử nghiệm “{sub}”. Hãy chọn một vai trong danh sách.',
  'There is no demonstration persona “{sub}”. Choose one from the list.',
);

const ALGORITHM = 'EdDSA';
const LONGEST_SECONDS = 12 * 3600;

/** What precedes the 32-byte seed in the PKCS #8 form of an Ed25519 private key (RFC 8410 §7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Makes the demonstration's issuer. Its key survives a restart, and so do the tokens that were handed out.
 * @throws ConfigurationFault outside the `demo` profile
 * @throws VaultFault when the key file cannot be made, or others can read it
 */
export async function createDemoIssuer(options: DemoIssuerOptions): Promise<DemoIssuer> {
  refuseOutsideDemo(options.profile);
  const { issuer, audience, personas, clock } = options;
  const seed = loadOrCreateSecret(join(options.folder, 'demo-issuer.key'), options.random);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const jwks = await publicKeys(key);
  const kid = jwks.keys[0]?.kid;
  const header = { alg: ALGORITHM, typ: 'at+jwt', kid };
  return {
    issuer,
    audience,
    personas,
    jwks,
    keys: localKeys(jwks),
    tokenFor: async (sub, ttlSeconds) => {
      if (!personas.some((persona) => persona.sub === sub)) return personaUnknown({ sub });
      const now = Math.floor(Date.parse(clock.now()) / 1000);
      const exp = now + Math.min(ttlSeconds, LONGEST_SECONDS);
      return new SignJWT({ iss: issuer, aud: audience, sub, iat: now, exp }).setProtectedHeader(header).sign(key);
    },
  };
}

function refuseOutsideDemo(profile: string): void {
  if (profile === 'demo') return;
  throw new ConfigurationFault(
    `Chỉ cấu hình “demo” mới được tự cấp thẻ truy cập; cấu hình đang dùng là “${profile}”. ` +
      `Only the “demo” profile may issue its own access tokens; the profile in use is “${profile}”.`,
  );
}

async function publicKeys(key: KeyObject): Promise<JSONWebKeySet> {
  const jwk = await exportJWK(createPublicKey(key));
  return { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM, use: 'sig' }] };
}
