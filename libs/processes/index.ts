export { ProcessesFault, type Checkpoint, type RefusedCommand, type Standing } from './checkpoint.js';
export { deadlineProcess } from './deadlines/process.js';
export type { DeadlineParts, DeadlineSource } from './deadlines/ports.js';
export { deadlinesIn } from './deadlines/views-source.js';
export type { DueScan, Look, Process, Wanted } from './process.js';
export { openProcesses, type OpenProcesses, type ProcessesOptions } from './processes.js';
export type { ProcessStatus } from './runner.js';
export { systemTimers, type Timers } from './timers.js';
