import type { LifecycleModule } from '#graphql';
import type { SqlParams } from '#projections';
import type { SqlPiece } from '#views';

/** A text as an SQL literal. For names out of the program only: what a client sends travels as a parameter. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The parameters of several pieces together. */
export const paramsOf = (pieces: readonly SqlPiece[]): SqlParams =>
  Object.assign({}, ...pieces.map((piece) => piece.params)) as SqlParams;

/** True when the service runs all of these lifecycles: what is read from others cannot be asked. */
export const runs = (modules: readonly LifecycleModule[], names: readonly string[]): boolean =>
  names.every((name) => modules.some((module) => module.lifecycle.name === name));
