import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeWith, type Grant, type Recorded } from './index.js';
import { codeOf, deskFold, requestFold } from './spec-support/example.js';
import { DRAFT, grant, House, LOG, NOW, PAPER } from './spec-support/house.js';

const delegated = (id: string, onBehalfOf: string, role: string, unit: string, more: Partial<Grant> = {}): Grant =>
  grant(role, unit, { id, onBehalfOf, capacity: 'KT', ...more });

const withDelegate = (more: Partial<Grant> = {}): House => {
  const house = new House();
  house.grants.set('deputy', [grant('CLERK', 'other-ward'), delegated('del-1', 'officer', 'OFFICER', 'office', more)]);
  return house;
};
const grantAs = async (house: House, id: string, delegation?: string, occurredAt?: string): Promise<string> =>
  codeOf(
    await house.request(
      'deputy',
      { type: 'GrantRequest', id },
      { document: PAPER, ...(delegation && { delegation }), ...(occurredAt && { occurredAt }) },
    ),
  );

describe('a delegated power', () => {
  it('is used only where it is named', async () => {
    const house = withDelegate();
    const id = await house.waiting();
    expect([await grantAs(house, id), await grantAs(house, id, 'del-1')]).toEqual(['NOT_COMPETENT', 'OK']);
  });

  it('is the only power under its name: own powers do not count there', async () => {
    const house = withDelegate();
    const draft = { ...DRAFT, unit: 'other-ward' };
    expect(codeOf(await house.request('deputy', draft, { delegation: 'del-1' }))).toBe('NOT_COMPETENT');
    expect(codeOf(await house.request('deputy', draft))).toBe('OK');
  });

  it('is recorded: on whose behalf, under what, in which capacity', async () => {
    const house = withDelegate();
    const id = await house.waiting();
    await grantAs(house, id, 'del-1');
    const [event] = (await house.store.readStream(`request-${id}`)).slice(-1);
    expect(event && decodeWith(LOG.logId, requestFold, event).meta.actor).toEqual({
      subject: 'deputy',
      role: 'OFFICER',
      unit: 'office',
      grant: 'del-1',
      onBehalfOf: 'officer',
      delegation: 'del-1',
      capacity: 'KT',
    });
  });

  it.each([
    ['is over', { to: '2026-09-01T02:00:00.000Z' }, undefined, 'DELEGATION_NOT_IN_FORCE'],
    ['has not begun', { from: '2026-09-01T02:00:00.001Z' }, undefined, 'DELEGATION_NOT_IN_FORCE'],
    [
      'had not begun when the act happened',
      { from: '2026-08-20T00:00:00.000Z' },
      '2026-08-19T00:00:00.000Z',
      'DELEGATION_NOT_IN_FORCE',
    ],
    ['was in force then and is now', { from: '2026-08-20T00:00:00.000Z' }, '2026-08-21T00:00:00.000Z', 'OK'],
    [
      'is for other commands',
      { commands: ['request.RefuseRequest', 'desk.GrantRequest'] },
      undefined,
      'DELEGATION_NOT_IN_FORCE',
    ],
    ['is for this command', { commands: ['request.GrantRequest'] }, undefined, 'OK'],
  ])('that %s', async (_, more, occurredAt, code) => {
    const house = withDelegate(more);
    house.now = '2026-08-15T00:00:00.000Z';
    const id = await house.waiting();
    house.now = NOW;
    expect(await grantAs(house, id, 'del-1', occurredAt)).toBe(code);
  });

  it('that is somebody else’s is none', async () => {
    const house = withDelegate();
    const outcome = await house.request(
      'clerk',
      { type: 'GrantRequest', id: await house.waiting() },
      { delegation: 'del-1', document: PAPER },
    );
    expect(outcome).toMatchObject({ code: 'DELEGATION_NOT_IN_FORCE', facts: { delegation: 'del-1' } });
  });
});

/** The grants of somebody who has left the ward for the office. */
const moved = [grant('CLERK', 'ward', { to: '2026-08-31T00:00:00.000Z' }), grant('OFFICER', 'office')];

describe('separation of duties', () => {
  const refused = {
    code: 'DUTIES_NOT_SEPARATED',
    facts: { earlier: { vi: 'Soạn đơn' }, action: { vi: 'Từ chối đơn' } },
  };
  const refuse = (house: House, subject: string, id: string, delegation?: string) =>
    house.request(subject, { type: 'RefuseRequest', id }, { reason: 'x', ...(delegation && { delegation }) });

  it('keeps whoever drafted from deciding', async () => {
    const house = new House();
    const id = await house.waiting();
    house.grants.set('clerk', moved);
    expect(await refuse(house, 'clerk', id)).toMatchObject(refused);
  });

  it('keeps the delegate of whoever drafted from deciding for him', async () => {
    const house = new House();
    const id = await house.waiting();
    house.grants.set('clerk', moved);
    house.grants.set('deputy', [delegated('del-1', 'clerk', 'OFFICER', 'office')]);
    expect(await refuse(house, 'deputy', id, 'del-1')).toMatchObject(refused);
  });

  it('keeps him for whom it was drafted from deciding', async () => {
    const house = new House();
    house.grants.set('officer', [grant('OFFICER', 'office')]);
    house.grants.set('deputy', [delegated('del-1', 'officer', 'CLERK', 'ward')]);
    const { id } = await house.done(house.request('deputy', DRAFT, { delegation: 'del-1' }));
    await house.request('head', { type: 'SendRequest', id });
    expect(await refuse(house, 'officer', id)).toMatchObject(refused);
  });

  it('keeps the delegate who drafted for another from deciding in his own right', async () => {
    const house = new House();
    house.grants.set('deputy', [delegated('del-1', 'x', 'CLERK', 'ward')]);
    const { id } = await house.done(house.request('deputy', DRAFT, { delegation: 'del-1' }));
    await house.request('head', { type: 'SendRequest', id });
    house.grants.set('deputy', moved);
    expect(await refuse(house, 'deputy', id)).toMatchObject(refused);
  });

  it('reaches into the other streams of the case', async () => {
    const house = new House();
    house.grants.set('keeper', [grant('KEEPER', 'office'), grant('OFFICER', 'office')]);
    const id = await house.waiting();
    expect(codeOf(await house.request('keeper', { type: 'GrantRequest', id }, { document: PAPER }))).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(codeOf(await refuse(house, 'keeper', id))).toBe('OK');
  });

  it('is of one case: who drafted another dossier decides this one', async () => {
    const house = new House();
    house.grants.set('other', [grant('CLERK', 'ward')]);
    await house.drafted();
    house.grants.set('clerk', moved);
    const { id } = await house.done(house.request('other', DRAFT));
    await house.request('head', { type: 'SendRequest', id });
    expect(codeOf(await refuse(house, 'clerk', id))).toBe('OK');
  });
});

const PEOPLE = ['a', 'b', 'c', 'd'];
const POWERS = [
  ['CLERK', 'ward'],
  ['HEAD', 'ward'],
  ['OFFICER', 'office'],
  ['KEEPER', 'office'],
] as const;
const person = fc.constantFrom(...PEOPLE);
const power = fc.constantFrom(...POWERS);
const step = fc.record({
  who: person,
  what: fc.constantFrom('OpenDesk', 'DraftRequest', 'SendRequest', 'GrantRequest', 'RefuseRequest'),
  as: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
});

const naturalPersons = (events: readonly Recorded[], ...commands: readonly string[]): Set<string> =>
  new Set(
    events
      .filter((it) => commands.includes(it.meta.commandType))
      .flatMap(({ meta: { actor } }) => [actor.subject, ...(actor.onBehalfOf ? [actor.onBehalfOf] : [])]),
  );

async function play(
  house: House,
  { who, what, as }: { who: string; what: string; as: number | undefined },
): Promise<void> {
  const around = { document: PAPER, reason: 'vì', ...(as !== undefined && { delegation: `del-${as}` }) };
  if (what === 'OpenDesk') await house.send(who, 'desk', { type: what, id: 'd1' }, around);
  else await house.send(who, 'request', what === 'DraftRequest' ? DRAFT : { type: what, id: house.current }, around);
}

describe('no sequence of commands by anybody, in own right or under any delegation', () => {
  it('puts one natural person on two excluded steps of a case', async () => {
    const scene = {
      own: fc.array(fc.tuple(person, power), { minLength: 4, maxLength: 14 }),
      passed: fc.array(fc.tuple(person, person, power), { minLength: 2, maxLength: 6 }),
      steps: fc.array(step, { minLength: 30, maxLength: 60 }),
    };
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(fc.record(scene), async ({ own, passed, steps }) => {
        const house = new House();
        for (const who of PEOPLE) {
          const grants = own.filter(([subject]) => subject === who).map(([, [role, unit]]) => grant(role, unit));
          const delegations = passed.flatMap(([to, from, [role, unit]], i) =>
            to === who ? [delegated(`del-${i}`, from, role, unit)] : [],
          );
          house.grants.set(who, [...grants, ...delegations]);
        }
        for (const it of steps) await play(house, it);
        const desk = (await house.store.readStream('desk-d1')).map((it) => decodeWith(LOG.logId, deskFold, it));
        for (const id of house.ids) {
          const events = (await house.store.readStream(`request-${id}`)).map((it) =>
            decodeWith(LOG.logId, requestFold, it),
          );
          const proposers = naturalPersons(events, 'DraftRequest', 'SendRequest');
          const deciders = naturalPersons(events, 'GrantRequest', 'RefuseRequest');
          const openers = naturalPersons(desk, 'OpenDesk');
          decided += deciders.size;
          expect([...deciders].filter((it) => proposers.has(it))).toEqual([]);
          expect([...naturalPersons(events, 'GrantRequest')].filter((it) => openers.has(it))).toEqual([]);
        }
      }),
      { numRuns: 200, seed: 2026 },
    );
    expect(decided).toBeGreaterThan(0);
  });
});
