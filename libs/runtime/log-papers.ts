import type { PaperIssuers, ReadScope } from '#kernel';
import { plainName } from '#lifecycles/unit';
import { unitsNamed } from '#lifecycles/unit/questions';

/** Who issues papers, by the names and aliases under which units are registered. */
export class LogPapers implements PaperIssuers {
  /** See PaperIssuers. */
  async issuerOf(name: string, day: string, reads: ReadScope): Promise<string | undefined> {
    const { rows } = await reads.ask(unitsNamed, { name: plainName(name), day });
    const unit = rows[0]?.['unit'];
    return typeof unit === 'string' ? unit : undefined;
  }
}
