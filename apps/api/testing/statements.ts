import { StatementSync } from 'node:sqlite';

/** Every statement that has been run on this thread, in the order in which it was run, while it is listened to. */
export interface Statements {
  readonly run: string[];
  /** Stops listening. */
  end(): void;
}

/** Listens to what SQLite is asked on this thread: the views are; the log and the keys have threads of their own. */
export function listenToStatements(): Statements {
  const run: string[] = [];
  const { all, get } = StatementSync.prototype;
  const told = <M extends typeof all | typeof get>(method: M): M =>
    function (this: StatementSync, ...args: unknown[]) {
      run.push(this.sourceSQL);
      return (method as (...given: unknown[]) => unknown).apply(this, args);
    } as M;
  Object.assign(StatementSync.prototype, { all: told(all), get: told(get) });
  return { run, end: () => void Object.assign(StatementSync.prototype, { all, get }) };
}
