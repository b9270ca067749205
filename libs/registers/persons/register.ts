import type { PersonRegister, Sealed } from '#kernel';
import { assertRuns, type Projections } from '#projections';
import { personsNamed } from './projection.js';

/** The register of persons, as of the head of the log. */
export const personRegister = (projections: Projections): PersonRegister => ({
  async find(persons) {
    await projections.inStep([personsNamed.name]);
    const rows = projections.read(personsNamed.name, (file) => {
      assertRuns(file, personsNamed.name);
      return file.db
        .prepare('SELECT person, sealed FROM person_named WHERE person IN (SELECT value FROM json_each(:persons))')
        .all({ persons: JSON.stringify(persons) });
    });
    return new Map(rows.map((row) => [String(row['person']), JSON.parse(String(row['sealed'])) as Sealed]));
  },
});
