export { Database, type SqlParams, type SqlRow } from './database.js';
export {
  ProjectionsBehind,
  ProjectionsFault,
  ProjectionsNotBuilt,
  ProjectionStopped,
  type BuildProgress,
  type ProjectionFailure,
} from './faults.js';
export { buildBeside, type BuiltFile } from './build-beside.js';
export { assertDistinct, fingerprintOf } from './fingerprint.js';
export { assertRuns, type ProjectionStatus } from './standing.js';
export { Projections, type ProjectionsOptions } from './open-projections.js';
export type { LogReader } from './entries.js';
export type { Applier, Batch, Changed, Entry, Format, Histories, Projection } from './projection.js';
export type { ProjectionFile } from './projection-file.js';
export { Recent } from './recent.js';
