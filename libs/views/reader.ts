import type { Viewer } from '#identity';
import { START, type Answer, type Json, type Question, type Sealed } from '#kernel';
import type { Database, SqlParams, SqlRow } from './database.js';
import { ViewStopped } from './faults.js';
import type { ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import { filterSql, readPage, type Filter, type ListQuery, type Page } from './page.js';
import { bound } from './answering.js';
import { findPersons } from './persons.js';
import type { ViewProgress } from './progress.js';
import type { Projection } from './projection.js';
import { ROW_COLUMNS, rowOf, type Row } from './rows.js';

/** Answers queries from one views file. A view that has stopped answers none. */
export class Reader {
  readonly #layouts: ReadonlyMap<string, ViewLayout>;
  readonly #viewOfTable: ReadonlyMap<string, string>;

  constructor(
    private readonly projection: Projection,
    layouts: readonly ViewLayout[],
  ) {
    this.#layouts = new Map(layouts.map((layout) => [layout.name, layout]));
    this.#viewOfTable = new Map(layouts.flatMap(tablesWithView));
  }

  get(name: string, id: string, viewer: Viewer): Row | undefined {
    const layout = this.#running(name);
    const filter = filterSql(layout, { viewer, where: [{ column: 'id', op: 'eq', value: id }] });
    const row = this.#db
      .prepare(`SELECT ${ROW_COLUMNS} FROM ${quoted(name)} WHERE ${filter.sql}`)
      .get({ ...filter.params });
    return row && rowOf(layout, row, viewer);
  }

  list(name: string, query: ListQuery): Page {
    return readPage(this.#db, this.#running(name), query);
  }

  count(name: string, query: Filter): number {
    const filter = filterSql(this.#running(name), query);
    const row = this.#db
      .prepare(`SELECT count(*) AS number FROM ${quoted(name)} WHERE ${filter.sql}`)
      .get({ ...filter.params });
    return Number(row?.['number']);
  }

  query(sql: string, params: SqlParams): readonly SqlRow[] {
    for (const view of this.viewsRead(sql)) this.#running(view);
    return this.#db
      .prepareRead(sql)
      .statement.all({ ...params })
      .map((row) => ({ ...row }));
  }

  /** The views whose tables a query reads. */
  viewsRead(sql: string): readonly string[] {
    const tables = [...this.#db.prepareRead(sql).tables];
    return [...new Set(tables.flatMap((table) => this.#viewOfTable.get(table) ?? []))];
  }

  /**
   * The query that answers a question.
   * @throws Error when no view answers it
   */
  sqlFor(question: Question): string {
    const [name = ''] = question.name.split('.', 1);
    const sql = this.#layouts.get(name)?.view.answers?.find((it) => it.question.name === question.name)?.sql;
    if (sql === undefined) throw new Error(`No view answers the question ${question.name}`);
    return sql;
  }

  /** Answers a question as it stands now, with one row more than it may have when there are too many. */
  answer(question: Question, sql: string, params: Readonly<Record<string, Json>>): Answer {
    const views = this.viewsRead(sql);
    const limited = `SELECT * FROM (${sql}) LIMIT ${question.atMost + 1}`;
    const rows = this.query(limited, bound(question, params)) as Answer['rows'];
    const progress = views.map((view) => this.projection.progressOf(view));
    const last = progress.reduce(
      (least, each) => (each.position < least.position ? each : least),
      progress[0] ?? NOWHERE,
    );
    return { rows, asOf: last.eventId };
  }

  /** The sealed names of those of these persons whom the log has named. */
  persons(persons: readonly string[]): ReadonlyMap<string, Sealed> {
    return findPersons(this.#db, persons);
  }

  get #db(): Database {
    return this.projection.db;
  }

  #running(name: string): ViewLayout {
    const layout = this.#layouts.get(name);
    if (!layout) throw new Error(`There is no view ${name}`);
    const { failure } = this.projection.progressOf(name);
    if (failure) throw new ViewStopped(name, failure);
    return layout;
  }
}

const NOWHERE: ViewProgress = { position: START };

const tablesWithView = ({ name, parties, parts }: ViewLayout): [string, string][] =>
  [name, parties, ...parts.map((part) => part.table)].map((table) => [table, name]);
