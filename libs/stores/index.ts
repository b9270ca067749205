export { openMemoryStore } from './memory/memory.store.js';
export { bareInsertCeiling, type CeilingRow } from './sqlite/ceiling.js';
export { openSqliteLogBeside, type LogBeside } from './sqlite/beside.js';
export { peekFirstEvent as peekSqliteLog } from './sqlite/peek.js';
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/sqlite.store.js';
export { fencedStore, type FencedStore } from './fenced/fenced.store.js';
export type { FencedParts } from './fenced/parts.js';
