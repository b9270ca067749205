export { fencedRestrictedStore } from './fenced.js';
export { instead } from './instead.js';
export { restrictedStore } from './restricted-store.js';
