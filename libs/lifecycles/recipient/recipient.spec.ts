import { describe, expect, it } from '@jest/globals';
import { personal, type DocumentRef } from '#kernel';
import { collectiveFold } from '#lifecycles/collective';
import { unitFold, type UnitState } from '#lifecycles/unit';
import { given, loaded, sentBy, type Past } from '#testing';
import type { PlaceHold, RecipientCommand } from './commands.js';
import type { RecipientEvent } from './events.js';
import { recipientKey } from './key.js';
import { recipientLifecycle } from './lifecycle.js';
import { recipientFold, type KnownRecipient, type RecipientState } from './state.js';

const WARD = 'ward-1';
const NOW = '2026-12-01T02:00:00.000Z';
const id = 'dossier-1';
const CV = (signedOn: string): DocumentRef => ({ issuer: 'Thanh tra', type: 'CV', number: '9', year: 2026, signedOn });
const unit = loaded(unitFold, WARD, {
  status: 'active',
  names: [{ value: 'Phường Phú Xuân', from: '2025-07-01' }],
} as unknown as UnitState);
const team = loaded(collectiveFold, 'team-3', {
  status: 'registered',
  unit: WARD,
  names: [{ value: 'Tổ dân phố 3', from: '2026-01-01' }],
});
const nobody = loaded(collectiveFold, '', { status: 'none' });

const recipient = (past: readonly Past<RecipientEvent>[]) =>
  given<RecipientState, RecipientCommand, RecipientEvent, unknown>(recipientLifecycle, past);
const OFFICER = { subject: 'officer-1', role: 'SNV_OFFICER', unit: 'home-affairs' };
const INSPECTOR = { subject: 'inspector-1', role: 'INSPECTOR', unit: 'inspectorate' };
const fine = (patch: { actor?: object; reads?: object; document?: DocumentRef; reason?: string } = {}) => ({
  now: NOW,
  document: CV('2026-11-20'),
  actor: OFFICER,
  ...patch,
  reads: { unit, collective: nobody, proposers: [], ...patch.reads },
});

const onUnit: PlaceHold = { type: 'PlaceHold', unit: WARD, ground: 'INSPECTION' };
const onTeam: PlaceHold = { ...onUnit, collective: 'team-3' };
const onPerson = (who: string): PlaceHold => ({
  type: 'PlaceHold',
  person: personal(who, 'Họ tên'),
  ground: 'DENUNCIATION',
});
const placed = (hold: string, signedOn = '2026-11-20', by = OFFICER): Past<RecipientEvent> => ({
  event: {
    type: 'RecipientHoldPlaced',
    data: { hold, ground: 'INSPECTION', recipient: { collective: { unit: WARD, name: 'Phường Phú Xuân' } } },
  },
  meta: { recordedAt: '2026-11-21T02:00:00.000Z', document: CV(signedOn), actor: { ...by, grant: 'g' } },
});
const known = (past: readonly Past<RecipientEvent>[]): KnownRecipient => recipient(past).state as KnownRecipient;

describe('Tạm dừng xét khen thưởng (A14)', () => {
  it('is on a unit, a registered collective or a person, whatever dossier proposes them', () => {
    const { events, status } = recipient([]).when(onUnit, fine());
    expect(status).toBe('held');
    const about = { unit: WARD, name: 'Phường Phú Xuân' };
    expect(events[0]).toMatchObject({ data: { ground: 'INSPECTION', recipient: { collective: about } } });
    const [onCollective] = recipient([]).when(onTeam, fine({ reads: { collective: team } })).events;
    expect(onCollective?.data).toMatchObject({
      recipient: { collective: { unit: WARD, registered: 'team-3', name: 'Tổ dân phố 3' } },
    });
  });

  it('has one place for each recipient, made of registered identities', () => {
    const streamOf = (command: PlaceHold): string => recipientLifecycle.identify(command, 'command-1');
    expect(streamOf(onUnit)).toBe(recipientKey({ collective: { unit: WARD } }));
    expect(streamOf(onTeam)).toBe(recipientKey({ collective: { registered: 'team-3' } }));
    expect(streamOf(onPerson('p'))).toBe(recipientKey({ person: personal('p', 'Tên khác') }));
    expect(new Set([onUnit, onTeam, onPerson('p'), onPerson('q')].map(streamOf)).size).toBe(4);
  });

  it('may stand several times, each by its own paper, until each is released', () => {
    const both = [placed('h1'), placed('h2', '2026-11-25', INSPECTOR)];
    expect(known(both).holds).toMatchObject([
      { hold: 'h1', on: '2026-11-20', placedBy: { role: 'SNV_OFFICER', unit: 'home-affairs' } },
      { hold: 'h2', on: '2026-11-25', placedBy: { role: 'INSPECTOR', unit: 'inspectorate' } },
    ]);
    const release = (hold: string) => ({ type: 'ReleaseHold', id, hold }) as const;
    const late = fine({ document: CV('2026-11-30') });
    const first = recipient(both).when(release('h1'), late);
    expect(first.status).toBe('held');
    const second = recipient([...both, ...first.events]).when(release('h2'), late);
    expect(second.status).toBe('free');
    expect(known([...both, ...first.events, ...second.events]).ended.map((it) => it.hold)).toEqual(['h1', 'h2']);
    expect(recipient([...both, ...first.events, ...second.events]).when(onUnit, fine()).status).toBe('held');
  });

  it.each<[string, PlaceHold, object]>([
    ['HOLD_NAMES_NOT_ONE', { type: 'PlaceHold', ground: 'DISCIPLINE' }, {}],
    ['HOLD_NAMES_NOT_ONE', { ...onUnit, ...onPerson('p') }, {}],
    ['HOLD_NAMES_NOT_ONE', { ...onTeam, unit: undefined }, { reads: { collective: team } }],
    ['RECIPIENT_NOT_REGISTERED', onUnit, { reads: { unit: loaded(unitFold, WARD, { status: 'none' }) } }],
    ['RECIPIENT_NOT_REGISTERED', onTeam, {}],
    ['RECIPIENT_NOT_REGISTERED', { ...onTeam, unit: 'ward-2' }, { reads: { collective: team } }],
    ['RECIPIENT_IS_DOUBLE', onPerson('somebody who is joined to another'), {}],
    ['REASON_REQUIRED', onUnit, { reason: '' }],
    ['DOCUMENT_REQUIRED', onUnit, { document: undefined }],
  ])('refuses with %s', (code, command, around) => {
    expect(recipient([]).when(command, fine(around)).refusal?.code).toBe(code);
  });
});

describe('Tiếp tục xét khen thưởng', () => {
  const release: RecipientCommand = { type: 'ReleaseHold', id, hold: 'h1' };
  const byInspector = [placed('h1', '2026-11-20', INSPECTOR)];
  const proposedBy = (subject: string, of: string) => ({ proposers: [{ subject, unit: of }] });

  it.each<[string, readonly Past<RecipientEvent>[], object]>([
    ['by Home Affairs', byInspector, {}],
    ['by the body that placed it', byInspector, { actor: INSPECTOR }],
    [
      'by the inspectorate, where Home Affairs placed it on whom it proposes itself',
      [placed('h1')],
      { actor: INSPECTOR, reads: proposedBy('clerk-9', 'home-affairs') },
    ],
  ])('is decided %s', (_, past, around) => {
    expect(recipient(past).when(release, fine(around)).status).toBe('free');
  });

  it.each<[string, readonly Past<RecipientEvent>[], object, RecipientCommand?]>([
    ['HOLD_OF_ANOTHER_BODY', [placed('h1')], { actor: INSPECTOR }],
    ['HOLD_RELEASED_BY_PROPOSER', byInspector, { reads: proposedBy('officer-1', WARD) }],
    ['HOLD_RELEASED_BY_PROPOSER', byInspector, { reads: proposedBy('clerk-9', 'home-affairs') }],
    [
      'HOLD_RELEASED_BY_PROPOSER',
      byInspector,
      { actor: { ...OFFICER, onBehalfOf: 'p' }, reads: proposedBy('p', WARD) },
    ],
    ['SIGNED_BEFORE_LAST_STEP', byInspector, { document: CV('2026-11-19') }],
    ['HOLD_NOT_FOUND', byInspector, {}, { ...release, hold: 'h9' }],
    ['REASON_REQUIRED', byInspector, { reason: '' }],
    ['DOCUMENT_REQUIRED', byInspector, { document: undefined }],
  ])('refuses with %s', (code, past, around, command = release) => {
    expect(recipient(past).when(command, fine(around)).refusal?.code).toBe(code);
  });

  it('is nobody’s own affair', () => {
    const onHim: RecipientEvent = {
      type: 'RecipientHoldPlaced',
      data: { hold: 'h1', ground: 'DISCIPLINE', recipient: { person: personal('officer-1', 'Họ tên') } },
    };
    expect(recipient([onHim]).when(release, fine()).refusal?.code).toBe('HOLD_IS_ACTORS_OWN');
    expect(
      recipient([onHim]).when(release, fine({ actor: { ...INSPECTOR, onBehalfOf: 'officer-1' } })).refusal?.code,
    ).toBe('HOLD_IS_ACTORS_OWN');
  });
});

describe('Ai xử lý việc tạm dừng', () => {
  /** Whether somebody with one role at one unit may send a command, whatever else stands in its way. */
  function may(
    command: RecipientCommand,
    role: string,
    of: string,
    past: readonly Past<RecipientEvent>[] = [],
  ): boolean {
    const target = loaded(recipientFold, id, recipient(past).state);
    const sender = { role, unit: of, leadUnit: 'home-affairs' };
    return sentBy(recipientLifecycle as never, target, command, sender, fine()) !== 'NOT_COMPETENT';
  }

  it.each([onUnit, onTeam, onPerson('p')])('is Home Affairs and the inspectorate: %j', (command) => {
    expect(may(command, 'SNV_OFFICER', 'home-affairs')).toBe(true);
    expect(may(command, 'SNV_LEADER', 'home-affairs')).toBe(true);
    expect(may(command, 'INSPECTOR', 'inspectorate')).toBe(true);
    for (const role of ['UNIT_CLERK', 'UNIT_HEAD', 'VPUB', 'UBND_DECIDER', 'AUDITOR', 'MTTQ_SUPERVISOR'])
      expect(may(command, role, 'elsewhere')).toBe(false);
  });

  it('is nobody of the unit, nor of the unit that answers for the collective', () => {
    const release: RecipientCommand = { type: 'ReleaseHold', id, hold: 'h1' };
    expect(may(onUnit, 'SNV_OFFICER', WARD)).toBe(false);
    expect(may(onTeam, 'INSPECTOR', WARD)).toBe(false);
    expect(may(release, 'SNV_LEADER', WARD, [placed('h1')])).toBe(false);
    expect(may(release, 'SNV_LEADER', 'home-affairs', [placed('h1')])).toBe(true);
  });
});
