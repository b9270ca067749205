export { fencedRestrictedStore } from './fenced.js';
export { restrictedStore } from './restricted-store.js';
