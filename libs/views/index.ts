export type { Change } from './change.js';
export type { Condition } from './conditions.js';
export { NO_DEADLINE, type Deadline, type DeadlineQuery } from './deadlines.js';
export {
  answer,
  entityView,
  existing,
  type Column,
  type ColumnValue,
  type EntityView,
  type AnswerSql,
  type Part,
} from './entity-view.js';
export { exposureOf } from './exposure.js';
export { InvalidCursor } from './faults.js';
export { openViews, projectionsOf } from './open-views.js';
export type { Filter } from './finding.js';
export type { ListQuery, OrderBy, Page, Slice, Total } from './page.js';
export { MOST_COUNTED, totalOf } from './page.js';
export { visibleSql, type SqlPiece } from './permission.js';
export type { Row } from './rows.js';
export type { Views, ViewsOptions } from './views.js';
export { quoted, snakeCase } from './naming.js';
