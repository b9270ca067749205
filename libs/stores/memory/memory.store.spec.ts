import { atomicContract, storeContract } from '../spec-support/contract.js';
import { openMemoryStore } from './memory.store.js';

const open = async () => {
  const store = openMemoryStore();
  return { store, cleanup: () => store.close() };
};

storeContract('The in-memory store', open);
atomicContract('The in-memory store', open);
