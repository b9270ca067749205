import { describe, expect, it } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { FileFault } from '../index.js';
import { newFile } from '../spec-support/folder.js';
import { startFileThread } from './file-thread.js';
import type { Reply } from './messages.js';

const MODULE = new URL('../spec-support/words.worker', import.meta.url);

const start = async (file: string, onEnd?: (fault: Error) => void) =>
  startFileThread<string, string, Reply<string>>(
    { module: MODULE, name: 'words', setup: { file } },
    { closed: () => new Error('closed'), ended: (error) => new Error(`ended: ${error?.message}`), onEnd },
  );

describe('A thread that owns a file', () => {
  it('answers what is asked in one turn together, to each caller their own', async () => {
    const file = newFile();
    const { found, thread } = await start(file);
    expect([found, existsSync(file)]).toEqual(['nothing', true]);
    expect(await Promise.all(['a', 'b', 'c'].map((word) => thread.ask(word)))).toEqual(['a of 3', 'b of 3', 'c of 3']);
    await thread.close();
  });

  it('finishes what is under way before it closes, and refuses what comes later', async () => {
    const { thread } = await start(newFile());
    const underWay = thread.ask('a');
    const closed = Promise.all([thread.close(), thread.close()]);
    await expect(thread.ask('b')).rejects.toThrow('closed');
    expect(await underWay).toBe('a of 1');
    await closed;
  });

  it('tells those who wait, those who ask later and its owner when it ends by itself, and can still be closed', async () => {
    const told: string[] = [];
    const { thread } = await start(newFile(), ({ message }) => void told.push(message));
    await expect(Promise.all([thread.ask('a'), thread.ask('end')])).rejects.toThrow('ended: The last word');
    await expect(thread.ask('b')).rejects.toThrow('ended: The last word');
    await thread.close();
    expect(told).toEqual(['ended: The last word']);
  });

  it('says why a file cannot be opened', async () => {
    const file = newFile();
    writeFileSync(file, 'A letter that somebody saved here. '.repeat(200));
    await expect(start(file)).rejects.toThrow(FileFault);
    await expect(start(file)).rejects.toMatchObject({ reason: 'notDatabase' });
  });
});
