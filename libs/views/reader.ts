import type { Viewer } from '#identity';
import type { Json } from '#kernel';
import type { Database, SqlParams, SqlRow } from './database.js';
import { ViewStopped } from './faults.js';
import type { ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import { filterSql, readPage, type Filter, type ListQuery, type Page } from './page.js';
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
    const filter = filterSql(this.#running(name), { viewer, where: [{ column: 'id', op: 'eq', value: id }] });
    const row = this.#db
      .prepare(`SELECT ${ROW_COLUMNS} FROM ${quoted(name)} WHERE ${filter.sql}`)
      .get({ ...filter.params });
    return row && rowOf(name, row);
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
   * The query behind `lifecycle.question`.
   * @throws Error when no view has such a question
   */
  questionSql(question: string): string {
    const [name = '', key = ''] = question.split('.', 2);
    const sql = this.#layouts.get(name)?.view.questions?.[key]?.sql;
    if (sql === undefined) throw new Error(`No view answers the question ${question}`);
    return sql;
  }

  /** Answers a question as it stands now. */
  answer(sql: string, params: SqlParams): readonly Json[] {
    return this.query(sql, params) as readonly Json[];
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

const tablesWithView = ({ name, parties, parts }: ViewLayout): [string, string][] =>
  [name, parties, ...parts.map((part) => part.table)].map((table) => [table, name]);
