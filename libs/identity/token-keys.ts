import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type CompactJWSHeaderParameters,
  type CryptoKey,
  type FlattenedJWSInput,
  type JSONWebKeySet,
} from 'jose';
import type { Clock } from '#kernel';

const TIMEOUT_MS = 5_000;
const DEFAULT_COOLDOWN_SECONDS = 30;
/** After this long the keys are fetched again: a key that the provider withdrew is honoured no longer than this. */
const CACHE_MS = 600_000;

/** Where the public keys that tokens are checked with come from. */
export interface TokenKeys {
  /**
   * The key that a token's header names.
   * @throws KeySourceFault when the provider cannot be asked or answers nonsense
   */
  readonly find: (header: CompactJWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;
}

/** How a provider is asked. */
export interface KeySourceOptions {
  readonly clock: Clock;
  /** How long the provider is left alone after an answer or a failure, whatever tokens come in; 30 unless given. */
  readonly cooldownSeconds?: number;
}

/** The keys cannot be had: the provider is out of reach, answers nonsense, or is configured in an unsafe way. */
export class KeySourceFault extends Error {
  override readonly name = 'KeySourceFault';
}

const fault = (url: string, vi: string, en: string, cause?: unknown): KeySourceFault =>
  new KeySourceFault(`Hệ thống định danh ${url}: ${vi}. Identity provider ${url}: ${en}.`, { cause });

/** Keys that are known beforehand: the demonstration's own. */
export const localKeys = (jwks: JSONWebKeySet): TokenKeys => ({ find: createLocalJWKSet(jwks) });

/**
 * Keys published at an address. They are fetched when first needed, again when a token names an unknown one and the
 * cooldown is over, and again when they are ten minutes old.
 * @throws KeySourceFault when the address is neither https nor on this machine
 */
export function remoteKeys(url: string, options: KeySourceOptions): TokenKeys {
  const address = safeAddress(url);
  const pause = pauseAfterFailure(options, url);
  const cooldownDuration = (options.cooldownSeconds ?? DEFAULT_COOLDOWN_SECONDS) * 1000;
  const set = createRemoteJWKSet(address, {
    timeoutDuration: TIMEOUT_MS,
    cacheMaxAge: Math.max(CACHE_MS, cooldownDuration),
    cooldownDuration,
    // The set's own cooldown counts from the last success only: while the provider is down each token would ask again.
    [customFetch]: (resource, init) => pause.unlessPaused(() => fetch(resource, init)),
  });
  return {
    find: async (header, token) => {
      try {
        return await set(header, token);
      } catch (error) {
        if (isAboutToken(error)) throw error;
        throw pause.failed(error);
      }
    },
  };
}

/**
 * Keys of an OpenID provider, found through its discovery document (OpenID Connect Discovery 1.0 §4) when first needed.
 * @param issuer the issuer as its tokens name it; the document must name the same (§4.3)
 * @throws KeySourceFault when the issuer is neither https nor on this machine
 */
export function discoverKeys(issuer: string, options: KeySourceOptions): TokenKeys {
  const document = safeAddress(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const pause = pauseAfterFailure(options, issuer);
  let found: Promise<TokenKeys> | undefined;
  const discover = async (): Promise<TokenKeys> => remoteKeys(await jwksAddress(document, issuer), options);
  return {
    find: async (header, token) => {
      found ??= pause.unlessPaused(discover).catch((error: unknown) => {
        found = undefined;
        throw pause.failed(error);
      });
      return (await found).find(header, token);
    },
  };
}

/** Reads the discovery document; redirects are not followed, so that nobody else can answer for the issuer. */
async function jwksAddress(document: URL, issuer: string): Promise<string> {
  const response = await fetch(document, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw fault(issuer, `trả lời HTTP ${response.status}`, `it answered HTTP ${response.status}`);
  const found: unknown = await response.json();
  if (typeof found !== 'object' || found === null || !('issuer' in found) || found.issuer !== issuer) {
    throw fault(issuer, 'tài liệu khám phá ghi một hệ thống khác', 'its discovery document names another issuer');
  }
  if (!('jwks_uri' in found) || typeof found.jwks_uri !== 'string') {
    throw fault(issuer, 'tài liệu khám phá không ghi nơi công bố khóa', 'its discovery document names no keys');
  }
  return found.jwks_uri;
}

/** True when the provider answered well and it is the token that fits none of its keys. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

/** Leaves a provider that failed alone for the length of the cooldown. */
function pauseAfterFailure({ clock, cooldownSeconds }: KeySourceOptions, url: string) {
  let retryAt = -Infinity;
  const now = (): number => Date.parse(clock.now());
  return {
    unlessPaused<T>(ask: () => Promise<T>): Promise<T> {
      if (now() >= retryAt) return ask();
      return Promise.reject(
        fault(url, 'vừa không trả lời được, sẽ hỏi lại sau', 'it failed a moment ago and is left alone'),
      );
    },
    failed(error: unknown): KeySourceFault {
      // Being left alone is not another failure: it must not prolong the pause.
      if (now() >= retryAt) retryAt = now() + (cooldownSeconds ?? DEFAULT_COOLDOWN_SECONDS) * 1000;
      if (error instanceof KeySourceFault) return error;
      return fault(url, 'không lấy được khóa công khai', 'its public keys cannot be fetched', error);
    },
  };
}

/** Keys that came over an open network could be anybody's. */
function safeAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || address.username !== '' || address.password !== '') {
    throw fault('(?)', 'địa chỉ không hợp lệ', 'the address is not a plain URL');
  }
  const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(address.hostname);
  if (address.protocol === 'https:' || (address.protocol === 'http:' && loopback)) return address;
  throw fault(address.origin, 'phải dùng https', 'https is required');
}
