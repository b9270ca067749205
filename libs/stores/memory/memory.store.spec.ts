import { storeContract } from '../spec-support/contract.js';
import { openMemoryStore } from './memory.store.js';

storeContract('The in-memory store', async () => {
  const store = openMemoryStore();
  return { store, cleanup: () => store.close() };
});
