import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadOrCreateKek, VaultFault } from './index.js';

const random = { bytes: (length: number) => randomBytes(length) };
const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'kheo-kek-')), 'master.key');

describe('the file of the master key', () => {
  it('is made once, 32 bytes that only its owner can read', () => {
    const file = newFile();
    const made = loadOrCreateKek(file, random);
    expect(made).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadOrCreateKek(file, random).equals(made)).toBe(true);
  });

  it.each([0o640, 0o604, 0o660, 0o644])('is refused when others can reach it (mode %o)', (mode) => {
    const file = newFile();
    loadOrCreateKek(file, random);
    chmodSync(file, mode);
    expect(() => loadOrCreateKek(file, random)).toThrow(/0600/);
  });

  it.each([0, 31, 33, 64])('is refused when it holds %d bytes', (length) => {
    const file = newFile();
    writeFileSync(file, randomBytes(length), { mode: 0o600 });
    expect(() => loadOrCreateKek(file, random)).toThrow(/32 byte/);
  });

  it('is a fault that names the file when the folder is not there', () => {
    const file = join(newFile(), 'nowhere');
    expect(() => loadOrCreateKek(file, random)).toThrow(VaultFault);
    expect(() => loadOrCreateKek(file, random)).toThrow(file);
  });
});
