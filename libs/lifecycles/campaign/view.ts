import { entityView } from '#views';
import { campaignLifecycle } from './lifecycle.js';
import type { CampaignState } from './state.js';

/** A draft is for those who prepare it; a campaign that has been issued is for everyone with a role. */
export const campaignView = entityView<CampaignState>()({
  lifecycle: campaignLifecycle,
  version: 4,
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
      columns: { year: 'INTEGER', closed: 'INTEGER', plansBefore: 'TEXT', registrationsBefore: 'TEXT' },
      of: (state) =>
        state.status === 'none'
          ? []
          : state.cycles.map(({ year, closed, plansBefore, registrationsBefore }) => ({
              year,
              closed: Number(closed),
              plansBefore,
              registrationsBefore,
            })),
    },
  },
  audience: ({ status }) => (status === 'drafted' ? 'AUTHORITIES' : 'EVERYONE'),
  parties: () => ({ units: [] }),
  title: (state) => (state.status === 'none' ? undefined : state.name),
  search: (state) => (state.status === 'none' ? '' : state.name),
});
