import type { FenceUse } from './fence.js';

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
  /**
   * Of a fence that is shared: true where what was read behind it calls for passing it alone after all.
   * @param read what the read found to which the fence belongs
   */
  aloneWhen?(read: unknown, state: S, command: C): boolean;
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
