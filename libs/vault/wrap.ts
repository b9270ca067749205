import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Randomness } from '#kernel';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a secret under the master key (AES-256-GCM).
 * @param bound what the secret belongs to: it opens under the same words only
 * @returns nonce, ciphertext and tag, one after the other
 */
export function wrap(secret: Buffer, kek: Buffer, bound: string, random: Randomness): Buffer {
  const iv = random.bytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', kek, iv).setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** The secret, or undefined when the master key or what it is bound to is another, or a bit has changed. */
export function unwrap(wrapped: Uint8Array, kek: Buffer, bound: string): Buffer | undefined {
  const bytes = Buffer.from(wrapped);
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', kek, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
