export { overviewProviders, overviewResolvers } from './providers.js';
export type { OverviewReader } from './reader.js';
