export { given, loaded, type Result, type Surroundings } from './given.js';
