import type { Clock, Randomness } from '#kernel';
import { stands } from '#sqlite';
import { vaultFault } from './fault.js';
import { FileThread, type Vouch } from './file-thread.js';
import { Ring, type OpenKeyRing } from './ring.js';
import { SECRET_BYTES } from './secret-file.js';
import type { KeyDesk } from './thread/keys.js';
import { unwrap, wrap } from './wrap.js';

const CHECK_WORDS = 'kheo key check';

/** What a key ring is opened with. */
export interface KeyRingOptions {
  /** Its own small file, beside the log; made when there is none. Several processes of one machine may share it. */
  readonly file: string;
  /** The master key, 32 bytes, kept apart from the file and from its backups. */
  readonly kek: Buffer;
  /** Of a new key: 16 bytes for its id, 32 for the key, 12 to wrap it, owner by owner. Nothing is drawn for a key that stands. */
  readonly random: Randomness;
  readonly clock: Clock;
  /** The log that the ring belongs to. */
  readonly logId: string;
}

/**
 * Opens the store of keys beside the log. Every key lies in it wrapped under the master key. A file that is refused stays
 * as it was.
 * @throws VaultFault when the file is another log's or of another layout, the master key is not the one it was made with,
 * or it cannot be used
 */
export async function openKeyRing({ file, kek, random, clock, logId }: KeyRingOptions): Promise<OpenKeyRing> {
  if (kek.length !== SECRET_BYTES) throw vaultFault('keySize', file);
  const vouch: Vouch = (standing) => {
    if (standing === undefined) return wrap(Buffer.from(CHECK_WORDS), kek, CHECK_WORDS, random);
    if (unwrap(standing, kek, CHECK_WORDS) === undefined) throw vaultFault('wrongKek', file);
    return standing;
  };
  const thread = await FileThread.open<KeyDesk>({ file, kind: 'keys', logId }, vouch);
  return new Ring(thread, { file, kek, random, clock });
}

/** True when something stands where the key ring should be; what it is, opening it tells. Nothing is changed. */
export const keyRingStands = (file: string): boolean => stands(file);
