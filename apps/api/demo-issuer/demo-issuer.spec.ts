import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { subjectId, tokenVerifier } from '#identity';
import { text } from '#kernel';
import { VaultFault } from '#vault';
import { ConfigurationFault } from '../configuration-fault.js';
import { createDemoIssuer, type DemoIssuerOptions } from './demo-issuer.js';

const ISSUER = 'https://kheo.example/demo';
const NOW = '2026-06-14T02:00:00.000Z';
const officer = {
  sub: 'officer',
  label: text('Chuyên viên Sở Nội vụ', 'Home Affairs officer'),
  roleSummary: text('Tiếp nhận, trả lại hồ sơ', 'Receives and returns dossiers'),
};

const options = (changes: Partial<DemoIssuerOptions> = {}): DemoIssuerOptions => ({
  profile: 'demo',
  issuer: ISSUER,
  audience: 'kheo',
  personas: [officer],
  folder: mkdtempSync(join(tmpdir(), 'kheo-demo-issuer-')),
  random: { bytes: (length) => randomBytes(length) },
  clock: { now: () => NOW },
  ...changes,
});

describe('the demonstration’s own issuer', () => {
  it('issues tokens that the service’s verifier accepts, until they expire', async () => {
    const issuer = await createDemoIssuer(options());
    const token = await issuer.tokenFor('officer', 600);
    const at = (now: string) =>
      tokenVerifier({ issuer: ISSUER, audience: 'kheo', keys: issuer.keys, clock: { now: () => now } })(String(token));
    expect(await at(NOW)).toEqual({
      ok: true,
      subject: subjectId(ISSUER, 'officer'),
      expiresAt: '2026-06-14T02:10:00.000Z',
    });
    expect(await at('2026-06-14T02:11:00.000Z')).toEqual({ ok: false, reason: 'TOKEN_EXPIRED' });
  });

  it('says in the token who the bearer is, and nothing about roles', async () => {
    const token = String(await (await createDemoIssuer(options())).tokenFor('officer', 600));
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'EdDSA' });
    expect(Object.keys(decodeJwt(token)).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sub']);
  });

  it('publishes the public half of its key only', async () => {
    const { jwks } = await createDemoIssuer(options());
    expect(jwks.keys.map((key) => key.d)).toEqual([undefined]);
  });

  it('keeps its key in a file of the owner’s alone, so that tokens survive a restart', async () => {
    const once = options();
    const before = await createDemoIssuer(once);
    const after = await createDemoIssuer(once);
    expect(after.jwks).toEqual(before.jwks);
    expect(statSync(join(once.folder, 'demo-issuer.key')).mode & 0o777).toBe(0o600);
    chmodSync(join(once.folder, 'demo-issuer.key'), 0o644);
    await expect(createDemoIssuer(once)).rejects.toThrow(VaultFault);
  });

  it('gives no token to somebody who is no persona, and none for longer than half a day', async () => {
    const issuer = await createDemoIssuer(options());
    expect(await issuer.tokenFor('mayor', 600)).toMatchObject({ refused: true, code: 'DEMO_PERSONA_UNKNOWN' });
    const { exp = 0, iat = 0 } = decodeJwt(String(await issuer.tokenFor('officer', 9_000_000)));
    expect(exp - iat).toBe(12 * 3600);
  });

  it.each(['production', 'simulated', 'development', 'Demo', ''])(
    'is not created in the profile “%s”',
    async (profile) => {
      await expect(createDemoIssuer(options({ profile }))).rejects.toThrow(ConfigurationFault);
    },
  );
});
