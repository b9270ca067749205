import type { Asker, Matter } from './admit.js';
import type { CommandRequest } from './command.js';
import { exists, streamName, unborn, type Fold, type Loaded, type StateShape } from './fold/fold.js';
import type { AnyRead } from './lifecycle.js';
import type { StreamReader } from './read-scope.js';

/** Who may see what, as far as a refusal depends on it. */
export interface Readers {
  /** True when the asker may read the dossier. */
  sees(dossier: Loaded, asker: Asker): boolean;
  /** True when that the dossier exists is a secret from nobody who has a role. */
  isOpen(dossier: Loaded): boolean;
}

/** A command that was refused. */
export interface Refused {
  readonly matter: Matter;
  readonly command: CommandRequest['command'];
  readonly asker: Asker;
  readonly target: Loaded;
  /** True when the table lets the sender act on the dossier as it stands: then it is no secret that it is there. */
  mayAct(): Promise<boolean>;
}

/** The case as its sender may know of it. */
export interface SeenCase {
  readonly target: Loaded;
  readonly streams: StreamReader;
}

/**
 * What a sender may know of the case in which a command was refused: dossiers that are secret from the sender are not there. Those
 * are the target, and what is read because the command names it.
 * @returns undefined when nothing of the case is a secret
 */
export async function caseAsSeen(
  refused: Refused,
  streams: StreamReader,
  readers: Readers,
): Promise<SeenCase | undefined> {
  const { target, asker, matter } = refused;
  const isHidden = exists(target) && !readers.sees(target, asker) && !(await refused.mayAct());
  const seen = isHidden ? unborn(matter.lifecycle, target.id) : target;
  const secrets = await secretsNamed({ ...refused, target: seen }, streams, readers);
  if (!isHidden && secrets.size === 0) return undefined;
  const load = async <S extends StateShape>(fold: Fold<S>, id: string): Promise<Loaded<S>> =>
    secrets.has(streamName(fold.name, id)) ? unborn(fold, id) : streams.load(fold, id);
  return { target: seen, streams: { load } };
}

/** The streams that are read because the command names them, and that are secret from the sender. */
async function secretsNamed(
  { matter, command, asker, target }: Refused,
  streams: StreamReader,
  readers: Readers,
): Promise<ReadonlySet<string>> {
  if (!matter.row.from.includes(target.state.status)) return new Set();
  const reads = Object.values(matter.row.reads) as readonly AnyRead<unknown, unknown>[];
  const named = await Promise.all(
    reads.flatMap((read) =>
      read.kind === 'ask' ? [] : idsNamed(read, target.state, command).map((id) => streams.load(read.fold, id)),
    ),
  );
  const secret = named.filter((it) => exists(it) && !readers.isOpen(it) && !readers.sees(it, asker));
  return new Set(secret.map(({ stream }) => stream));
}

type NamedRead = Exclude<AnyRead<unknown, unknown>, { readonly kind: 'ask' }>;

/** What is read only because of what the command says. */
function idsNamed(read: NamedRead, state: unknown, command: unknown): readonly string[] {
  const withoutIt = new Set(idsOf(read, state, undefined));
  return [...new Set(idsOf(read, state, command))].filter((id) => id !== '' && !withoutIt.has(id));
}

const idsOf = (read: NamedRead, state: unknown, command: unknown): readonly string[] =>
  read.kind === 'many' ? read.ids(state, command) : [read.id(state, command) ?? ''];
