import type { Callers } from './options.js';

/**
 * Lets so many callers work at the same time, each sending its next when it has the answer to its last.
 * @param work told which caller sends and the how many-th of all this is
 */
export async function inParallel(
  callers: Callers,
  count: number,
  work: (caller: number, index: number) => Promise<void>,
): Promise<void> {
  const one = async (caller: number): Promise<void> => {
    for (let index = caller; index < count; index += callers) await work(caller, index);
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => one(caller)));
}
