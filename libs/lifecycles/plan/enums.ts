import { statusEnum } from '#graphql';
import { planLifecycle } from './lifecycle.js';

export const PlanStatus = statusEnum('PlanStatus', planLifecycle);
