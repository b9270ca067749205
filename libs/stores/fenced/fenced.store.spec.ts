import { storeContract, fencedContract } from '../spec-support/contract.js';
import { fencedRestrictedStore } from '../testing/index.js';

const open = async () => {
  const store = fencedRestrictedStore();
  return { store, cleanup: () => store.close() };
};

storeContract('The fenced store', open);
fencedContract('The fenced store', open);
