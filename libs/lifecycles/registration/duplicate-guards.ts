import type { ContentGuard, Loaded } from '#kernel';
import type { FlagDuplicate, ResolveDuplicate } from './commands.js';
import { registrationRefusals } from './refusals.js';
import type { ExistingRegistration, RegistrationState } from './state.js';

type WithOther = { readonly other: Loaded<RegistrationState> };

/** The registration that this one may repeat is another one of the same campaign. */
export const otherIsKnown: ContentGuard<ExistingRegistration, WithOther, FlagDuplicate> = {
  rule: 'otherIsKnown',
  checkContent: ({ other }, { campaign }, reads, { id }) => {
    if (other === id) return registrationRefusals.duplicateSelf({}, ['other']);
    const { state } = reads.other;
    return state.status === 'none' || state.campaign !== campaign
      ? registrationRefusals.otherNotFound({ other }, ['other'])
      : { other };
  },
};

/** The statuses of a registration that can stand for a dropped one. */
const STANDING: readonly RegistrationState['status'][] = ['drafted', 'submitted', 'received', 'returned', 'accepted'];

/** Of two that are one, the other is kept: it has to stand. */
export const otherStands: ContentGuard<unknown, WithOther, ResolveDuplicate> = {
  rule: 'otherStands',
  checkContent: ({ outcome }, _state, { other: { id, state } }) =>
    outcome === 'CONFIRMED' && !STANDING.includes(state.status)
      ? registrationRefusals.otherNotKept({ other: id }, ['outcome'])
      : { outcome, other: id, status: state.status },
};
