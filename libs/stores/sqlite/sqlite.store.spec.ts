import { rm } from 'node:fs/promises';
import { storeContract } from '../spec-support/contract.js';
import { folder } from '../spec-support/folder.js';
import { openSqliteStore } from './sqlite.store.js';

storeContract('The SQLite store', async () => {
  const place = await folder();
  let store = await openSqliteStore({ file: place.file });
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = await openSqliteStore({ file: place.file }));
    },
    cleanup: async () => {
      await store.close();
      await rm(place.path, { recursive: true });
    },
  };
});
