export { Listeners } from './changes/listeners.js';
export { overviewProviders, overviewResolvers } from './providers.js';
