import type { Viewer } from '#identity';
import type { Language, ReadScope, Sealed } from '#kernel';

/** What every resolver knows of the request it serves. */
export interface RequestContext {
  readonly language: Language;
  /** The authenticated subject; undefined for an anonymous request. */
  readonly subject: string | undefined;
  /** What the subject may see now, from the log. Throws `NotAuthenticated` for an anonymous request. */
  viewer(): Promise<Viewer>;
  /** What this request reads of the log: each stream and each question once. */
  reads(): ReadScope;
  /** Called when a command has been sent: what comes after it looks anew. */
  renew(): void;
  /** The clear text of a sealed particular; undefined once its key has been destroyed. */
  unseal(sealed: Sealed): Promise<string | undefined>;
}
