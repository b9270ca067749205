export { admittedActor } from './admission.js';
export { competentActor, conditionsOf, stateRefusal, type Asker, type Matter } from './admit.js';
export {
  inForce,
  keepsOwnOut,
  REACHES,
  reaches,
  type Authority,
  type Competence,
  type Grant,
  type Reach,
} from './authority.js';
export type { Readers } from './as-seen.js';
export { assertKeepsTable, carryOut, type Carried, type Decidable } from './carry-out.js';
export { caseOf, rowOf, type Case } from './case.js';
export type { Accepted, ActionAnswer, AttemptLog, CommandRequest, Outcome, RefusedAttempt } from './command.js';
export { futureRefusal, periodRefusal, type Period } from './dates.js';
export type { Due, DueKind, StandingDue, StepDeadline, Window, WindowRef } from './deadline.js';
export { asking, lifecycle, reading, readingMany } from './define.js';
export { Engine, type EngineParts } from './engine.js';
export type { Explained } from './explain.js';
export { attemptOf, entryIn, fenceEntry, type Entering, type FenceEntered } from './fence/entry.js';
export { fencesNamedBy, fencesOf } from './fence/passing.js';
export { breaking, exclusive, shared, unfenced, type RowFence, type Unfenced } from './fence/row-fence.js';
export { gateOf } from './fence/gate.js';
export { FENCE, fenceStream, isFence, type FenceGate, type FenceUse, type Looked } from './fence/fence.js';
export * from './fold/fold.js';
export { Loader, type Step } from './fold/loader.js';
export { isRectification } from './fold/rectified.js';
export { decodeWith, evolveWith, infoOf, isVoid, refold, type Cut } from './fold/refold.js';
export type {
  CommandShape,
  ContentGuard,
  DecideContext,
  DecisionNeeds,
  Guard,
  Lifecycle,
  Moment,
  ReadFence,
  Reads,
  StreamRead,
  Transition,
} from './lifecycle.js';
export type { FoundKey, KeyRing, OwnerKey } from './personal/key-ring.js';
export {
  ERASED,
  isSealedParticular,
  keysToSeal,
  mapParticulars,
  particularsIn,
  personal,
  prose,
  seal,
  unseal,
  withPlaces,
  type Personal,
  type PersonRef,
  type Prose,
  type Sealed,
  type Unsealed,
} from './personal/particulars.js';
export type { PaperIssuers } from './papers.js';
export { personRef, type PersonRegister } from './personal/persons.js';
export type { PolicySource, PolicyVersion } from './policy.js';
export { question, type Answer, type Question, type Questions, type Shape, type ValuesOf } from './question.js';
export { ReadScope, type StreamReader } from './read-scope.js';
export { canonicalForm, leafHash, NO_EVENTS, runningDigest } from './record/canonical-form.js';
export { decode, encode, type EventFormat, type EventInfo, type EventKind, type Upcaster } from './record/codec.js';
export { Recent } from './recent.js';
export * from './record/envelope.js';
export { evidenceDigest, type Seen } from './record/evidence.js';
export { LogFault, type LogFaultCode } from './record/faults.js';
export {
  assertIsOurs,
  FORMAT,
  foundLog,
  FOUNDING_STREAM,
  identityIn,
  type LogExpectation,
  type LogIdentity,
} from './record/founding.js';
export { eventIdOf, uuidFrom } from './record/ids.js';
export { canonical, contentHash, type Json } from './record/json.js';
export {
  kernelEvents,
  type AttemptVoided,
  type EntryRectified,
  type FenceSettled,
  type KernelEvent,
  type Patch,
} from './record/kernel-events.js';
export {
  defineRefusal,
  defineTelling,
  isRefusal,
  refusalCatalogue,
  type Facts,
  type Refusal,
  type RefusalKind,
} from './refusal.js';
export { refusals } from './refusals.js';
export { derivedId, SYSTEM_SUBJECT, type Clock, type Randomness } from './sources.js';
export * from './store.js';
export { recordedBy } from './writing.js';
export { text, type Language, type Text } from './text.js';
export { standingIn } from './standing.js';
