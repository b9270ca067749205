import { errors, jwtVerify } from 'jose';
import { derivedId, type Clock } from '#kernel';
import { KeySourceFault, type TokenKeys } from './token-keys.js';
import type { TokenFault } from './token-refusals.js';

/**
 * Asymmetric signatures only (RFC 8725 §3.1): with a shared-secret algorithm the published RSA key would be the secret.
 * RS256 stays because RFC 9068 §4 makes every resource server accept it.
 */
const ALGORITHMS = ['Ed25519', 'EdDSA', 'ES256', 'PS256', 'RS256'];

/** Longer than any honest token; what is longer is not parsed. */
const LONGEST = 16_384;
const DEFAULT_TOLERANCE_SECONDS = 5;
/** One working day, with room for overtime. */
const DEFAULT_AGE_SECONDS = 12 * 3600;

/** What a token must say to be accepted. */
export interface TokenRules {
  /** The one issuer that is trusted, letter for letter as its tokens name it. */
  readonly issuer: string;
  /** The name under which the issuer knows this service. */
  readonly audience: string;
  readonly keys: TokenKeys;
  readonly clock: Clock;
  /** How far the issuer's clock may be from ours; 5 unless given. */
  readonly clockToleranceSeconds?: number;
  /** Older tokens are refused whatever their expiry says; 12 hours unless given. */
  readonly maxTokenAgeSeconds?: number;
}

/** What a token came to: who sends it and until when, or the code of a refusal in `tokenRefusals`. */
export type TokenVerdict =
  | { readonly ok: true; readonly subject: string; readonly expiresAt: string }
  | { readonly ok: false; readonly reason: TokenFault };

/** Checks one token; `undefined` is a request without one. */
export type TokenVerifier = (token: string | undefined) => Promise<TokenVerdict>;

/**
 * The pseudonymous identifier of a token's bearer. It is all that is taken from a token: what the bearer may do is
 * in the roster.
 */
export const subjectId = (issuer: string, sub: string): string => derivedId('subject', issuer, sub);

/**
 * Checks JWT access tokens (RFC 9068) of one issuer. The verdict never contains the token or a part of it.
 * @returns a function that throws only when the service itself is at fault
 */
export function tokenVerifier(rules: TokenRules): TokenVerifier {
  const { issuer, audience, keys, clock } = rules;
  const claims = {
    algorithms: ALGORITHMS,
    issuer,
    audience,
    typ: 'at+jwt',
    requiredClaims: ['sub', 'iat', 'exp'],
    clockTolerance: rules.clockToleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS,
    maxTokenAge: rules.maxTokenAgeSeconds ?? DEFAULT_AGE_SECONDS,
  };
  return async (token) => {
    if (token === undefined || token.trim() === '') return refuse('TOKEN_MISSING');
    if (token.length > LONGEST) return refuse('TOKEN_MALFORMED');
    try {
      const { payload } = await jwtVerify(token, keys.find, { ...claims, currentDate: new Date(clock.now()) });
      return bearerOf(issuer, payload.sub, payload.exp);
    } catch (error) {
      return refuse(reasonOf(error));
    }
  };
}

const refuse = (reason: TokenFault): TokenVerdict => ({ ok: false, reason });

/** The claims are signed by now, but only their presence has been checked: a provider may still send a wrong type. */
function bearerOf(issuer: string, sub: unknown, exp: unknown): TokenVerdict {
  if (typeof sub !== 'string' || sub === '' || typeof exp !== 'number') return refuse('TOKEN_MALFORMED');
  const expiry = new Date(exp * 1000);
  if (Number.isNaN(expiry.getTime())) return refuse('TOKEN_MALFORMED');
  return { ok: true, subject: subjectId(issuer, sub), expiresAt: expiry.toISOString() };
}

/** Anything that is not about the token is rethrown: a fault must not look like a bad token. */
function reasonOf(error: unknown): TokenFault {
  if (error instanceof KeySourceFault) return 'KEYS_UNAVAILABLE';
  if (error instanceof errors.JWTExpired) return 'TOKEN_EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error.claim, error.reason);
  if (!(error instanceof errors.JOSEError)) throw error;
  switch (error.code) {
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
    case 'ERR_JWKS_NO_MATCHING_KEY':
    case 'ERR_JWKS_MULTIPLE_MATCHING_KEYS':
    case 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED':
      return 'TOKEN_SIGNATURE_INVALID';
    case 'ERR_JWS_INVALID':
    case 'ERR_JWT_INVALID':
    case 'ERR_JOSE_NOT_SUPPORTED':
      return 'TOKEN_MALFORMED';
    default:
      throw error;
  }
}

function claimReason(claim: string, failure: string): TokenFault {
  switch (claim) {
    case 'iss':
      return 'TOKEN_ISSUER_UNKNOWN';
    case 'aud':
      return 'TOKEN_AUDIENCE_WRONG';
    case 'typ':
      return 'TOKEN_TYPE_WRONG';
    case 'nbf':
    case 'iat':
      return failure === 'check_failed' ? 'TOKEN_NOT_YET_VALID' : 'TOKEN_MALFORMED';
    default:
      return 'TOKEN_MALFORMED';
  }
}
