import { createHmac, createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnsecuredJWT, type JWTPayload } from 'jose';
import { refusalCatalogue } from '#kernel';
import { localKeys, subjectId, tokenRefusals, tokenVerifier, type TokenVerdict } from './index.js';
import { newSigner, type Signer } from './testing/signer.js';

const ISSUER = 'https://id.danang.example';
const NOW = '2026-06-14T02:00:00.000Z';
const now = Date.parse(NOW) / 1000;
const honest: JWTPayload = { iss: ISSUER, aud: 'kheo', sub: 'u-1', iat: now - 60, exp: now + 600 };

let ec: Signer;
let rsa: Signer;
let verify: (token: string | undefined) => Promise<TokenVerdict>;
/** The code that a token with changed claims or header is refused with. */
const reasonFor = async (claims: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<unknown> =>
  verify(await ec.sign({ ...honest, ...claims }, header));
const refused = (reason: string): TokenVerdict => ({ ok: false, reason }) as TokenVerdict;
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(async () => {
  ec = await newSigner('ec');
  rsa = await newSigner('rsa', 'RS256');
  const keys = localKeys({ keys: [ec.jwk, rsa.jwk] });
  verify = tokenVerifier({ issuer: ISSUER, audience: 'kheo', keys, clock: { now: () => NOW } });
});

describe('an honest token', () => {
  it('says who the bearer is and until when, and nothing else', async () => {
    expect(await verify(await ec.sign({ ...honest, roles: ['UBND_DECIDER'], name: 'Trần Văn A' }))).toEqual({
      ok: true,
      subject: subjectId(ISSUER, 'u-1'),
      expiresAt: '2026-06-14T02:10:00.000Z',
    });
  });

  it.each(['EdDSA', 'ES256', 'PS256', 'RS256'])('may be signed with %s', async (alg) => {
    const signer = await newSigner('k', alg);
    const check = tokenVerifier({
      issuer: ISSUER,
      audience: 'kheo',
      keys: localKeys({ keys: [signer.jwk] }),
      clock: { now: () => NOW },
    });
    expect(await check(await signer.sign(honest))).toMatchObject({ ok: true });
  });

  it('may be meant for several services, and may write its type in full', async () => {
    expect(await reasonFor({ aud: ['other', 'kheo'] })).toMatchObject({ ok: true });
    expect(await reasonFor({}, { typ: 'application/at+jwt' })).toMatchObject({ ok: true });
  });

  it('names the same subject for one bearer of one issuer only', () => {
    expect(subjectId(ISSUER, 'u-1')).toBe(subjectId(ISSUER, 'u-1'));
    expect(new Set([subjectId(ISSUER, 'u-1'), subjectId(ISSUER, 'u-2'), subjectId(`${ISSUER}/`, 'u-1')]).size).toBe(3);
  });
});

describe('a forged token', () => {
  it('without a signature is refused', async () => {
    const unsigned = new UnsecuredJWT(honest).encode();
    const typed = `${base64url({ alg: 'none', typ: 'at+jwt' })}.${base64url(honest)}.`;
    expect(await verify(unsigned)).toEqual(refused('TOKEN_SIGNATURE_INVALID'));
    expect(await verify(typed)).toEqual(refused('TOKEN_SIGNATURE_INVALID'));
  });

  it.each(['spki', 'pkcs1'] as const)('signed with HS256 under the published RSA key (%s) is refused', async (type) => {
    const secret = createPublicKey({ key: rsa.jwk, format: 'jwk' }).export({ type, format: 'pem' });
    const input = `${base64url({ alg: 'HS256', kid: 'rsa', typ: 'at+jwt' })}.${base64url(honest)}`;
    const forged = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    expect(await verify(forged)).toEqual(refused('TOKEN_SIGNATURE_INVALID'));
  });

  it('signed by a stranger under a known key’s name, or bringing its own key, is refused', async () => {
    const stranger = await newSigner('ec');
    expect(await verify(await stranger.sign(honest))).toEqual(refused('TOKEN_SIGNATURE_INVALID'));
    expect(await verify(await stranger.sign(honest, { kid: 'mine', jwk: stranger.jwk }))).toEqual(
      refused('TOKEN_SIGNATURE_INVALID'),
    );
  });

  it('signed with a stronger but unlisted algorithm is refused', async () => {
    const signer = await newSigner('es512', 'ES512');
    expect(await verify(await signer.sign(honest))).toEqual(refused('TOKEN_SIGNATURE_INVALID'));
  });

  it('is refused wherever it was cut short', async () => {
    const token = await ec.sign(honest);
    const cuts = fc.integer({ min: 1, max: token.length - 1 });
    await fc.assert(
      fc.asyncProperty(cuts, async (length) => {
        const verdict = await verify(token.slice(0, length));
        expect(['TOKEN_MALFORMED', 'TOKEN_SIGNATURE_INVALID']).toContain(verdict.ok ? 'accepted' : verdict.reason);
      }),
    );
  });

  it('is refused whatever claim was changed after signing', async () => {
    const [header, , signature] = (await ec.sign(honest)).split('.');
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (sub) => {
        fc.pre(sub !== honest.sub);
        const verdict = await verify(`${header}.${base64url({ ...honest, sub })}.${signature}`);
        expect(verdict).toEqual(refused('TOKEN_SIGNATURE_INVALID'));
      }),
    );
  });

  it('is a verdict, never an exception, whatever the text is', async () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\w-]*\.[\w-]*\.[\w-]*$/), fc.constant('e30.e30.e30'));
    await fc.assert(fc.asyncProperty(text, async (token) => expect((await verify(token)).ok).toBe(false)));
  });

  it('longer than any honest one is not even parsed', async () => {
    expect(await reasonFor({ padding: 'x'.repeat(16_384) })).toEqual(refused('TOKEN_MALFORMED'));
  });
});

describe('a token that is not for here and now', () => {
  it.each<[string, JWTPayload, string]>([
    ['of another issuer', { iss: 'https://id.example' }, 'TOKEN_ISSUER_UNKNOWN'],
    ['of an issuer that differs by a slash', { iss: `${ISSUER}/` }, 'TOKEN_ISSUER_UNKNOWN'],
    ['of no issuer', { iss: undefined }, 'TOKEN_ISSUER_UNKNOWN'],
    ['for another service', { aud: 'payroll' }, 'TOKEN_AUDIENCE_WRONG'],
    ['for no service', { aud: undefined }, 'TOKEN_AUDIENCE_WRONG'],
    ['that has expired', { exp: now - 6 }, 'TOKEN_EXPIRED'],
    ['that is far too old, though not expired', { iat: now - 13 * 3600 }, 'TOKEN_EXPIRED'],
    ['that is not valid yet', { nbf: now + 60 }, 'TOKEN_NOT_YET_VALID'],
    ['that was issued in the future', { iat: now + 60 }, 'TOKEN_NOT_YET_VALID'],
    ['without a subject', { sub: undefined }, 'TOKEN_MALFORMED'],
    ['with an empty subject', { sub: '' }, 'TOKEN_MALFORMED'],
    ['without a time of issue', { iat: undefined }, 'TOKEN_MALFORMED'],
    ['that never expires', { exp: undefined }, 'TOKEN_MALFORMED'],
    ['that expires beyond any calendar', { exp: 1e300 }, 'TOKEN_MALFORMED'],
  ])('%s is refused', async (_, claims, reason) => {
    expect(await reasonFor(claims)).toEqual(refused(reason));
  });

  it('with a subject that is not a text is refused', async () => {
    const [sub, exp] = [JSON.parse('7'), JSON.parse('"tomorrow"')] as [string, number];
    expect(await reasonFor({ sub })).toEqual(refused('TOKEN_MALFORMED'));
    expect(await reasonFor({ exp })).toEqual(refused('TOKEN_MALFORMED'));
  });

  it.each(['JWT', 'id+jwt', undefined])('of type %s is not an access token', async (typ) => {
    expect(await reasonFor({}, { typ })).toEqual(refused('TOKEN_TYPE_WRONG'));
  });

  it('is forgiven a few seconds between two clocks', async () => {
    expect(await reasonFor({ exp: now - 3 })).toMatchObject({ ok: true });
    expect(await reasonFor({ nbf: now + 3, iat: now + 3 })).toMatchObject({ ok: true });
  });

  it.each([undefined, '', '  '])('is missing when there is none (%j)', async (token) => {
    expect(await verify(token)).toEqual(refused('TOKEN_MISSING'));
  });
});

describe('the refusals', () => {
  it('are in the catalogue under their codes and repeat nothing that a token said', () => {
    const declared = refusalCatalogue().map((kind) => kind.code);
    for (const [code, kind] of Object.entries(tokenRefusals)) {
      expect(kind.code).toBe(code);
      expect(declared).toContain(code);
      expect(kind.template.vi + kind.template.en).not.toMatch(/[{}]/);
    }
  });
});
