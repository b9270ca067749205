import { assertDistinct, Projections, type Projection } from '#projections';
import { assertAnswerable } from './answering.js';
import { deadlinesOfAll } from './deadlines.js';
import { dossiersOf } from './dossiers.js';
import { layoutOf } from './layout.js';
import { LiveViews } from './live-views.js';
import { Reader } from './reader.js';
import type { Views, ViewsOptions } from './views.js';
import { voidedOfAll } from './voided.js';

/** What all views write to beside their own tables. */
const COMMON = [deadlinesOfAll, voidedOfAll];

/**
 * Opens the views, with projections of other kinds beside them, and keeps them in step with the log. What has changed is
 * built anew beside the old file; so is a file that is corrupt or knows of another history than the log's.
 * @returns at once; what is not built yet says so to whoever reads it, and `ready` tells when all is
 * @throws ProjectionsFault when another process uses the file; StoreFault when the log cannot be read; Error when a view or a
 * question does not fit
 */
export async function openViews({ views, others = [], answers = [], ...options }: ViewsOptions): Promise<Views> {
  const layouts = views.map(layoutOf);
  const dossiers = layouts.map(dossiersOf);
  const beside = [...COMMON, ...others.filter(({ file }) => file === undefined)];
  assertDistinct([...dossiers, ...COMMON, ...others]);
  assertAnswerable(layouts, [...dossiers, ...beside], answers);
  const formats = options.formats ?? views.map(({ lifecycle }) => lifecycle);
  const projections = await Projections.open({
    ...options,
    formats,
    projections: [...dossiers, ...COMMON, ...others],
  });
  return new LiveViews(projections, new Reader(layouts, [...dossiers, ...beside], answers), dossiers[0]?.name ?? '');
}

/** All that the views of these lifecycles and others beside them are built of, as `openViews` opens them. */
export const projectionsOf = ({
  views,
  others = [],
}: Pick<ViewsOptions, 'views' | 'others'>): readonly Projection[] => [
  ...views.map((view) => dossiersOf(layoutOf(view))),
  ...COMMON,
  ...others,
];
