import type { PersonRegister, Sealed, StreamReader } from '#kernel';
import { personFold, survivorOf } from '#lifecycles/person';

/** The register as the log has it, with whoever stands for an identity in its place: see the lifecycle of persons. */
export class LogPersons implements PersonRegister {
  /** @param register everybody whom the log has named */
  constructor(private readonly register: PersonRegister) {}

  /** See PersonRegister. */
  async find(persons: readonly string[], streams: StreamReader): Promise<ReadonlyMap<string, Sealed>> {
    const survivors = await Promise.all(persons.map((it) => survivor(it, streams)));
    const known = await this.register.find([...new Set([...persons, ...survivors])], streams);
    return new Map(
      persons.flatMap((person, i) => {
        const name = known.has(person) ? known.get(survivors[i] ?? person) : undefined;
        return name ? [[person, name] as const] : [];
      }),
    );
  }
}

/** Who stands for an identity, by what the log says of each that it was joined to. */
const survivor = (identity: string, streams: StreamReader): Promise<string> =>
  survivorOf(identity, async (it) => (await streams.load(personFold, it)).state);
