import type { AdoptionCommand, MeasureAdoption, StartAdoption } from './commands.js';
import type { ReplicationEvent } from './events.js';

/** The steps of an adoption that say nothing but whose it is. */
const plainly =
  (type: 'AdoptionAccepted' | 'AdoptionDeclined' | 'AdoptionConfirmed' | 'AdoptionFailed') =>
  ({ unit }: AdoptionCommand): ReplicationEvent => ({ type, data: { unit } });

export const acceptAdoption = plainly('AdoptionAccepted');
export const declineAdoption = plainly('AdoptionDeclined');
export const confirmAdoption = plainly('AdoptionConfirmed');
export const failAdoption = plainly('AdoptionFailed');

export const startAdoption = ({ unit, model }: StartAdoption): ReplicationEvent => ({
  type: 'AdoptionStarted',
  data: { unit, model },
});

export const measureAdoption = ({ unit, measures, on }: MeasureAdoption): ReplicationEvent => ({
  type: 'AdoptionMeasured',
  data: { unit, measures, on },
});
