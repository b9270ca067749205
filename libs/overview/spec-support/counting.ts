import type { EventStore, Questions } from '#kernel';

/** What was looked up, in the order in which it was asked for. */
export class Lookups {
  /** The streams that were read. */
  readonly streams: string[] = [];
  /** The questions that the views were asked. */
  readonly questions: string[] = [];

  /** The store, telling of each stream that is read of it. */
  store(of: EventStore): EventStore {
    return {
      append: (...args) => of.append(...args),
      readStream: (...args) => {
        this.streams.push(args[0]);
        return of.readStream(...args);
      },
      readAll: (...args) => of.readAll(...args),
      subscribe: (...args) => of.subscribe(...args),
      head: () => of.head(),
      close: () => of.close(),
    };
  }

  /** Who answers, telling of each question. */
  asking(of: Questions): Questions {
    return {
      ask: (question, params) => {
        this.questions.push(question.name);
        return of.ask(question, params);
      },
    };
  }

  /** What was looked up since the last time. */
  taken(): { readonly streams: readonly string[]; readonly questions: readonly string[] } {
    return { streams: this.streams.splice(0), questions: this.questions.splice(0) };
  }
}
