import type { Json } from './record/json.js';
import { LogFault } from './record/faults.js';

/** What a parameter or an answer's column holds. `ids` is a list of identifiers; `?` marks what may be absent. */
export type ValueKind = 'text' | 'integer' | 'ids' | 'text?' | 'integer?';

type ValueOf<K extends ValueKind> = K extends 'text'
  ? string
  : K extends 'integer'
    ? number
    : K extends 'ids'
      ? readonly string[]
      : K extends 'text?'
        ? string | null
        : number | null;

/** The columns or parameters of a question, by name. */
export type Shape = Readonly<Record<string, ValueKind>>;
/** The values that fit a shape. */
export type ValuesOf<D extends Shape> = { readonly [K in keyof D]: ValueOf<D[K]> };

/**
 * A question that the views answer: declared by the lifecycle that answers it, asked by value. Only identifiers, codes, dates
 * and counts are asked and answered: both are recorded with the decision.
 */
export interface Question<P extends Shape = Shape, R extends Shape = Shape> {
  /** `lifecycle.question`. */
  readonly name: string;
  readonly asks: P;
  readonly answers: R;
  /** More rows than these are a refusal: what a decision rests on is recorded whole. */
  readonly atMost: number;
}

/** What the views answered. */
export interface Answer {
  readonly rows: readonly Readonly<Record<string, Json>>[];
  /** The id of the last event that the answering views had applied. */
  readonly asOf: string | undefined;
}

/** Answers questions from the views, as of the head of the log. */
export interface Questions {
  /** @param params fit the question's shape */
  ask(question: Question, params: Readonly<Record<string, Json>>): Promise<Answer>;
}

/**
 * Declares a question.
 * @param name `lifecycle.question`, of the lifecycle that answers
 */
export const question = <const P extends Shape, const R extends Shape>(
  name: string,
  { asks, answers, atMost = 200 }: { readonly asks: P; readonly answers: R; readonly atMost?: number },
): Question<P, R> => ({ name, asks, answers, atMost });

/**
 * Holds rows to what the question answers.
 * @returns the rows with just the declared columns
 * @throws LogFault when a column is missing or of another kind: an answer is never guessed
 */
export function rowsFor<R extends Shape>(asked: Question<Shape, R>, rows: Answer['rows']): readonly ValuesOf<R>[] {
  return rows.map((row) => {
    const columns = Object.entries(asked.answers).map(([name, kind]) => {
      const value = Object.hasOwn(row, name) ? row[name] : undefined;
      if (!fits(kind, value)) {
        throw new LogFault('LOG_INCOMPLETE', `The answer to ${asked.name} has no ${kind} “${name}”`);
      }
      return [name, value] as const;
    });
    return Object.fromEntries(columns) as ValuesOf<R>;
  });
}

function fits(kind: ValueKind, value: Json | undefined): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'text?':
      return value === null || typeof value === 'string';
    case 'integer?':
      return value === null || Number.isSafeInteger(value);
    case 'ids':
      return Array.isArray(value) && value.every((it) => typeof it === 'string');
  }
}
