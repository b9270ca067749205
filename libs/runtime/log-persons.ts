import type { Loader, PersonRegister, Sealed } from '#kernel';
import { personFold, survivorOf } from '#lifecycles/person';

/** The register as the log has it, with whoever stands for an identity in its place: see the lifecycle of persons. */
export class LogPersons implements PersonRegister {
  /**
   * @param register everybody whom the log has named
   * @param loader reads who has been joined to whom
   */
  constructor(
    private readonly register: PersonRegister,
    private readonly loader: Loader,
  ) {}

  /** See PersonRegister. */
  async find(persons: readonly string[]): Promise<ReadonlyMap<string, Sealed>> {
    const survivors = await Promise.all(persons.map((it) => this.#survivorOf(it)));
    const known = await this.register.find([...new Set([...persons, ...survivors])]);
    return new Map(
      persons.flatMap((person, i) => {
        const name = known.has(person) ? known.get(survivors[i] ?? person) : undefined;
        return name ? [[person, name] as const] : [];
      }),
    );
  }

  #survivorOf(identity: string): Promise<string> {
    return survivorOf(identity, async (it) => (await this.loader.load(personFold, it)).state);
  }
}
