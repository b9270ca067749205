export { overviewProviders, overviewResolvers } from './providers.js';
