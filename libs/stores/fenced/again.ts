import { StoreFault } from '#kernel';

/** How often an append without an answer is sent. */
const TIMES = 3;

/**
 * Sends an append until it is answered: the same one again is answered as the first time, or does no harm.
 * @throws StoreFault when it stays without an answer
 */
export async function untilAnswered<T>(append: () => Promise<T>, times = TIMES): Promise<T> {
  try {
    return await append();
  } catch (error) {
    if (times <= 1 || !(error instanceof StoreFault)) throw error;
    return untilAnswered(append, times - 1);
  }
}
