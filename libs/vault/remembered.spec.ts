import { describe, expect, it } from '@jest/globals';
import { Remembered } from './remembered.js';

/** Looks up the length of a name and remembers what it was asked. */
function lengths(): {
  readonly asked: string[][];
  readonly lookUp: (names: readonly string[]) => Promise<Map<string, number>>;
} {
  const asked: string[][] = [];
  return {
    asked,
    lookUp: (names) => {
      asked.push([...names]);
      return Promise.resolve(new Map(names.map((name) => [name, name.length])));
    },
  };
}

describe('what is remembered', () => {
  it('is not looked up again; the one used least recently goes first', async () => {
    const [{ asked, lookUp }, memory] = [lengths(), new Remembered<number>(2)];
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await memory.get([name], lookUp);
    expect(asked).toEqual([['a'], ['b'], ['c'], ['b']]);
  });

  it('is looked up once for all who ask meanwhile, each name once', async () => {
    const [{ asked, lookUp }, memory] = [lengths(), new Remembered<number>(9)];
    await Promise.all([memory.get(['a', 'bb', 'a'], lookUp), memory.get(['bb', 'ccc'], lookUp)]);
    expect(asked).toEqual([['a', 'bb'], ['ccc']]);
  });

  it('is neither a failure nor what is not worth it', async () => {
    const [{ asked, lookUp }, memory] = [lengths(), new Remembered<number>(9, (length) => length > 1)];
    await expect(memory.get(['bb'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    for (const name of ['a', 'bb', 'a', 'bb']) await memory.get([name], lookUp);
    expect(asked).toEqual([['a'], ['bb'], ['a']]);
  });

  it('is forgotten at once, even while it is being looked up', async () => {
    const [{ asked, lookUp }, memory] = [lengths(), new Remembered<number>(9)];
    const underWay = memory.get(['a'], lookUp);
    memory.clear();
    await underWay;
    await memory.get(['a'], lookUp);
    expect(asked).toEqual([['a'], ['a']]);
  });
});
