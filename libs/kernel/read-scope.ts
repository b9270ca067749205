import { streamName, type Fold, type Loaded, type StateShape } from './fold/fold.js';
import type { Answer, Question, Questions } from './question.js';
import { canonical, type Json } from './record/json.js';

/** Reads streams as states: a loader, or a scope that keeps what it has read. */
export interface StreamReader {
  /**
   * The stream's state; as of the store's last committed event when it is read.
   * @throws LogFault when an event cannot be read
   */
  load<S extends StateShape>(fold: Fold<S>, id: string): Promise<Loaded<S>>;
}

/**
 * What one command, or one request of a reader, reads: each stream once and each question once, however many rules look at
 * them. It holds what was so when it was first looked at; whoever decides anew takes a new one.
 */
export class ReadScope implements StreamReader, Questions {
  readonly #streams = new Map<string, Promise<Loaded>>();
  readonly #answers = new Map<string, Promise<Answer>>();

  /**
   * @param streams where streams are read that are not known here yet
   * @param questions who answers what has not been asked here yet
   */
  constructor(
    private readonly streams: StreamReader,
    private readonly questions: Questions,
  ) {}

  /** See StreamReader. */
  load<S extends StateShape>(fold: Fold<S>, id: string): Promise<Loaded<S>> {
    const loaded = once(this.#streams, streamName(fold.name, id), () => this.streams.load(fold, id));
    return loaded as Promise<Loaded<S>>;
  }

  /** Everything is read anew from here on, but for one stream: what stood there before was looked at too early. */
  forgetBut(kept: Loaded): void {
    this.#streams.clear();
    this.#answers.clear();
    this.#streams.set(kept.stream, Promise.resolve(kept));
  }

  /** See Questions. */
  ask(question: Question, params: Readonly<Record<string, Json>>): Promise<Answer> {
    const key = canonical([question.name, params]);
    return once(this.#answers, key, () => this.questions.ask(question, params));
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, look: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? look();
  known.set(key, found);
  return found;
}
