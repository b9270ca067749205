import { entityView } from '#views';
import { campaignLifecycle } from './lifecycle.js';
import type { CampaignState } from './state.js';

/** A draft is for those who prepare it; a campaign that has been issued is for everyone with a role. */
export const campaignView = entityView<CampaignState>()({
  lifecycle: campaignLifecycle,
  version: 5,
  concerns: { unit: 'none', campaign: 'none', year: 'none' },
  columns: {
    name: { type: 'TEXT', of: (state) => (state.status === 'none' ? undefined : state.name) },
    fromYear: { type: 'INTEGER', of: (state) => (state.status === 'none' ? undefined : state.fromYear) },
    toYear: { type: 'INTEGER', of: (state) => (state.status === 'none' ? undefined : state.toYear) },
    leadUnit: { type: 'TEXT', of: (state) => (state.status === 'none' ? undefined : state.leadUnit) },
  },
  groups: [['createdAt']],
  orders: ['name'],
  parts: {
    cycle: {
      columns: { year: 'INTEGER', phase: 'TEXT', plansBefore: 'TEXT', registrationsBefore: 'TEXT' },
      of: (state) =>
        state.status === 'none'
          ? []
          : state.cycles.map(({ year, phase, plansBefore, registrationsBefore }) => ({
              year,
              phase,
              plansBefore,
              registrationsBefore,
            })),
    },
    missed: {
      columns: { year: 'INTEGER', duty: 'TEXT', unit: 'TEXT' },
      of: (state) =>
        state.status === 'none'
          ? []
          : state.cycles.flatMap(({ year, missed }) => missed.map(({ duty, unit }) => ({ year, duty, unit }))),
    },
  },
  audience: ({ status }) => (status === 'drafted' ? 'AUTHORITIES' : 'EVERYONE'),
  parties: () => ({ units: [] }),
  title: (state) => (state.status === 'none' ? undefined : state.name),
  search: (state) => (state.status === 'none' ? '' : state.name),
});
