import type { Audience, Viewer } from '#identity';

/** All that decides who may see an instance. */
export interface Exposure {
  /** The circle that may read it beside its parties. */
  readonly audience: Audience;
  /** True when only those cleared for it may read it outside its parties. */
  readonly restricted: boolean;
  /** The units and subjects for whom it is their own. */
  readonly units: readonly string[];
  readonly subjects: readonly string[];
}

/** All of a viewer that decides what the viewer may see. */
export type Onlooker = Pick<Viewer, 'subject' | 'units' | 'audiences' | 'seesRestricted'>;

/** The circle that handles, or supervises, what is for each circle. */
export const HANDLING: Readonly<Record<Audience, Audience>> = {
  PARTIES: 'AUTHORITIES',
  AUTHORITIES: 'AUTHORITIES',
  EVERYONE: 'AUTHORITIES',
  STEWARDS: 'STEWARDS',
};
