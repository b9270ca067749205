import { entryIn, Recent, type FenceSettled, type FenceUse, type Json, type Looked, type StoredEvent } from '#kernel';
import { lastRevision } from '../append-rules.js';
import type { Entry, Outcome, Outcomes } from './outcomes.js';
import { tailOf, type Readable } from './tail.js';

/** An entry and where it stands in its fence. */
interface Placed extends Entry {
  readonly revision: number;
}

/** A fact that holds, and where it was entered. */
interface Fact {
  readonly revision: number;
  readonly fact: Json;
}

/** What is remembered of a fence. */
interface Known {
  readonly at: Looked['at'];
  readonly alone: Looked['alone'];
  /** What every entry up to here became is known, shared ones included. */
  readonly clear: Looked['at'];
  readonly facts: readonly Fact[];
  /** Exclusive entries whose outcome was not known yet. */
  readonly open: readonly Placed[];
}

const NOTHING: Known = { at: 'noStream', alone: 'noStream', clear: 'noStream', facts: [], open: [] };

/** Outcomes asked for at once. */
const AT_ONCE = 32;

/** Looks at fences: knows what became of every try that was entered before, or says that one is still open. */
export class Looking {
  readonly #recent: Recent<string, Known>;

  constructor(
    private readonly inner: Readable,
    private readonly outcomes: Outcomes,
    capacity: number,
  ) {
    this.#recent = new Recent(capacity);
  }

  /**
   * Who only relies on a fence asks what became of those who passed alone; who passes alone asks of all.
   * @throws StoreFault when the fence or a target has lost events, or the store fails
   */
  async look(stream: string, use: FenceUse): Promise<Looked | 'busy'> {
    const known = this.#recent.get(stream) ?? NOTHING;
    const from = use === 'exclusive' ? known.clear : known.at;
    const events = await tailOf(this.inner, stream, from);
    for (const event of events) this.#learn(event);
    const entries = events.flatMap(placed);
    const news = entries.filter((it) => it.use === 'exclusive' && it.revision > lastRevision(known.at));
    const asked = await this.#ask([...known.open, ...news]);
    const others = use === 'exclusive' ? await this.#ask(entries.filter((it) => it.use === 'shared')) : [];
    const isClear = use === 'exclusive' && ![...asked, ...others].some(isOpen);
    const at = events.at(-1)?.revision ?? known.at;
    const alone = news.at(-1)?.revision ?? known.alone;
    const facts = factsOf(known, asked);
    const open = asked.filter(isOpen).map(({ entry }) => entry);
    this.#remember(stream, { at, alone, facts, open, clear: isClear ? at : known.clear });
    if ([...asked, ...others].some(isOpen)) return 'busy';
    return { stream, at, alone, facts: facts.map(({ fact }) => fact) };
  }

  /** What a fence itself says of its entries saves asking their targets. */
  #learn({ type, data }: StoredEvent): void {
    if (type !== ('FenceSettled' satisfies FenceSettled['type'])) return;
    const { committed, aborted } = JSON.parse(data) as FenceSettled['data'];
    for (const attempt of committed) this.outcomes.learn(attempt, 'committed');
    for (const attempt of aborted) this.outcomes.learn(attempt, 'aborted');
  }

  async #ask(entries: readonly Placed[]): Promise<readonly Asked[]> {
    const asked: Asked[] = [];
    for (let start = 0; start < entries.length; start += AT_ONCE) {
      const some = entries.slice(start, start + AT_ONCE);
      const found = await Promise.all(some.map(async (entry) => ({ entry, outcome: await this.outcomes.of(entry) })));
      asked.push(...found);
    }
    return asked;
  }

  #remember(stream: string, known: Known): void {
    const other = this.#recent.get(stream);
    if (known.at === 'noStream' || (other && lastRevision(other.at) > lastRevision(known.at))) return;
    this.#recent.set(stream, known);
  }
}

interface Asked {
  readonly entry: Placed;
  readonly outcome: Outcome;
}

const isOpen = ({ outcome }: Asked): boolean => outcome === 'pending';

const placed = (event: StoredEvent): readonly Placed[] => {
  const entry = entryIn(event);
  return entry ? [{ ...entry, revision: event.revision }] : [];
};

/** The facts that hold, in the order in which they were entered. */
function factsOf({ facts }: Known, asked: readonly Asked[]): readonly Fact[] {
  const news = asked.flatMap(({ entry: { revision, fact }, outcome }) =>
    outcome === 'committed' && fact !== undefined ? [{ revision, fact }] : [],
  );
  return [...facts, ...news].toSorted((one, other) => one.revision - other.revision);
}
