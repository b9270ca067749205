import { beforeAll, describe, expect, it } from '@jest/globals';
import { isRole, ROLES, subjectId } from '#identity';
import { unseal } from '#kernel';
import { accessFold } from '#lifecycles/access';
import { campaignFold, type CampaignState, rubricIn } from '#lifecycles/campaign';
import { standingOn, unitFold, unitId, type UnitState } from '#lifecycles/unit';
import { HUE_UNITS, hueCampaignId, PERSONAS, seed } from './index.js';
import { buildHouse } from './spec-support/house.js';

const ISSUER = 'https://id.example.vn';
const DAY = '2026-07-01';
const house = buildHouse('2026-07-01T01:00:00.000Z');
let units: ReadonlyMap<string, UnitState>;
let campaign: Exclude<CampaignState, { status: 'none' }>;

const standing = (key: string): string | undefined => standingOn(units.get(key) ?? { status: 'none' }, DAY);
const keysThat = (stand: string | undefined): readonly string[] =>
  [...units.keys()].filter((key) => standing(key) === stand);
const keysWith = (obligated: boolean | null): readonly string[] =>
  HUE_UNITS.filter((unit) => unit.obligated === obligated).map((unit) => unit.key);

beforeAll(async () => {
  await seed(house.engine, { issuer: ISSUER });
  const states = HUE_UNITS.map(
    async ({ key }) => [key, (await house.loader.load(unitFold, unitId(key))).state] as const,
  );
  units = new Map(await Promise.all(states));
  const { state } = await house.loader.load(campaignFold, hueCampaignId);
  if (state.status === 'none') throw new Error('There is no campaign');
  campaign = state;
});

describe('the roster', () => {
  it('has the 40 communes and the 27 bodies of the city, all in operation', () => {
    expect(units.size).toBe(67);
    expect([...units.values()].filter((unit) => unit.status === 'active')).toHaveLength(67);
    const kinds = [...units.values()].map((unit) => (unit.status === 'active' ? unit.kind : undefined));
    expect(kinds.filter((kind) => kind === 'WARD')).toHaveLength(21);
    expect(kinds.filter((kind) => kind === 'COMMUNE')).toHaveLength(19);
  });

  it('binds every commune, and every body that the plan is known to bind', () => {
    expect(HUE_UNITS.filter((unit) => unit.code !== undefined && standing(unit.key) === 'OBLIGATED')).toHaveLength(40);
    expect(keysThat('OBLIGATED')).toEqual(keysWith(true));
    expect(keysThat('OBLIGATED')).toHaveLength(54);
  });

  it('has the bodies of which nothing is established, without an obligation', () => {
    expect(keysThat('ENROLLED')).toEqual(['SNGV', 'DTTG', 'TTBTDT', 'TTPVHCC', 'BPTTH']);
  });

  it('leaves out those that supervise, decide or only receive the plan', () => {
    expect(keysThat(undefined)).toEqual(keysWith(false));
  });

  it('knows a commune by its code, its predecessors and its other spellings', () => {
    expect(units.get('19789')).toMatchObject({
      kind: 'WARD',
      names: [{ value: 'Phường Thuận Hóa', from: '2025-07-01' }],
      codes: [{ value: '19789', from: '2025-07-01' }],
      aliases: ['Phường Thuận Hoá', 'UBND phường Thuận Hóa'],
      predecessors: [
        'Phường Phú Hội',
        'Phường Phú Nhuận',
        'Phường Đúc',
        'Phường Vĩnh Ninh',
        'Phường Phước Vĩnh',
        'Phường Trường An',
      ],
    });
  });
});

describe('the campaign', () => {
  it('runs from 2026 to 2030 under the Party Committee’s plan, its own number pending', () => {
    expect(campaign).toMatchObject({
      status: 'running',
      fromYear: 2026,
      toYear: 2030,
      leadUnit: unitId('SNV'),
      coordinatingUnit: unitId('VPUB'),
    });
    expect(campaign.basis[0]?.document).toMatchObject({ number: '53-KH/ĐU', signedOn: '2026-06-08' });
    expect(campaign.document).toBeUndefined();
  });

  it('has five fields, of which defence and security is restricted', () => {
    expect(campaign.fields).toHaveLength(5);
    expect(campaign.fields.filter((field) => field.restricted).map((field) => field.key)).toEqual(['DEFENCE_SECURITY']);
  });

  it('has the plan’s four model templates and five targets', () => {
    expect(campaign.templates.map((template) => template.code)).toEqual(['NKH', 'HSTT', 'CBHDS', 'THTCDSCD']);
    expect(campaign.targets.map((target) => target.key)).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-5']);
  });

  it('is judged out of 100 points, with the plan’s four requirements as gates', () => {
    const criteria = rubricIn(campaign, campaign.rubric ?? '')?.criteria ?? [];
    expect(criteria.reduce((sum, criterion) => sum + criterion.points, 0)).toBe(100);
    expect(criteria.filter((it) => it.gate).map((it) => it.key)).toEqual([
      'practicality',
      'sustainability',
      'spread',
      'replicability',
    ]);
  });

  it('has its first year open: reports before 15 June and 15 December, the named day excluded', () => {
    expect(campaign.cycles).toEqual([
      {
        year: 2026,
        plansBefore: '2026-07-31T17:00:00.000Z',
        registrationsBefore: '2026-07-31T17:00:00.000Z',
        midYearReportBefore: '2026-06-14T17:00:00.000Z',
        annualReportBefore: new Date('2026-12-15T00:00:00+07:00').toISOString(),
        rubric: campaign.rubric,
        phase: 'open',
        missed: [],
      },
    ]);
  });
});

describe('the personas', () => {
  it('fill every role that a person can have', () => {
    const filled = new Set(PERSONAS.map((persona) => persona.role));
    expect(Object.keys(ROLES).filter((role) => isRole(role) && !filled.has(role))).toEqual(['SYSTEM']);
  });

  it('include a clerk and a head for every obligated unit', () => {
    for (const key of keysWith(true)) {
      const roles = PERSONAS.filter(
        (persona) => [`clerk.${key}`, `head.${key}`].includes(persona.sub) && persona.unitKey === key,
      );
      expect(roles.map((persona) => persona.role)).toEqual(['UNIT_CLERK', 'UNIT_HEAD']);
    }
  });

  it('have each a subject of their own and names that hardly repeat', () => {
    expect(new Set(PERSONAS.map((persona) => persona.sub)).size).toBe(PERSONAS.length);
    expect(new Set(PERSONAS.map((persona) => persona.name)).size).toBeGreaterThan(PERSONAS.length * 0.95);
  });

  it('hold their role at their unit, and are registered under a sealed name', async () => {
    for (const { sub, name, role, unitKey } of PERSONAS) {
      const { state } = await house.loader.load(accessFold, subjectId(ISSUER, sub));
      if (state.status === 'none') throw new Error(`${sub} is not registered`);
      expect(state.roles).toMatchObject([{ role, unit: unitId(unitKey) }]);
      expect('ct' in state.name && (await unseal(state.name, house.keys))).toBe(name);
    }
  });
});
