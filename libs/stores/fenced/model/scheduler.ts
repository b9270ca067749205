import { openMemoryStore } from '../../memory/memory.store.js';
import { StoreFault, type EventStore } from '#kernel';

/** How a call goes on: done and answered; done, its answer kept back; done, its answer lost; lost before it was done. */
export type Way = 'go' | 'hold' | 'lose' | 'drop';

/** A call, an answer or a pause at which a process stands. */
export interface Point {
  readonly process: string;
  readonly kind: 'read' | 'append' | 'answer' | 'pause';
  go(way: Way): void;
}

/** A store of single-stream appends whose every call stops until it is let on, and a clock that moves when it is told to. */
export class Scheduler {
  readonly inner = openMemoryStore();
  now = 0;
  #points: readonly Point[] = [];
  readonly #dead = new Set<string>();

  /** Where the processes that live stand, in the order in which they came there. */
  get points(): readonly Point[] {
    return this.#points.filter(({ process }) => !this.#dead.has(process));
  }

  /** The process does nothing any more, not even fail. */
  kill(process: string): void {
    this.#dead.add(process);
  }

  isDead = (process: string): boolean => this.#dead.has(process);

  /** A process's pause. */
  pause(process: string): Promise<void> {
    return this.#stop(process, 'pause').then(() => undefined);
  }

  /** The store as one process sees it. */
  storeOf(process: string): EventStore {
    const { inner } = this;
    return {
      append: (...args) => this.#call(process, 'append', () => inner.append(...args)),
      readStream: (...args) => this.#call(process, 'read', () => inner.readStream(...args)),
      readAll: (...args) => this.#call(process, 'read', () => inner.readAll(...args)),
      subscribe: (...args) => inner.subscribe(...args),
      head: () => inner.head(),
      close: () => inner.close(),
    };
  }

  async #call<T>(process: string, kind: 'read' | 'append', call: () => Promise<T>): Promise<T> {
    const way = await this.#stop(process, kind);
    if (way === 'drop') throw new StoreFault('Not sent');
    const answer = await call();
    if (way === 'lose') throw new StoreFault('No answer');
    if (way === 'hold') await this.#stop(process, 'answer');
    return answer;
  }

  #stop(process: string, kind: Point['kind']): Promise<Way> {
    return new Promise((resolve) => {
      const point: Point = {
        process,
        kind,
        go: (way) => {
          this.#points = this.#points.filter((it) => it !== point);
          resolve(way);
        },
      };
      this.#points = [...this.#points, point];
    });
  }
}
