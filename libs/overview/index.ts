export { overviewAnswers } from './answers.js';
export { Listeners } from './changes/listeners.js';
export { owed, owingUnits, type Owed, type OwedIn, type OwingUnits } from './duties/owing.js';
export { overviewProviders, overviewResolvers } from './providers.js';
