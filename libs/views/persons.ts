import { particularsIn, isSealedParticular, type Logged, type Sealed } from '#kernel';
import type { Database } from './database.js';

/** Every person that the log has named, with the sealed name of the first mention. Its underscore keeps it apart from lifecycles. */
export const PERSON_TABLE = 'CREATE TABLE _person (person TEXT PRIMARY KEY, sealed TEXT NOT NULL) WITHOUT ROWID';

/** Notes the persons whom an event names. The caller holds the transaction. */
export function notePersons(db: Database, { event }: Logged): void {
  for (const found of particularsIn(event.data)) {
    if (!isSealedParticular(found) || found.person === undefined) continue;
    db.prepare('INSERT OR IGNORE INTO _person (person, sealed) VALUES (?, ?)').run(found.person, JSON.stringify(found));
  }
}

/** The sealed names of those of these persons whom the log has named. */
export function findPersons(db: Database, persons: readonly string[]): ReadonlyMap<string, Sealed> {
  const rows = db
    .prepare('SELECT person, sealed FROM _person WHERE person IN (SELECT value FROM json_each(:persons))')
    .all({ persons: JSON.stringify(persons) });
  return new Map(rows.map((row) => [String(row['person']), JSON.parse(String(row['sealed'])) as Sealed]));
}
