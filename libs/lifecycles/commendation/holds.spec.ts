import { describe, expect, it } from '@jest/globals';
import type { CommendationEvent } from './events.js';
import type { Dossier } from './state.js';
import {
  CV,
  dossier,
  fine,
  held,
  NOW,
  prepared,
  QD,
  submitted,
  untilDecided,
  untilVoted,
} from './spec-support/examples.js';

const id = 'dossier-1';

describe('Tạm dừng xét khen thưởng (A14)', () => {
  it('is placed on an open item and released again', () => {
    const { events, status } = dossier(untilVoted).when(
      { type: 'PlaceHold', id, item: 'b', ground: 'DENUNCIATION' },
      fine({ document: QD }),
    );
    expect(status).toBe('councilReviewed');
    const placed = { event: events[0] as CommendationEvent, meta: { recordedAt: NOW, document: QD } };
    expect((dossier([...untilVoted, placed]).state as Dossier).items[1]?.hold).toEqual({
      ground: 'DENUNCIATION',
      since: NOW,
      on: QD.signedOn,
    });
    const released = dossier([...untilVoted, ...events]).when({ type: 'ReleaseHold', id, item: 'b' }, fine()).events;
    expect((dossier([...untilVoted, ...events, ...released]).state as Dossier).items[1]?.hold).toBeUndefined();
  });

  it('reaches a dossier that is still with its unit', () => {
    const { events, status } = dossier([prepared()]).when(
      { type: 'PlaceHold', id, item: 'b', ground: 'INVESTIGATION' },
      fine(),
    );
    expect(status).toBe('prepared');
    expect((dossier([prepared(), ...events]).state as Dossier).items[1]?.hold?.ground).toBe('INVESTIGATION');
    expect(dossier([prepared(), ...events]).when({ type: 'ReleaseHold', id, item: 'b' }, fine()).status).toBe(
      'prepared',
    );
  });

  it.each([
    [
      'RECIPIENT_ALREADY_HELD',
      [...untilVoted, held('b')],
      { type: 'PlaceHold', id, item: 'b', ground: 'PRESS_ALLEGATION' } as const,
    ],
    ['DOSSIER_ITEM_NOT_FOUND', untilVoted, { type: 'PlaceHold', id, item: 'z', ground: 'PRESS_ALLEGATION' } as const],
    ['RECIPIENT_NOT_HELD', [...untilVoted, held('a')], { type: 'ReleaseHold', id, item: 'b' } as const],
    ['NO_ITEM_HELD', untilVoted, { type: 'ReleaseHold', id, item: 'b' } as const],
    [
      'EVERY_ITEM_HELD',
      [...untilVoted, held('a'), held('b'), held('c')],
      { type: 'PlaceHold', id, item: 'b', ground: 'INSPECTION' } as const,
    ],
    ['TRANSITION_NOT_ALLOWED', untilDecided, { type: 'PlaceHold', id, item: 'b', ground: 'INSPECTION' } as const],
    ['NO_ITEM_HELD', [prepared()], { type: 'ReleaseHold', id, item: 'b' } as const],
  ])('refuses with %s', (code, past, command) => {
    expect(dossier(past).when(command, fine()).refusal?.code).toBe(code);
  });

  it('rests on a paper of its own, however old, and is released by one no older', () => {
    const sent = { event: submitted, meta: { commandType: 'SubmitDossier', occurredAt: '2026-11-25T02:00:00.000Z' } };
    const past = [prepared(), sent];
    const place = { type: 'PlaceHold', id, item: 'b', ground: 'INSPECTION' } as const;
    const on = (signedOn: string) => fine({ document: { ...CV, signedOn }, actor: { subject: 'inspector' } });
    expect(dossier(past).when(place, on('2026-11-02')).refusal).toBeUndefined();
    const release = dossier([...past, held('b')]);
    expect(release.when({ type: 'ReleaseHold', id, item: 'b' }, on('2026-11-19')).refusal?.code).toBe(
      'SIGNED_BEFORE_LAST_STEP',
    );
    expect(release.when({ type: 'ReleaseHold', id, item: 'b' }, on('2026-11-20')).refusal).toBeUndefined();
  });
});
