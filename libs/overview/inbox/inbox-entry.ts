import type { Viewer } from '#identity';
import type { SqlRow } from '#projections';
import { NO_DEADLINE, type Row } from '#views';
import type { OverviewReader } from '../reader.js';
import type { InboxPlace } from './place.js';

/** One step that waits for the viewer. */
export interface InboxEntry {
  readonly lifecycle: string;
  readonly command: string;
  /** Unique in the viewer's inbox. */
  readonly key: string;
  /** The exclusive deadline. */
  readonly dueAt: string | undefined;
  readonly overdue: boolean;
  /** Since when the dossier has waited for the same; undefined when there is none yet. */
  readonly since: string | undefined;
  readonly unit: string | undefined;
  /** The dossier, unless it is still to be begun. */
  readonly row: Row | undefined;
  /** The cycle that a dossier which is still to be begun is owed for. */
  readonly year: number | undefined;
}

/** Where a row of the inbox stands. */
export const placeIn = (row: SqlRow): InboxPlace => ({
  due: String(row['due']),
  since: String(row['since']),
  id: String(row['id']),
  lifecycle: String(row['lifecycle']),
  command: String(row['command']),
});

/** What a row says of a dossier that is still to be begun. */
interface Owed {
  readonly unit: string;
  readonly year: number;
}

type About = Pick<InboxEntry, 'unit' | 'row' | 'year'>;

/** The entry that a row of the inbox stands for. */
export function entryOf(reader: OverviewReader, viewer: Viewer, found: SqlRow): InboxEntry {
  const place = placeIn(found);
  const { due, since, id, lifecycle, command } = place;
  const missing = found['missing'];
  return {
    lifecycle,
    command,
    key: `${lifecycle}_${command}_${id}`,
    dueAt: due === NO_DEADLINE ? undefined : due,
    overdue: due <= reader.clock.now(),
    since: since === '' ? undefined : since,
    ...(typeof missing === 'string' ? aboutOwed(missing) : aboutDossier(reader, viewer, place)),
  };
}

function aboutOwed(missing: string): About {
  const { unit, year } = JSON.parse(missing) as Owed;
  return { unit, year, row: undefined };
}

function aboutDossier({ views, modules }: OverviewReader, viewer: Viewer, { lifecycle, id }: InboxPlace): About {
  const row: Row | undefined = views.get(lifecycle, id, viewer);
  const view = modules.find((module) => module.lifecycle.name === lifecycle)?.view;
  const unit = row && view?.concerns.unit ? view.columns['unit']?.of(row.state) : undefined;
  return { unit: typeof unit === 'string' ? unit : undefined, row, year: undefined };
}
