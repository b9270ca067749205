import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { subjectId } from '#identity';
import { systemClock } from '#runtime';
import { build, type Built, type ServiceProcess } from '../testing/built.js';
import { Client, type Answer } from '../testing/client.js';
import { startProvider, type Provider } from '../testing/provider.js';
import { demoToken } from '../testing/running-service.js';

const AUDIENCE = 'https://kheo.example.vn';
let built: Built;
let folder: string;
let provider: Provider;
let production: ServiceProcess;
let url: string;
beforeAll(async () => {
  [built, folder, provider] = await Promise.all([
    build(),
    mkdtemp(join(tmpdir(), 'kheo-production-')),
    startProvider(),
  ]);
  production = built.start({
    KHEO_PROFILE: 'production',
    KHEO_DATA: join(folder, 'production'),
    KHEO_PORT: '0',
    KHEO_OIDC_ISSUER: provider.issuer,
    KHEO_OIDC_AUDIENCE: AUDIENCE,
    KHEO_FIRST_ADMIN: 'admin',
  });
  url = await production.url;
}, 60_000);
afterAll(async () => {
  await built.remove();
  await provider.close();
  await rm(folder, { recursive: true });
});

const now = (): number => Math.floor(Date.parse(systemClock.now()) / 1000);
const as = async (sub: string, claims: { iat?: number; exp?: number; aud?: string } = {}): Promise<Client> => {
  const token = await provider.token({ sub, aud: AUDIENCE, iat: now(), ...claims });
  return new Client(url, () => Promise.resolve(`Bearer ${token}`));
};
const code = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;

describe('in production', () => {
  it.each(['/demo/token?as=sysadmin', '/demo/jwks', '/demo/personas', '/demo/clock', '/sign-in'])(
    '%s does not exist',
    async (path) => {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'ADDRESS_NOT_FOUND' } }] });
    },
  );

  it('nobody moves the clock', async () => {
    const response = await fetch(`${url}/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"to":"2030-01-01T00:00:00Z"}',
    });
    expect(response.status).toBe(404);
  });

  it('a token of the demonstration is worth nothing', async () => {
    const demo = built.start({ KHEO_PROFILE: 'demo', KHEO_DATA: join(folder, 'demo'), KHEO_PORT: '0' });
    const token = await demoToken(await demo.url, 'sysadmin');
    const answer = await new Client(url, () => Promise.resolve(`Bearer ${token}`)).send('{ subjects { totalCount } }');
    expect({ status: answer.status, code: code(answer) }).toEqual({ status: 401, code: 'TOKEN_SIGNATURE_INVALID' });
    await demo.stop();
  }, 60_000);

  it('the first administrator comes from the configuration, and grants the rest', async () => {
    const admin = await as('admin');
    const id = toGlobalId('Subject', subjectId(provider.issuer, 'officer'));
    const document = {
      issuer: 'UBND thành phố',
      type: 'QĐ',
      number: '1/QĐ-UBND',
      year: 2026,
      signedOn: systemClock.now().slice(0, 10),
    };
    expect(
      (await admin.mutate('registerSubject', { id, name: { name: 'Lý Kiểm Thử', position: 'Chuyên viên' } }))
        .userErrors,
    ).toEqual([]);
    expect(
      (
        await admin.mutate('grantRole', {
          id,
          role: 'SNV_OFFICER',
          unit: toGlobalId('Unit', subjectId('unit', 'SNV')),
          document,
        })
      ).userErrors,
    ).toEqual([]);
    expect((await (await as('officer')).send('{ units { totalCount } }')).data).toEqual({ units: { totalCount: 0 } });
    expect(await admin.query('{ subjects { totalCount } }')).toEqual({ subjects: { totalCount: 2 } });
  });

  it('a good token of somebody unknown reads nothing and may do nothing', async () => {
    const stranger = await as('stranger');
    expect(await stranger.query('{ subjects { totalCount } units { totalCount } plans { totalCount } }')).toEqual({
      subjects: { totalCount: 0 },
      units: { totalCount: 0 },
      plans: { totalCount: 0 },
    });
    const id = toGlobalId('Subject', subjectId(provider.issuer, 'stranger'));
    expect(
      (await stranger.mutate('registerSubject', { id, name: { name: 'Kẻ Lạ', position: 'Chuyên viên' } })).userErrors,
    ).toMatchObject([{ code: 'NOT_COMPETENT' }]);
  });

  it.each<[string, () => { iat?: number; exp?: number; aud?: string }, string]>([
    ['has expired', () => ({ iat: now() - 700, exp: now() - 60 }), 'TOKEN_EXPIRED'],
    [
      'is older than a working day, whatever its expiry says',
      () => ({ iat: now() - 13 * 3600, exp: now() + 3600 }),
      'TOKEN_EXPIRED',
    ],
    ['is from the future', () => ({ iat: now() + 3600 }), 'TOKEN_NOT_YET_VALID'],
    ['is for another service', () => ({ aud: 'https://payroll.example.vn' }), 'TOKEN_AUDIENCE_WRONG'],
  ])('a token that %s ends the request with 401', async (_, claims, expected) => {
    const answer = await (await as('admin', claims())).send('{ subjects { totalCount } }');
    expect({ status: answer.status, code: code(answer) }).toEqual({ status: 401, code: expected });
  });

  it('the schema’s names are not guessed for those who do not know them', async () => {
    const answer = await (await as('admin')).send('{ plan { id } unitss { totalCount } }');
    expect(answer.text).not.toMatch(/Did you mean/);
  });

  it('its log names neither tokens nor persons', async () => {
    await (await as('admin')).send('{ nope }');
    expect(production.said()).not.toMatch(/Bearer|eyJ|Kiểm Thử|Kẻ Lạ/);
  });
});
