import { isSealedParticular, particularsIn } from '#kernel';
import type { Projection } from '#projections';

/** Every person whom the log has named, with the sealed name of the first mention. */
export const personsNamed: Projection = {
  name: 'personsNamed',
  version: 1,
  tables: {
    person_named: 'CREATE TABLE person_named (person TEXT PRIMARY KEY, sealed TEXT NOT NULL) WITHOUT ROWID',
  },
  indexes: [],
  over: (db) => ({
    apply({ entries }) {
      const insert = db.prepare('INSERT OR IGNORE INTO person_named (person, sealed) VALUES (?, ?)');
      for (const entry of entries) {
        for (const found of particularsIn(entry.logged()?.event.data ?? {})) {
          if (!isSealedParticular(found) || found.person === undefined) continue;
          insert.run(found.person, JSON.stringify(found));
        }
      }
      return [];
    },
    forget: () => undefined,
  }),
};
