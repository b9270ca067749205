import { statusEnum } from '#graphql';
import { exemplarLifecycle } from './lifecycle.js';

export const ExemplarStatus = statusEnum('ExemplarStatus', exemplarLifecycle);
