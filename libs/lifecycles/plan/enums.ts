import { statusEnum } from '#graphql';
import { planLifecycle } from './lifecycle.js';

/** The states of a plan in GraphQL. */
export const PlanStatus = statusEnum('PlanStatus', planLifecycle);
