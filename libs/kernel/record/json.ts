import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A JSON value as RFC 8259 knows it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON text (RFC 8785): one value has one spelling, for ever. Every hash and every stored byte goes through it.
 * @param value anything JSON can express; keys whose value is `undefined` are left out
 * @throws TypeError when the value has no JSON form
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value has no JSON form');
  return text;
}

/** SHA-256 of the canonical JSON of `value`, in lower-case hex. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}
