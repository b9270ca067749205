import type { CommandShape, Transition } from '../lifecycle.js';
import type { Loaded } from '../fold/fold.js';
import { fenceStream, type FenceUse } from './fence.js';

/** Fences that a row passes: of which kind, how, and by which keys. */
export interface RowFence<S, C> {
  readonly use: FenceUse;
  /** Lower-case letters. */
  readonly kind: string;
  /**
   * Registered identities, joined by dots; an empty one is no fence.
   * @param id the dossier's own
   */
  keys(state: S, command: C, id: string): readonly string[];
}

/** Why a read rests on nothing that anybody could make untrue meanwhile. */
export interface Unfenced {
  readonly unfenced: string;
}

type Keys<S, C> = RowFence<S, C>['keys'];

/** Relied on beside all others who only rely on it. */
export const shared = <S, C>(kind: string, keys: Keys<S, C>): RowFence<S, C> => ({ use: 'shared', kind, keys });

/** Passed by one at a time. */
export const exclusive = <S, C>(kind: string, keys: Keys<S, C>): RowFence<S, C> => ({ use: 'exclusive', kind, keys });

/**
 * A row that can make untrue what others rely on this dossier for: whoever reads it goes through its fence.
 * @param name the dossier's lifecycle
 */
export const breaking = (name: string): RowFence<unknown, unknown> =>
  exclusive(name.toLowerCase(), (_state, _command, id) => [id]);

/**
 * A read that needs no fence.
 * @param why what makes it so, for whoever reads the table
 */
export const unfenced = (why: string): Unfenced => ({ unfenced: why });

/**
 * The fences that a command passes by its row: those that the row names, and those of everything that it reads.
 * @returns by the fence's stream; whoever passes one both ways passes it alone
 */
export function fencesOf(row: Transition, target: Loaded, command: CommandShape): ReadonlyMap<string, FenceUse> {
  const found = new Map<string, FenceUse>();
  for (const { use, kind, keys } of namedBy(row)) {
    for (const key of keys(target.state, command, target.id)) {
      const stream = fenceStream(kind, key);
      if (key !== '' && found.get(stream) !== 'exclusive') found.set(stream, use);
    }
  }
  return found;
}

function namedBy({ fences, reads }: Transition): readonly RowFence<unknown, unknown>[] {
  const ofReads = Object.values(reads).flatMap(({ fence }) => ('unfenced' in fence ? [] : [fence].flat()));
  return [...fences, ...ofReads] as readonly RowFence<unknown, unknown>[];
}
