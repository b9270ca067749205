import type { StatementSync } from 'node:sqlite';
import type { Changed, Database } from '#projections';
import type { Exposure } from '#visibility';
import type { ColumnValue } from './entity-view.js';
import { exposureOf } from './exposure.js';
import type { Instance } from './instance.js';
import { FIXED_COLUMNS, type PartLayout, type ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import { noteSearchSql } from './search-index.js';
import { searchable } from './search-text.js';

/** An instance whose row a commit has changed. */
export interface Change extends Changed {
  /** Who may see it now. */
  readonly exposure: Exposure;
  /** Who could see it before the commit; undefined when it was not there. */
  readonly before: Exposure | undefined;
}

type PartRow = Readonly<Record<string, ColumnValue>>;

/** What stands in the tables beside the instance's own row. */
interface Belongings {
  readonly units: readonly string[];
  readonly subjects: readonly string[];
  readonly parts: readonly (readonly PartRow[])[];
  readonly search: string;
}

/** Writes the row of an instance, its parties and its parts. */
export class RowWriter {
  readonly #upsert: StatementSync;

  constructor(
    private readonly layout: ViewLayout,
    private readonly db: Database,
  ) {
    this.#upsert = db.prepare(upsertOf(layout));
  }

  /**
   * Makes the tables agree with the instance.
   * @param before the instance as it was committed last
   * @returns the change for those who listen, and the instance with a note of what was written
   * @throws whatever a column's function throws
   */
  write(instance: Instance, before?: Instance): { readonly change: Change; readonly written: Instance } {
    const { name, view, columns } = this.layout;
    const { id, state } = instance;
    const exposure = exposureOf(view, state);
    const belongings = this.#belongingsOf(instance, exposure);
    const row = this.#upsert.get(
      id,
      state.status,
      exposure.audience,
      exposure.restricted ? 1 : 0,
      instance.revision,
      instance.position,
      instance.createdAt,
      instance.updatedAt,
      view.dueAt?.(state) ?? null,
      belongings.search,
      JSON.stringify(state),
      instance.policyVersion,
      ...columns.map(({ key }) => view.columns[key]?.of(state) ?? null),
    );
    const noted = JSON.stringify(belongings);
    if (noted !== instance.belongings) this.#rewrite(id, Number(row?.['number']), belongings);
    const change = { name, id, exposure, before: before && exposureOf(view, before.state) };
    return { change, written: { ...instance, belongings: noted } };
  }

  #belongingsOf({ state }: Instance, { units, subjects }: Exposure): Belongings {
    const { view, parts } = this.layout;
    const rows = parts.map(({ key }) => view.parts?.[key]?.of(state) ?? []);
    return { units, subjects, parts: rows, search: searchable(view.search?.(state) ?? '') };
  }

  #rewrite(id: string, row: number, { units, subjects, parts, search }: Belongings): void {
    this.#clear(this.layout.parties, id);
    const insert = this.db.prepare(
      `INSERT OR IGNORE INTO ${quoted(this.layout.parties)} (id, kind, party) VALUES (?, ?, ?)`,
    );
    for (const unit of units) insert.run(id, 'unit', unit);
    for (const subject of subjects) insert.run(id, 'subject', subject);
    if (this.layout.isSearched) this.db.prepare(noteSearchSql(this.layout.name)).run(row, search);
    this.layout.parts.forEach((part, index) => this.#rewritePart(part, id, parts[index] ?? []));
  }

  #rewritePart({ table, columns }: PartLayout, id: string, rows: readonly PartRow[]): void {
    this.#clear(table, id);
    const names = ['id', 'ordinal', ...columns.map((column) => quoted(column.name))];
    const insert = this.db.prepare(
      `INSERT INTO ${quoted(table)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    rows.forEach((row, ordinal) => insert.run(id, ordinal, ...columns.map(({ key }) => row[key] ?? null)));
  }

  #clear(table: string, id: string): void {
    this.db.prepare(`DELETE FROM ${quoted(table)} WHERE id = ?`).run(id);
  }
}

function upsertOf({ name, columns }: ViewLayout): string {
  const names = [...Object.keys(FIXED_COLUMNS), ...columns.map((column) => column.name)].map(quoted);
  const updates = names.slice(1).map((column) => `${column} = excluded.${column}`);
  const values = names.map(() => '?').join(', ');
  return `INSERT INTO ${quoted(name)} (${names.join(', ')}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}
    RETURNING rowid AS number`;
}
