import { expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { START } from '#kernel';
import { atomicContract, storeContract } from '../spec-support/contract.js';
import { folder } from '../spec-support/folder.js';
import { event, events, firstPositions } from '../spec-support/samples.js';
import { openSqliteStore } from './sqlite.store.js';

const open = async () => {
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
};

storeContract('The SQLite store', open);
atomicContract('The SQLite store', open);

it('The SQLite store numbers its log without gaps, whatever conflicts and repeats come between', async () => {
  const place = await folder();
  const store = await openSqliteStore({ file: place.file });
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.all([
      store.append('plan-1', turn === 0 ? 'noStream' : turn - 1, [event(`one-${turn}`)]),
      store.append('plan-1', turn === 0 ? 'noStream' : turn - 1, [event(`one-${turn}`)]),
      store.append('plan-1', 77, [event(`none-${turn}`)]),
      store.append('plan-2', 'any', events(`two-${turn}`, 2)),
    ]);
  }
  expect((await store.readAll(START, 100)).map(({ position }) => position)).toEqual(firstPositions(15));
  await store.close();
  await rm(place.path, { recursive: true });
});
