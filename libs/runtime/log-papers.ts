import { Recent, type PaperIssuers, type ReadScope } from '#kernel';
import { plainName } from '#lifecycles/unit';
import { unitsNamed } from '#lifecycles/unit/questions';

/** Who issues papers, by the names and aliases under which units are registered. */
export class LogPapers implements PaperIssuers {
  /** Whose name it was on a day is kept as it was first found: every citation in one process goes through one fence. */
  private readonly known: Recent<string, string>;

  /** @param capacity how many to remember */
  constructor(capacity = 1_000) {
    this.known = new Recent(capacity);
  }

  /** See PaperIssuers. */
  async issuerOf(name: string, day: string, reads: ReadScope): Promise<string | undefined> {
    const asked = { name: plainName(name), day };
    const key = `${day} ${asked.name}`;
    const found = this.known.get(key) ?? (await reads.ask(unitsNamed, asked)).rows[0]?.['unit'];
    if (typeof found !== 'string') return undefined;
    this.known.set(key, found);
    return found;
  }
}
