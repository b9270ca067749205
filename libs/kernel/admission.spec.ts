import { describe, expect, it } from '@jest/globals';
import { codeOf } from './spec-support/example.js';
import { DRAFT, grant, House, PAPER, rules } from './spec-support/house.js';

describe('who may send a command', () => {
  it.each([
    ['a role that the row does not name', 'officer', 'ward'],
    ['the right role at another unit', 'stranger', 'ward'],
    ['nobody at all', 'nobody', 'ward'],
  ])('is not %s', async (_, subject, unit) => {
    const house = new House();
    house.grants.set('stranger', [grant('CLERK', 'other-ward')]);
    const outcome = await house.request(subject, { ...DRAFT, unit });
    expect(outcome).toMatchObject({
      code: 'NOT_COMPETENT',
      facts: { action: { vi: 'Soạn đơn' }, competent: [{ vi: 'Vai CLERK' }, { vi: 'Vai HEAD' }] },
    });
  });

  it('handles no dossier of the own unit', async () => {
    const house = new House();
    house.grants.set('officer', [grant('OFFICER', 'ward')]);
    expect(
      codeOf(await house.request('officer', { type: 'RefuseRequest', id: await house.waiting() }, { reason: 'x' })),
    ).toBe('NOT_COMPETENT');
  });

  it.each([
    ['not yet', { from: '2026-09-01T02:00:00.001Z' }, 'NOT_COMPETENT'],
    ['from this instant', { from: '2026-09-01T02:00:00.000Z' }, 'OK'],
    ['until the instant before', { to: '2026-09-01T02:00:00.000Z' }, 'NOT_COMPETENT'],
    ['still', { to: '2026-09-01T02:00:00.001Z' }, 'OK'],
  ])('holds the power %s', async (_, time, code) => {
    const house = new House();
    house.grants.set('clerk', [grant('CLERK', 'ward', time)]);
    expect(codeOf(await house.request('clerk', DRAFT))).toBe(code);
  });

  it('held it when the act happened and holds it now', async () => {
    const house = new House();
    house.grants.set('clerk', [grant('CLERK', 'ward', { from: '2026-08-15T00:00:00.000Z' })]);
    expect(codeOf(await house.request('clerk', DRAFT, { occurredAt: '2026-08-14T00:00:00.000Z' }))).toBe(
      'NOT_COMPETENT',
    );
    expect(codeOf(await house.request('clerk', DRAFT, { occurredAt: '2026-08-16T00:00:00.000Z' }))).toBe('OK');
  });
});

describe('what stands in the way', () => {
  it('is that there is no such dossier', async () => {
    const house = new House();
    expect(await house.send('keeper', 'desk', { type: 'StampDesk', id: 'd9' })).toMatchObject({
      code: 'NOT_FOUND',
      facts: { id: 'd9' },
    });
  });

  it('is the state, in words and with the states from which it goes', async () => {
    const house = new House();
    const id = await house.waiting();
    const outcome = await house.request('clerk', { type: 'AmendRequest', id, note: 'x' });
    expect(outcome).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
      facts: { status: 'sent', state: { vi: 'Đã gửi' }, allowedFrom: [{ vi: 'Dự thảo' }] },
    });
  });

  it('is a guard, with the facts it saw', async () => {
    const house = new House();
    const id = await house.waiting();
    await house.send('keeper', 'desk', { type: 'ShutDesk', id: 'd1' });
    expect(await house.request('officer', { type: 'GrantRequest', id }, { document: PAPER })).toMatchObject({
      code: 'EXAMPLE_DESK_SHUT',
      facts: { desk: 'd1' },
    });
  });

  it('is the decider’s own rule, with the place in the command', async () => {
    const house = new House();
    const id = await house.drafted();
    expect(await house.request('clerk', { type: 'AmendRequest', id, note: 'x'.repeat(21) })).toMatchObject({
      code: 'EXAMPLE_NOTE_TOO_LONG',
      path: ['note'],
    });
  });

  it('is a campaign without a policy', async () => {
    expect(await new House().request('clerk', { ...DRAFT, campaign: 'c2' })).toMatchObject({
      code: 'CAMPAIGN_NOT_FOUND',
      facts: { campaign: 'c2' },
    });
  });

  it.each([[undefined], [''], ['  \n']])('is a reason that is missing (%p)', async (reason) => {
    const house = new House();
    const outcome = await house.request(
      'officer',
      { type: 'RefuseRequest', id: await house.waiting() },
      reason === undefined ? {} : { reason },
    );
    expect(outcome).toMatchObject({ code: 'REASON_REQUIRED', path: ['reason'] });
  });

  it('is a document that is missing', async () => {
    const house = new House();
    expect(await house.request('officer', { type: 'GrantRequest', id: await house.waiting() })).toMatchObject({
      code: 'DOCUMENT_REQUIRED',
      path: ['document'],
    });
  });

  it('is asked in this order: power, own unit, state, duties, guards, revision, evidence, policy, what a decision needs, dates, the decider', async () => {
    const house = new House();
    const id = await house.drafted();
    const wrong = { expectedRevision: 9, expectedEvidence: 'x', occurredAt: '2031-01-01T00:00:00.000Z' };
    const told: string[] = [];
    const ask = async (subject: string, around = {}): Promise<void> => {
      told.push(codeOf(await house.request(subject, { type: 'GrantRequest', id }, around)));
    };
    house.grants.set('head', [grant('HEAD', 'ward'), grant('OFFICER', 'office')]);
    await ask('clerk', wrong);
    await ask('head', wrong);
    await ask('officer', { ...wrong, occurredAt: undefined });
    await house.request('head', { type: 'SendRequest', id });
    house.grants.set('head', [grant('OFFICER', 'office')]);
    await house.send('keeper', 'desk', { type: 'ShutDesk', id: 'd1' });
    await ask('head', { expectedRevision: 9 });
    await ask('officer', { expectedRevision: 9 });
    house.grants.set('head', [grant('HEAD', 'ward')]);
    const other = await house.waiting({ desk: 'd2' });
    await house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd2' });
    const next = async (around: object): Promise<string> =>
      codeOf(await house.request('officer', { type: 'GrantRequest', id: other }, around));
    const late = { occurredAt: '2026-09-01T02:00:00.001Z' };
    told.push(
      await next({ expectedRevision: 9, expectedEvidence: 'x', ...late }),
      await next({ expectedEvidence: 'x', ...late }),
      await next(late),
      await next({ ...late, document: PAPER }),
    );
    expect(told).toEqual([
      'NOT_COMPETENT',
      'OWN_UNIT_DOSSIER',
      'TRANSITION_NOT_ALLOWED',
      'DUTIES_NOT_SEPARATED',
      'EXAMPLE_DESK_SHUT',
      'REVISION_CONFLICT',
      'EVIDENCE_STALE',
      'DOCUMENT_REQUIRED',
      'DATE_IN_FUTURE',
    ]);
  });
});

describe('dates', () => {
  const at = async (occurredAt: string, now = '2027-12-31T16:59:59.999Z'): Promise<string> => {
    const house = new House();
    house.now = now;
    house.grants.set('clerk', [grant('CLERK', 'ward', { from: '2020-01-01T00:00:00.000Z' })]);
    return codeOf(await house.request('clerk', DRAFT, { occurredAt }));
  };

  it.each([
    ['the last millisecond before the campaign where it runs', '2025-12-31T16:59:59.999Z', 'DATE_OUTSIDE_CAMPAIGN'],
    ['its first millisecond', '2025-12-31T17:00:00.000Z', 'OK'],
    ['its last one', '2027-12-31T16:59:59.999Z', 'OK'],
  ])('hold the claimed instant to the campaign: %s', async (_, occurredAt, code) =>
    expect(await at(occurredAt)).toBe(code),
  );

  it('hold it to the campaign at its end, in local time', async () => {
    expect(await at('2027-12-31T17:00:00.000Z', '2028-02-01T00:00:00.000Z')).toBe('DATE_OUTSIDE_CAMPAIGN');
  });

  it('never lie ahead, not by a millisecond', async () => {
    expect(await at('2026-09-01T02:00:00.001Z', '2026-09-01T02:00:00.000Z')).toBe('DATE_IN_FUTURE');
    expect(await at('2026-09-01T02:00:00.000Z', '2026-09-01T02:00:00.000Z')).toBe('OK');
  });

  it.each([
    ['2026-09-01', '2026-08-31T17:00:00.000Z', 'OK'],
    ['2026-09-01', '2026-08-31T16:59:59.999Z', 'DATE_IN_FUTURE'],
    ['2025-12-31', '2026-08-31T17:00:00.000Z', 'DATE_OUTSIDE_CAMPAIGN'],
    ['2026-08-31', '2026-08-31T17:00:00.000Z', 'SIGNED_BEFORE_LAST_STEP'],
  ])('let a document signed on %s be cited at %s: %s', async (signedOn, now, code) => {
    const house = new House();
    house.now = now;
    const id = await house.waiting();
    const outcome = await house.request('officer', { type: 'GrantRequest', id }, { document: { ...PAPER, signedOn } });
    expect(codeOf(outcome)).toBe(code);
    if (code !== 'OK') expect(outcome).toMatchObject({ path: ['document', 'signedOn'] });
  });
});

describe('the policy', () => {
  it('is pinned by the first event: a dossier lives by the rules it began under', async () => {
    const house = new House();
    const old = await house.drafted();
    house.adopted.push(rules(5));
    const young = (await house.done(house.request('clerk', DRAFT))).id;
    const amend = async (id: string): Promise<string> =>
      codeOf(await house.request('clerk', { type: 'AmendRequest', id, note: 'x'.repeat(10) }));
    expect([await amend(old), await amend(young)]).toEqual(['OK', 'EXAMPLE_NOTE_TOO_LONG']);
    const versions = (await house.store.readStream(`request-${old}`)).map(
      (it) => (JSON.parse(it.metadata) as Record<string, string>)['policyVersion'],
    );
    expect(new Set(versions)).toEqual(new Set([rules(20).hash]));
  });
});

describe('explaining', () => {
  it('gives for each command the answer that sending it would give first', async () => {
    const house = new House();
    const id = await house.waiting();
    const answers = await house.engine.explain({ lifecycle: 'request', id, subject: 'officer' });
    expect(answers.map(({ command, refusal }) => [command, refusal?.code])).toEqual([
      ['AmendRequest', 'NOT_COMPETENT'],
      ['SendRequest', 'NOT_COMPETENT'],
      ['GrantRequest', undefined],
      ['RefuseRequest', undefined],
      ['MisplaceRequest', 'NOT_COMPETENT'],
    ]);
    expect(answers.filter((it) => it.evidence !== undefined).map((it) => it.command)).toEqual([
      'GrantRequest',
      'RefuseRequest',
    ]);
  });

  it('leaves no trace', async () => {
    const house = new House();
    const id = await house.waiting();
    const before = await house.store.head();
    await house.engine.explain({ lifecycle: 'request', id, subject: 'clerk' });
    expect([await house.store.head(), house.attempts]).toEqual([before, []]);
  });
});
