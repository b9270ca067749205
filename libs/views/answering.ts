import type { Json, Question } from '#kernel';
import { Database, type Projection, type SqlParams } from '#projections';
import type { AnswerSql } from './entity-view.js';
import type { ViewLayout } from './layout.js';

/** A question's parameters as SQLite takes them: lists as JSON text. */
export const bound = (question: Question, params: Readonly<Record<string, Json>>): SqlParams =>
  Object.fromEntries(
    Object.entries(question.asks).map(([name, kind]) => {
      const value = params[name] ?? null;
      return [name, kind === 'ids' ? JSON.stringify(value) : (value as string | number | null)];
    }),
  );

/**
 * Holds every answer's SQL to its question before anything is asked: the parameters, the columns, and that it reads published
 * columns only.
 * @param beside how questions are answered that are about several views at once: they bear no view's name
 * @throws Error naming the question and what does not fit
 */
export function assertAnswerable(
  layouts: readonly ViewLayout[],
  projections: readonly Projection[],
  beside: readonly AnswerSql[],
): void {
  const db = new Database(':memory:', 'filling');
  const names = layouts.map(({ name }) => name);
  try {
    db.transaction(() => {
      for (const { tables } of projections) for (const sql of Object.values(tables)) db.exec(sql);
    });
    for (const { name, view } of layouts) {
      for (const each of view.answers ?? []) assertFits(each, notOwned(each, name) ?? misfit(each, db));
    }
    for (const each of beside) assertFits(each, ownedBy(each, names) ?? misfit(each, db));
  } finally {
    db.close();
  }
}

function assertFits({ question }: AnswerSql, wrong: string | undefined): void {
  if (wrong) throw new Error(`The question ${question.name} ${wrong}`);
}

const ownerOf = ({ question }: AnswerSql): string => question.name.split('.', 1)[0] ?? '';

const notOwned = (each: AnswerSql, view: string): string | undefined =>
  ownerOf(each) === view ? undefined : `is answered by ${view}, which does not own it`;

const ownedBy = (each: AnswerSql, views: readonly string[]): string | undefined =>
  views.includes(ownerOf(each)) ? `is answered beside the view ${ownerOf(each)}, which owns it` : undefined;

function misfit({ question, sql }: AnswerSql, db: Database): string | undefined {
  const { statement, columnsRead } = db.prepareRead(sql);
  if (columnsRead.has('state')) return 'reads a state instead of published columns';
  const asked = Object.keys(question.asks).sort();
  const named = [...new Set([...sql.matchAll(/:([A-Za-z_]\w*)/g)].map(([, name = '']) => name))].sort();
  if (asked.join() !== named.join()) return `asks ${asked.join(', ')}; its SQL takes ${named.join(', ')}`;
  const answers = Object.keys(question.answers).sort();
  const columns = statement
    .columns()
    .map((it) => it.name)
    .sort();
  if (answers.join() !== columns.join()) return `answers ${answers.join(', ')}; its SQL gives ${columns.join(', ')}`;
  return undefined;
}
