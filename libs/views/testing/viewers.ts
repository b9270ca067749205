import type { Viewer } from '#identity';

/** A viewer with these powers and no others. */
export const viewer = (given: Partial<Viewer> = {}): Viewer => ({
  subject: 'nobody',
  roles: [],
  units: [],
  audiences: [],
  seesRestricted: false,
  grants: [],
  ...given,
});

/** Sees all there is. */
export const everything = viewer({
  subject: 'auditor',
  audiences: ['PARTIES', 'AUTHORITIES', 'EVERYONE', 'STEWARDS'],
  seesRestricted: true,
});
