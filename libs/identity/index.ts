export { by, isRole, ROLES, type Role } from './roles.js';
export { subjectId, tokenVerifier, type TokenRules, type TokenVerdict, type TokenVerifier } from './token.js';
export {
  discoverKeys,
  KeySourceFault,
  localKeys,
  remoteKeys,
  type KeySourceOptions,
  type TokenKeys,
} from './token-keys.js';
export { tokenRefusals, type TokenFault } from './token-refusals.js';
export { AUDIENCES, viewerOf, type Audience, type Viewer } from './viewer.js';
