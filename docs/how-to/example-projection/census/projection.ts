import type { Projection } from '#projections';

/** How many events of each type each kind of dossier has; in a file of its own, because nothing is joined with it. */
export const census: Projection = {
  name: 'census',
  version: 1,
  file: 'census',
  tables: {
    census: `CREATE TABLE census (kind TEXT NOT NULL, type TEXT NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (kind, type)) WITHOUT ROWID`,
  },
  indexes: [],
  over: (db) => ({
    apply({ entries }) {
      const count = db.prepare(
        `INSERT INTO census (kind, type, number) VALUES (?, ?, 1)
         ON CONFLICT (kind, type) DO UPDATE SET number = number + 1`,
      );
      for (const { kind, stored } of entries) count.run(kind, stored.type);
      return [];
    },
    forget: () => undefined,
  }),
};
