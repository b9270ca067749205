export { STORES, type StoreKind } from '../golden/spec-support/pairs/fork.js';
export { meetAll, type Tally } from '../golden/spec-support/pairs/meet-all.js';
