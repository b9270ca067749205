export { actionsOf, AvailableAction } from './action.js';
export * from './bus.js';
export { CommandInput, DocumentRefInput, SignatureCapacityEnum, type AsInput } from './command-input.js';
export { PageInfo, sliceOf, TOTAL_COUNT, TOTAL_IS_EXACT } from './connection.js';
export type { RequestContext } from './context.js';
export { RequestReads, type Lasting } from './request-reads.js';
export { DocumentRefType } from './document-type.js';
export { codeEnum, Dossier, NodeType, statusEnum } from './dossier.js';
export { edgesOf, type Edge } from './edges.js';
export {
  DateField,
  EnumField,
  EnumsField,
  FlagField,
  HashField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  UuidField,
} from './fields.js';
export { KnownPersonField, PersonField, PersonInput, ProseField } from './particular-fields.js';
export { fromGlobalId, toGlobalId } from './global-id.js';
export { preferredLanguage, RefusedRead, say } from './messages.js';
export { lifecycleModule, type LifecycleModule } from './module.js';
export { mutationsOf, type CommandInputs } from './mutations.js';
export type { EntityType } from './payload.js';
export { PersonName, PersonNameResolver } from './person-name.js';
export { awaitPosition, queriesOf, type QuerySpec } from './queries.js';
export { SealedText } from './sealed-text.js';
export { edgeRefusals } from './refusals.js';
export { Instant, LocalDate, LogPosition } from './scalars.js';
export { payloadOf, shape } from './shape.js';
export { userErrorOf, userErrorTypes } from './user-errors.js';
export { Where } from './where.js';
