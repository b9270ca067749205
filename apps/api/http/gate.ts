import { discoverKeys, tokenRefusals, tokenVerifier, viewerOf, type TokenKeys, type TokenVerdict } from '#identity';
import {
  edgeRefusals,
  preferredLanguage,
  RefusedRead,
  RequestReads,
  type Lasting,
  type RequestContext,
} from '#graphql';
import { ERASED, unseal, type Clock } from '#kernel';
import { systemClock } from '#runtime';
import type { Service } from '../service.js';

/** What the gate lets in. */
export interface GateRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: TokenKeys;
}

/** The keys of a real provider, found through its discovery document. */
export const providerRules = (issuer: string, audience: string, clock: Clock = systemClock): GateRules => ({
  issuer,
  audience,
  keys: discoverKeys(issuer, { clock }),
});

/** What a request says of its sender. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
}

/** Somebody who got in: with the time until which the token holds. */
export interface Admitted {
  readonly context: RequestContext;
  /** RFC 3339; undefined for the anonymous. */
  readonly expiresAt: string | undefined;
}

/** Who is it: the token says only that. What they may do, the log says. */
export class Gate {
  private readonly verify: (token: string | undefined) => Promise<TokenVerdict>;

  constructor(
    rules: GateRules,
    private readonly service: Service,
  ) {
    this.verify = tokenVerifier({ ...rules, clock: systemClock });
  }

  /**
   * The context that resolvers work in.
   * @param lasting how long what it looks up holds
   * @throws RefusedRead when a token is given and is not good
   */
  async admit({ authorization, acceptLanguage }: Credentials, lasting: Lasting = 'request'): Promise<Admitted> {
    const language = preferredLanguage(acceptLanguage);
    if (authorization === undefined || authorization === '')
      return { context: anonymous(language), expiresAt: undefined };
    const verdict = await this.verify(/^Bearer (.+)$/i.exec(authorization)?.[1] ?? '');
    if (!verdict.ok) throw new RefusedRead(tokenRefusals[verdict.reason]());
    const { subject, expiresAt } = verdict;
    return { context: this.contextOf(subject, language, lasting), expiresAt };
  }

  private contextOf(subject: string, language: RequestContext['language'], lasting: Lasting): RequestContext {
    const { authority, clock, engine, keys } = this.service;
    const looked = new RequestReads(
      () => engine.reads(),
      async (reads) => viewerOf(subject, await authority.grantsOf(subject, reads), clock.now()),
      lasting,
    );
    return {
      language,
      subject,
      unseal: async (sealed) => clearOf(await unseal(sealed, keys)),
      viewer: () => looked.viewer(),
      reads: () => looked.reads,
      renew: () => looked.renew(),
    };
  }
}

const clearOf = (text: string | typeof ERASED): string | undefined => (text === ERASED ? undefined : text);

const anonymous = (language: RequestContext['language']): RequestContext => ({
  language,
  subject: undefined,
  unseal: () => Promise.resolve(undefined),
  viewer: () => Promise.reject(new RefusedRead(edgeRefusals.notAuthenticated())),
  reads: () => {
    throw new RefusedRead(edgeRefusals.notAuthenticated());
  },
  renew: () => undefined,
});
