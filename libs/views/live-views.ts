import type { Viewer } from '#identity';
import type { Answer, Json, Position, Question } from '#kernel';
import type { BuildProgress, ProjectionFile, Projections, ProjectionStatus, SqlParams, SqlRow } from '#projections';
import type { Change } from './change.js';
import type { Deadline, DeadlineQuery } from './deadlines.js';
import type { Filter } from './finding.js';
import type { ListQuery, Page, Total } from './page.js';
import type { Reader } from './reader.js';
import type { Row } from './rows.js';
import type { Views } from './views.js';

/** The views of dossiers, read off the projections' file. */
export class LiveViews implements Views {
  constructor(
    readonly projections: Projections,
    private readonly reader: Reader,
    /** The name of some view: all stand in one file. */
    private readonly anyView: string,
  ) {}

  get ready(): Promise<void> {
    return this.projections.ready;
  }

  isBuilt(): boolean {
    return this.projections.isBuilt(this.anyView);
  }

  position(): Position {
    return this.projections.position(this.anyView);
  }

  waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    return this.projections.waitFor(this.anyView, position, timeoutMs);
  }

  get(name: string, id: string, viewer: Viewer): Row | undefined {
    return this.#read((file) => this.reader.get(file, name, id, viewer));
  }

  getMany(name: string, ids: readonly string[], viewer: Viewer): ReadonlyMap<string, Row> {
    return this.#read((file) => this.reader.getMany(file, name, ids, viewer));
  }

  list(name: string, query: ListQuery): Page {
    return this.#read((file) => this.reader.list(file, name, query));
  }

  count(name: string, query: Filter): Total {
    return this.#read((file) => this.reader.count(file, name, query));
  }

  deadlines(query: DeadlineQuery): readonly Deadline[] {
    return this.#read((file) => this.reader.deadlines(file, query));
  }

  query(sql: string, params: SqlParams = {}): readonly SqlRow[] {
    return this.#read((file) => this.reader.query(file, sql, params));
  }

  async ask(question: Question, params: Readonly<Record<string, Json>>): Promise<Answer> {
    const sql = this.reader.sqlFor(question);
    await this.projections.inStep(this.#read(({ db }) => this.reader.projectionsRead(db, sql)));
    return this.#read((file) => this.reader.answer(file, question, params));
  }

  onChange(listener: (changes: readonly Change[]) => void): () => void {
    return this.projections.onChange((changes) => {
      const ofDossiers = changes.filter((change): change is Change => 'exposure' in change);
      if (ofDossiers.length > 0) listener(ofDossiers);
    });
  }

  status(): readonly ProjectionStatus[] {
    return this.projections.status();
  }

  retry(): Promise<void> {
    return this.projections.retry();
  }

  rebuild(progress?: (at: BuildProgress) => void): Promise<void> {
    return this.projections.rebuild(progress);
  }

  close(): Promise<void> {
    return this.projections.close();
  }

  #read<T>(read: (file: ProjectionFile) => T): T {
    return this.projections.read(this.anyView, read);
  }
}
