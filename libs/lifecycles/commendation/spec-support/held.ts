import { personal } from '#kernel';
import { personFold } from '#lifecycles/person';
import { recipientFold, recipientKey } from '#lifecycles/recipient';
import { loaded } from '#testing';
import type { Recipient } from '../items.js';

/** Somebody of whom a hold stands, as a row reads it. */
export const held = (who: Recipient) =>
  loaded(recipientFold, recipientKey(who), {
    status: 'held',
    recipient: { collective: who.collective, person: who.person },
    holds: [
      {
        hold: 'hold-1',
        ground: 'DENUNCIATION',
        since: '2026-11-20T02:00:00.000Z',
        on: '2026-11-20',
        placedBy: { role: 'INSPECTOR', unit: 'inspectorate' },
      },
    ],
    ended: [],
  });
/** Somebody who has been joined to another person. */
export const joined = (id: string) =>
  loaded(personFold, id, { status: 'joined', double: personal(id, 'Họ tên'), person: personal('person-z', 'Họ tên') });
/** Somebody whose holds have all been released. */
export const released = (who: Recipient) =>
  loaded(recipientFold, recipientKey(who), { status: 'free', recipient: {}, holds: [], ended: [] });
