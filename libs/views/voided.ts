import type { Recorded } from '#kernel';
import type { Database, Projection } from '#projections';

/** How far streams reach that hold nothing but voided attempts: what happens first in them is not their first event. */
export const voidedOfAll: Projection = {
  name: 'voided',
  version: 1,
  of: '',
  tables: {
    _voided: `CREATE TABLE _voided (view TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
      PRIMARY KEY (view, id)) WITHOUT ROWID`,
  },
  indexes: [],
  over: () => ({ apply: () => [], forget: () => undefined }),
};

/** The voided beginnings of one view's streams. The caller holds the transaction. */
export class VoidedBeginnings {
  constructor(
    private readonly view: string,
    private readonly db: Database,
  ) {}

  /** The last revision before anything happened; -1 where the stream begins with what happened. */
  lastOf(id: string): number {
    const row = this.db.prepare('SELECT revision FROM _voided WHERE view = ? AND id = ?').get(this.view, id);
    return Number(row?.['revision'] ?? -1);
  }

  /** Notes one more. */
  note({ id, revision }: Pick<Recorded, 'id' | 'revision'>): void {
    this.db
      .prepare('INSERT OR REPLACE INTO _voided (view, id, revision) VALUES (?, ?, ?)')
      .run(this.view, id, revision);
  }
}
