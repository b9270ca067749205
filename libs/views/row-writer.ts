import type { StatementSync } from 'node:sqlite';
import type { Database } from '#projections';
import type { Exposure } from '#visibility';
import type { Change } from './change.js';
import { DeadlineWriter, earliest, type DeadlineRow } from './deadline-writer.js';
import type { ColumnValue } from './entity-view.js';
import { exposureOf } from './exposure.js';
import type { Instance } from './instance.js';
import { FIXED_COLUMNS, type PartLayout, type ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import { noteSearchSql } from './search-index.js';
import { searchable } from './search-text.js';

type PartRow = Readonly<Record<string, ColumnValue>>;

/** What stands in the tables beside the instance's own row. */
interface Belongings {
  readonly units: readonly string[];
  readonly subjects: readonly string[];
  readonly parts: readonly (readonly PartRow[])[];
  readonly search: string;
  readonly deadlines: readonly DeadlineRow[];
}

/** What a write has done. */
interface Written {
  readonly changes: readonly Change[];
  readonly written: Instance;
}

/** Writes the row of an instance, its parties, its parts and its deadlines. */
export class RowWriter {
  readonly #upsert: StatementSync;
  readonly #deadlines: DeadlineWriter;

  constructor(
    private readonly layout: ViewLayout,
    private readonly db: Database,
  ) {
    this.#upsert = db.prepare(upsertOf(layout));
    this.#deadlines = new DeadlineWriter(layout.name, db);
  }

  /**
   * Makes the tables agree with the instance.
   * @param before the instance as it was committed last
   * @returns the changes for those who listen, and the instance with a note of what was written
   * @throws whatever a column's function throws
   */
  write(instance: Instance, before?: Instance): Written {
    const { name, view, columns } = this.layout;
    const { id, state } = instance;
    const exposure = exposureOf(view, state);
    const moved = this.#deadlines.keep(id, view.lifecycle.windows?.(state) ?? []);
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
      earliest(belongings.deadlines),
      belongings.search,
      JSON.stringify(state),
      instance.policyVersion,
      ...columns.map(({ key }) => view.columns[key]?.of(state) ?? null),
    );
    const noted = JSON.stringify(belongings);
    if (noted !== instance.belongings) this.#rewrite(instance, Number(row?.['number']), belongings);
    const change = { name, id, exposure, before: before && exposureOf(view, before.state) };
    return { changes: [change, ...moved], written: { ...instance, belongings: noted } };
  }

  #belongingsOf({ state, standing }: Instance, { units, subjects }: Exposure): Belongings {
    const { view, parts } = this.layout;
    const rows = parts.map(({ key }) => view.parts?.[key]?.of(state) ?? []);
    const unit = view.concerns.unit ? view.columns['unit']?.of(state) : undefined;
    const deadlines = this.#deadlines.resolve(standing, typeof unit === 'string' ? unit : null);
    return { units, subjects, parts: rows, deadlines, search: searchable(view.search?.(state) ?? '') };
  }

  #rewrite({ id, since }: Instance, row: number, { units, subjects, parts, deadlines, search }: Belongings): void {
    this.#clear(this.layout.parties, id);
    const insert = this.db.prepare(
      `INSERT OR IGNORE INTO ${quoted(this.layout.parties)} (id, kind, party) VALUES (?, ?, ?)`,
    );
    for (const unit of units) insert.run(id, 'unit', unit);
    for (const subject of subjects) insert.run(id, 'subject', subject);
    if (this.layout.isSearched) this.db.prepare(noteSearchSql(this.layout.name)).run(row, search);
    this.#deadlines.rewrite(id, deadlines, since);
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
