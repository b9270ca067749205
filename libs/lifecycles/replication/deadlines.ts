import type { StepDeadline } from '#kernel';
import type { DeadlineName } from '#lifecycles/campaign';
import type { AdoptionStatus, Replication } from './state.js';

type When = StepDeadline<Replication, DeadlineName>;

const adoptions = (state: Replication, wanted: AdoptionStatus) =>
  state.adoptions.filter(({ status }) => status === wanted).map(({ unit: whom, dueAt }) => ({ whom, dueAt }));

/** The first guide is awaited; more may follow. */
export const guiding: When = { rules: [], due: ({ status }) => (status === 'decided' ? {} : undefined) };

/** Each invited unit is to answer. */
export const answering: When = { rules: ['adoptionAnswer'], each: 'unit', due: (state) => adoptions(state, 'INVITED') };

/** A unit that has accepted is to begin; there is no deadline for it. */
export const starting: When = { rules: [], each: 'unit', due: (state) => adoptions(state, 'ACCEPTED') };
