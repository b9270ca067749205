export { admit } from './admit.js';
export {
  inForce,
  keepsOwnOut,
  reaches,
  SYSTEM_SUBJECT,
  type Authority,
  type Competence,
  type Grant,
  type Reach,
} from './authority.js';
export { rowOf, type Questions } from './case.js';
export { decode, encode, type EventFormat, type EventInfo, type Upcaster } from './codec.js';
export type { Accepted, ActionAnswer, AttemptLog, CommandRequest, Outcome, RefusedAttempt } from './command.js';
export { asking, lifecycle, reading, readingMany } from './define.js';
export { Engine, type EngineParts } from './engine.js';
export * from './envelope.js';
export {
  advance,
  parseStream,
  streamName,
  unborn,
  type Fold,
  type Loaded,
  type Participants,
  type StateShape,
} from './fold.js';
export { canonical, contentHash, type Json } from './json.js';
export type { CommandShape, DecideContext, DecisionNeeds, Guard, Lifecycle, Moment, Transition } from './lifecycle.js';
export { decodeWith, Loader } from './loader.js';
export {
  personal,
  seal,
  unseal,
  withPlaces,
  type KeyRing,
  type Personal,
  type PersonKey,
  type Sealed,
  type Unsealed,
} from './personal.js';
export type { PolicySource, PolicyVersion } from './policy.js';
export { defineRefusal, isRefusal, refusalCatalogue, type Facts, type Refusal, type RefusalKind } from './refusal.js';
export { refusals } from './refusals.js';
export { derivedId, type Clock, type Randomness } from './sources.js';
export * from './store.js';
export { text, type Language, type Text } from './text.js';
