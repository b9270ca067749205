import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { newCommandId } from '../testing/client.js';
import { expectRefused } from '../testing/expect-refusal.js';
import { accepted, content, draft, plan } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService('restricted');
}, 60_000);
afterAll(() => kheo.stop());

interface Shown {
  readonly plan: { readonly responsible: { readonly id: string; readonly name: string } };
}
const PERSON = 'query($id: ID!) { plan(id: $id) { responsible { id name } } }';
const officer = () => kheo.as('snv.officer');
const namedIn = async (unitKey: string): Promise<Shown['plan']['responsible']> =>
  (await kheo.as(`clerk.${unitKey}`).query<Shown>(PERSON, { id: plan(unitKey) })).plan.responsible;

/** Registers a person by naming one in a unit's plan. */
async function register(unitKey: string, responsible: object): Promise<string> {
  await accepted(kheo.as(`clerk.${unitKey}`), 'draftPlan', draft(unitKey, { content: content({ responsible }) }));
  return (await namedIn(unitKey)).id;
}

describe('a person whom two dossiers name anew', () => {
  const LAN = { name: 'Lê Thị Lan', position: 'Chủ tịch' };
  let first: string;
  let second: string;

  it('is two identities: names join nobody', async () => {
    [first, second] = [await register('19753', LAN), await register('19804', LAN)];
    expect(first).not.toBe(second);
  });

  it('is one from when somebody who has seen both says so', async () => {
    const join = { double: second, person: first, reason: 'Cùng một người, đã đối chiếu', commandId: newCommandId() };
    await accepted(officer(), 'joinPersons', join);
    expect(await accepted(officer(), 'joinPersons', join)).toMatchObject({ repeated: true });
    expect(await register('STP', { id: second })).toBe(first);
    expect(await namedIn('19804')).toMatchObject({ id: second, name: LAN.name });
  });

  it('shows as joined to those who handle dossiers, and to nobody else', async () => {
    const doubles = '{ persons { nodes { status double { name } person { id name } } } }';
    expect(await officer().query(doubles)).toEqual({
      persons: { nodes: [{ status: 'JOINED', double: { name: LAN.name }, person: { id: first, name: LAN.name } }] },
    });
    expect(await kheo.as('clerk.19804').query(doubles)).toEqual({ persons: { nodes: [] } });
  });

  it('is refused as the double of itself, also the other way round', async () => {
    const because = { reason: 'Thử' };
    await expectRefused(
      kheo,
      officer(),
      'joinPersons',
      { double: first, person: second, ...because },
      {
        code: 'PERSON_IS_ITSELF',
        path: ['input', 'person'],
      },
    );
  });

  it('is not joined to somebody whom nobody has named, nor by a unit', async () => {
    const stranger = toGlobalId('Person', newCommandId());
    const join = { double: first, person: stranger, reason: 'Thử' };
    await expectRefused(kheo, kheo.as('snv.officer'), 'joinPersons', join, {
      code: 'PERSON_UNKNOWN',
      path: ['input', 'person'],
    });
    await expectRefused(
      kheo,
      kheo.as('clerk.19804'),
      'joinPersons',
      { ...join, person: second },
      { code: 'NOT_COMPETENT' },
    );
  });

  it('is two again when that was wrong', async () => {
    await accepted(officer(), 'separatePersons', { id: second, reason: 'Hai người trùng họ tên' });
    expect(await register('SYT', { id: second })).toBe(second);
  });
});
