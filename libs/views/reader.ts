import type { Viewer } from '#identity';
import { START, type Answer, type Json, type Question } from '#kernel';
import {
  assertRuns,
  type Database,
  type Projection,
  type ProjectionFile,
  type SqlParams,
  type SqlRow,
} from '#projections';
import { bound } from './answering.js';
import { readDeadlines, type Deadline, type DeadlineQuery } from './deadlines.js';
import type { AnswerSql } from './entity-view.js';
import type { ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import type { Filter } from './finding.js';
import { countUpTo, readPage, type ListQuery, type Page, type Total } from './page.js';
import { visibleSql } from './permission.js';
import { ROW_COLUMNS, rowOf, type Row } from './rows.js';

/** Answers queries from the file of the views. A view that has stopped answers none. */
export class Reader {
  readonly #layouts: ReadonlyMap<string, ViewLayout>;
  readonly #ownerOfTable: ReadonlyMap<string, string>;
  /** How each question is answered, by its name. */
  readonly #answers: ReadonlyMap<string, string>;

  /**
   * @param layouts those of the views
   * @param projections all that stand in the file, the views among them
   * @param beside how questions are answered that are about several views at once
   */
  constructor(layouts: readonly ViewLayout[], projections: readonly Projection[], beside: readonly AnswerSql[]) {
    const answers = [...layouts.flatMap(({ view }) => view.answers ?? []), ...beside];
    this.#answers = new Map(answers.map(({ question, sql }) => [question.name, sql]));
    this.#layouts = new Map(layouts.map((layout) => [layout.name, layout]));
    this.#ownerOfTable = new Map(
      projections.flatMap(({ name, tables }) => Object.keys(tables).map((table) => [table, name] as const)),
    );
  }

  get(file: ProjectionFile, name: string, id: string, viewer: Viewer): Row | undefined {
    const layout = this.#running(file, name);
    const visible = visibleSql(name, viewer);
    const row = file.db
      .prepare(`SELECT ${ROW_COLUMNS} FROM ${quoted(name)} WHERE id = :id AND ${visible.sql}`)
      .get({ id, ...visible.params });
    return row && rowOf(layout, row, viewer);
  }

  getMany(file: ProjectionFile, name: string, ids: readonly string[], viewer: Viewer): ReadonlyMap<string, Row> {
    const layout = this.#running(file, name);
    const visible = visibleSql(name, viewer);
    const rows = file.db
      .prepare(
        `SELECT ${ROW_COLUMNS} FROM ${quoted(name)} WHERE id IN (SELECT value FROM json_each(:ids)) AND ${visible.sql}`,
      )
      .all({ ids: JSON.stringify(ids), ...visible.params });
    return new Map(rows.map((row) => [String(row['id']), rowOf(layout, row, viewer)]));
  }

  list(file: ProjectionFile, name: string, query: ListQuery): Page {
    return readPage(file.db, this.#running(file, name), query);
  }

  count(file: ProjectionFile, name: string, query: Filter): Total {
    return countUpTo(file.db, this.#running(file, name), query);
  }

  query(file: ProjectionFile, sql: string, params: SqlParams): readonly SqlRow[] {
    for (const name of this.projectionsRead(file.db, sql)) assertRuns(file, name);
    return file.db
      .prepareRead(sql)
      .statement.all({ ...params })
      .map((row) => ({ ...row }));
  }

  /** The deadlines of all dossiers; of none while a view has stopped, because those of its dossiers may have moved on. */
  deadlines(file: ProjectionFile, query: DeadlineQuery): readonly Deadline[] {
    for (const view of this.#layouts.keys()) this.#running(file, view);
    return readDeadlines(file.db, query);
  }

  /** The projections whose tables a query reads. */
  projectionsRead(db: Database, sql: string): readonly string[] {
    const tables = [...db.prepareRead(sql).tables];
    return [...new Set(tables.flatMap((table) => this.#ownerOfTable.get(table) ?? []))];
  }

  /**
   * The query that answers a question.
   * @throws Error when no view answers it
   */
  sqlFor(question: Question): string {
    const sql = this.#answers.get(question.name);
    if (sql === undefined) throw new Error(`No view answers the question ${question.name}`);
    return sql;
  }

  /** Answers a question as it stands now, with one row more than it may have when there are too many. */
  answer(file: ProjectionFile, question: Question, params: Readonly<Record<string, Json>>): Answer {
    const sql = this.sqlFor(question);
    const limited = `SELECT * FROM (${sql}) LIMIT ${question.atMost + 1}`;
    const rows = this.query(file, limited, bound(question, params)) as Answer['rows'];
    const progress = this.projectionsRead(file.db, sql).map((name) => file.progressOf(name));
    const last = progress.reduce(
      (least, each) => (each.position < least.position ? each : least),
      progress[0] ?? { position: START },
    );
    return { rows, asOf: last.last?.eventId };
  }

  #running(file: ProjectionFile, name: string): ViewLayout {
    const layout = this.#layouts.get(name);
    if (!layout) throw new Error(`There is no view ${name}`);
    assertRuns(file, name);
    return layout;
  }
}
