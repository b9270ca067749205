export { DOSSIER, given, loaded, recorded, stateAfter, type Past, type Result, type Surroundings } from './given.js';
export { sentBy, type Sender } from './sent-by.js';
export { memoryKeys } from './memory-keys.js';
export { nobody, SPEC_LOG } from './spec-log.js';
