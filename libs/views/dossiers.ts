import type { Projection } from '#projections';
import type { ViewLayout } from './layout.js';
import { Projector } from './projector.js';
import { indexesOf, tablesOf } from './schema.js';

/** The view of a lifecycle's dossiers as a projection: a row for each, kept by the lifecycle's own fold. */
export const dossiersOf = (layout: ViewLayout): Projection => ({
  name: layout.name,
  version: layout.view.version,
  of: layout.name,
  tables: tablesOf(layout),
  indexes: indexesOf(layout),
  over: (db, logId) => new Projector(layout, db, logId),
});
