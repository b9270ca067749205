export { restrictedStore } from './restricted-store.js';
