import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { StoreFault } from '#kernel';
import { openSqliteStore } from '#stores';
import { Problem } from '../problem.js';
import { freshFolder } from './folder.js';

const place = (): string => join(mkdtempSync(join(tmpdir(), 'kheo-demo-folder-')), 'demo');

describe('The folder of a demonstration', () => {
  it('is made where there is none, and takes an empty one', async () => {
    const folder = place();
    await freshFolder(folder);
    expect(readdirSync(folder)).toEqual(['.kheo-demo']);
    const empty = place();
    mkdirSync(empty);
    await freshFolder(empty);
    expect(readdirSync(empty)).toEqual(['.kheo-demo']);
  });

  it('is emptied when an earlier demonstration made it', async () => {
    const folder = place();
    await freshFolder(folder);
    writeFileSync(join(folder, 'old.db'), 'old');
    await freshFolder(folder);
    expect(existsSync(join(folder, 'old.db'))).toBe(false);
  });

  it('is left alone when anybody else made it', async () => {
    const folder = place();
    mkdirSync(folder);
    writeFileSync(join(folder, 'log.db'), 'somebody’s');
    await expect(freshFolder(folder)).rejects.toThrow(Problem);
    expect(readdirSync(folder)).toEqual(['log.db']);
  });

  it('is left alone while a service runs on it', async () => {
    const folder = place();
    await freshFolder(folder);
    const store = await openSqliteStore({ file: join(folder, 'log.db') });
    await expect(freshFolder(folder)).rejects.toThrow(StoreFault);
    await store.close();
    await freshFolder(folder);
    expect(readdirSync(folder)).toEqual(['.kheo-demo']);
  });
});
