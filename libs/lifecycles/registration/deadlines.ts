import type { StepDeadline } from '#kernel';
import { untilWindow, type DeadlineName } from '#lifecycles/campaign';
import type { ExistingRegistration } from './state.js';

/** A draft is awaited by the cycle's own deadline; what was returned by the one that was set for it. */
export const sending: StepDeadline<ExistingRegistration, DeadlineName> = {
  rules: ['registration', 'registrationReview'],
  due: (state) => (state.status === 'drafted' ? untilWindow('registrationsBefore', state) : { dueAt: state.dueAt }),
};
