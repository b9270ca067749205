export type { Exposure, Onlooker } from './exposure.js';
export { reachSql, unitInColumn } from './reach-sql.js';
export { circlesOf, ownSql, type Circle } from './parts-sql.js';
export { SEES, sees } from './rule.js';
export { onlookerParams, ruleSql } from './rule-sql.js';
export { readsParticulars, readsStep, readsHandling, sightOf, type Sight } from './sight.js';
export { withholdParticulars } from './withheld.js';
