import type { Position } from '#kernel';
import { ProjectionStopped, type BuildProgress, type ProjectionFailure } from './faults.js';
import type { ProjectionFile } from './projection-file.js';

/** Where a projection stands. */
export interface ProjectionStatus {
  readonly name: string;
  readonly position: Position;
  /** The id of the event there; absent before the first. */
  readonly eventId?: string;
  readonly failure?: ProjectionFailure;
  /** How far its file has been filled, while it is being filled for the first time. */
  readonly building?: BuildProgress;
}

/** Where each projection of a file stands. */
export const statusOf = (file: ProjectionFile): readonly ProjectionStatus[] =>
  file.names.map((name) => {
    const { position, last, failure } = file.progressOf(name);
    return { name, position, ...(last && { eventId: last.eventId }), ...(failure && { failure }) };
  });

/** The last event that every running projection of a file has taken in; the cursor where none runs. */
export function positionIn(file: ProjectionFile, cursor: Position): Position {
  const running = statusOf(file).flatMap(({ position, failure }) => (failure ? [] : [position]));
  return running.reduce((least, position) => (position < least ? position : least), running[0] ?? cursor);
}

/** True once these projections are there; one that has stopped counts: whoever reads it is told so, instead of waiting in vain. */
export const haveReached = (file: ProjectionFile, names: readonly string[], position: Position): boolean =>
  names.every((name) => {
    const progress = file.progressOf(name);
    return progress.failure !== undefined || progress.position >= position;
  });

/** Fails unless a projection runs. @throws ProjectionStopped */
export function assertRuns(file: ProjectionFile, name: string): void {
  const { failure } = file.progressOf(name);
  if (failure) throw new ProjectionStopped(name, failure);
}
