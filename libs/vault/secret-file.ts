import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { types } from 'node:util';
import type { Randomness } from '#kernel';
import { guarded, vaultFault } from './fault.js';

/** The length of every secret here: an AES-256 key, an Ed25519 seed. */
export const SECRET_BYTES = 32;

const GROUP_OR_OTHERS = 0o077;
/** Windows keeps no such bits and reports them all as set. */
const hasModes = process.platform !== 'win32';

/**
 * The 32 secret bytes kept in a file of its owner's alone; made and durable on return when there was no such file.
 * The folder must exist.
 * @throws VaultFault when others can read the file, when it is not 32 bytes long, or when it cannot be read or made
 */
export function loadOrCreateSecret(file: string, random: Randomness): Buffer {
  return guarded(file, () => create(file, random) ?? load(file));
}

/** Undefined when the file is there already: of two processes that start at once, one makes it and the other reads it. */
function create(file: string, random: Randomness): Buffer | undefined {
  const handle = openNew(file);
  if (handle === undefined) return undefined;
  try {
    const secret = random.bytes(SECRET_BYTES);
    fchmodSync(handle, 0o600);
    writeSync(handle, secret);
    fsyncSync(handle);
    syncFolder(dirname(file));
    return secret;
  } finally {
    closeSync(handle);
  }
}

function openNew(file: string): number | undefined {
  try {
    return openSync(file, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  } catch (error) {
    if (types.isNativeError(error) && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
}

function load(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { mode } = fstatSync(handle);
    if (hasModes && (mode & GROUP_OR_OTHERS) !== 0) throw vaultFault('keyExposed', file);
    const secret = readFileSync(handle);
    if (secret.length !== SECRET_BYTES) throw vaultFault('keySize', file);
    return secret;
  } finally {
    closeSync(handle);
  }
}

/** A new file survives a power cut only once its folder is on the disk too. */
function syncFolder(folder: string): void {
  if (!hasModes) return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
