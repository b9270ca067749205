/** Every projection that is no view of dossiers: one line each. What a folder exports here is what the service keeps. */
export { personsNamed } from './persons/projection.js';
