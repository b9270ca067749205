import type { CommandRequest } from './command.js';
import { streamName, type CommandTrace, type Fold } from './fold/fold.js';
import type { Loader } from './fold/loader.js';
import type { Logged } from './record/envelope.js';
import { contentHash } from './record/json.js';
import type { KeyRing } from './personal/key-ring.js';
import {
  ERASED,
  isSealedParticular,
  particularsIn,
  prose,
  unsealAll,
  withoutParticulars,
  type Sealed,
  type Unsealed,
} from './personal/particulars.js';
import { withPersons } from './personal/persons.js';

/**
 * A digest of everything that a command says, but for what its particulars say: names and prose about persons are never hashed.
 */
export function requestDigest(request: CommandRequest, id: string): string {
  const { lifecycle, command, subject, delegation, occurredAt, effectiveFrom, reason, document } = request;
  const said = {
    lifecycle,
    id,
    command,
    subject,
    delegation,
    occurredAt,
    effectiveFrom,
    document,
    reason: reason !== undefined,
  };
  return contentHash(withoutParticulars(said));
}

/** A command id that stands in the dossier already. */
export interface Repetition {
  readonly request: CommandRequest;
  readonly hash: string;
  readonly trace: CommandTrace;
}

/**
 * True when a command sent again says what it said the first time: the same payload by its digest, and the same names and prose
 * as were stored, compared in the clear and only where their keys still are.
 */
export async function saysTheSame<F extends Fold>(
  { request, hash, trace }: Repetition,
  {
    fold,
    id,
    loader,
    keys,
  }: { readonly fold: F; readonly id: string; readonly loader: Loader; readonly keys: KeyRing },
): Promise<boolean> {
  if (trace.hash !== hash) return false;
  const stored = (await loader.history(fold, id)).slice(trace.from, trace.to + 1).flatMap(sealedHere);
  const clear = await unsealAll(stored, keys);
  const said = saidIn(request, streamName(fold.name, id));
  return clear.every((text, index) => text === ERASED || textsOf(said, stored[index]?.person).includes(text));
}

/** The particulars that were sealed in an event itself; those carried over from another came from no command. */
function sealedHere({ stream, revision, event, meta }: Logged): readonly Sealed[] {
  const here = `${stream}\n${revision}\n`;
  return particularsIn([event.data, meta.reason])
    .filter(isSealedParticular)
    .filter(({ place }) => place?.startsWith(here));
}

/** What a command says in the clear, persons newly named under the identities that they get in this dossier. */
function saidIn({ command, reason }: CommandRequest, stream: string): readonly Unsealed[] {
  const said = particularsIn(withPersons(command, new Map(), stream)).filter((it) => 'clear' in it);
  return reason === undefined ? said : [...said, prose(reason)];
}

/** What is said of a person, or in prose; anything that is said where a decider named the person otherwise. */
function textsOf(said: readonly Unsealed[], person: string | undefined): readonly string[] {
  const own = said.filter((it) => it.person === person);
  return (own.length > 0 ? own : said).map(({ clear }) => clear);
}
