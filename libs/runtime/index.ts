export { hostOf, type Host, type HostParts } from './host.js';
export { LogPolicies } from './log-policies.js';
export { clockFrom, seededRandomness, SimulatedClock } from './simulated-sources.js';
export { systemClock, systemRandomness } from './system-sources.js';
export { LogPapers } from './log-papers.js';
