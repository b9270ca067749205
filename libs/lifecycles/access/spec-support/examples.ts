import { personal, type EventMeta } from '#kernel';
import { given, loaded, stateAfter, type Past } from '#testing';
import { unit } from '../../unit/spec-support/examples.js';
import type { AccessCommand } from '../commands.js';
import type { AccessEvent, DelegationData } from '../events.js';
import { accessLifecycle } from '../lifecycle.js';
import { accessFold, type AccessState, type Delegation } from '../state.js';

export const NOW = '2026-09-01T02:00:00.000Z';
export const EARLIER = '2026-01-01T00:00:00.000Z';
export const LATER = '2026-10-01T00:00:00.000Z';
export const END = '2027-01-01T00:00:00.000Z';

export type PastAccess = Past<AccessEvent>;

/** Given these past events of a subject. */
export const givenAccess = (past: readonly PastAccess[]) =>
  given<AccessState, AccessCommand, AccessEvent, unknown>(accessLifecycle, past);

/** An event that was recorded, and holds from, an instant. */
export const told = (event: AccessEvent, recordedAt: string, meta: Partial<EventMeta> = {}): PastAccess => ({
  event,
  meta: { recordedAt, occurredAt: recordedAt, ...meta },
});

export const registered: readonly PastAccess[] = [
  told({ type: 'SubjectRegistered', data: { name: personal('s1', 'Trần Thị Lan') } }, EARLIER),
];

/** The role of a head at u1 since EARLIER, unless told otherwise. */
export const granted = (
  more: Partial<Extract<AccessEvent, { type: 'RoleGranted' }>['data']> = {},
  from = EARLIER,
): PastAccess => told({ type: 'RoleGranted', data: { grant: 'g1', role: 'UNIT_HEAD', unit: 'u1', ...more } }, from);

const power: DelegationData = {
  delegation: 'd1',
  delegator: 's9',
  role: 'UNIT_HEAD',
  unit: 'u1',
  to: END,
  capacity: 'KT',
};
/** The power of s9, the head of u1, over the whole of 2026. */
export const delegation: Delegation = { ...power, from: EARLIER };
export const delegated = (more: Partial<DelegationData> = {}, from = EARLIER): PastAccess =>
  told({ type: 'DelegationGranted', data: { ...power, ...more } }, from);

/** The state of a registered subject after more events. */
export const stateOf = (...past: readonly PastAccess[]): AccessState =>
  stateAfter<AccessState, AccessEvent>(accessFold, [...registered, ...past]);

/** One of each command; sent to `dossier-1`. */
export const commands: { readonly [K in AccessCommand['type']]: Extract<AccessCommand, { type: K }> } = {
  RegisterSubject: { type: 'RegisterSubject', id: 's1', name: personal('anybody', 'Trần Thị Lan\nTrưởng phòng') },
  GrantRole: { type: 'GrantRole', id: 's1', role: 'UNIT_HEAD', unit: 'u1' },
  EndRole: { type: 'EndRole', id: 's1', grant: 'g1' },
  GrantDelegation: {
    type: 'GrantDelegation',
    id: 's1',
    delegator: 's9',
    role: 'UNIT_HEAD',
    unit: 'u1',
    to: END,
    capacity: 'KT',
  },
  RevokeDelegation: { type: 'RevokeDelegation', id: 's1', revoked: 'd1' },
};

export const reads = { unit: unit('u1'), delegator: loaded(accessFold, 's9', stateOf(granted())) };
/** The head of u1 sends it. */
export const byHead = { actor: { subject: 's9', role: 'UNIT_HEAD' }, reads };
