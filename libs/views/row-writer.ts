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
  readonly exposure: Exposure;
  readonly parts: readonly (readonly PartRow[])[];
  /** The text that is searched, as the view gives it. */
  readonly text: string;
  readonly deadlines: readonly DeadlineRow[];
  /** Since when it has waited for these. */
  readonly since: string;
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
   * Makes the tables agree with the instance; what has not changed since it was committed last is left alone.
   * @param before the instance as it was committed last
   * @returns the changes for those who listen
   * @throws whatever a column's function throws
   */
  write(instance: Instance, before?: Instance): readonly Change[] {
    const { name, view } = this.layout;
    const { id, state } = instance;
    const moved = this.#deadlines.keep(id, view.lifecycle.windows?.(state) ?? []);
    const now = this.#belongingsOf(instance);
    const then = before && this.#belongingsOf(before);
    const search = searchable(now.text);
    const row = this.#writeRow(instance, now, search);
    if (now.text !== then?.text && this.layout.isSearched) this.db.prepare(noteSearchSql(name)).run(row, search);
    if (differ(partiesIn(now), then && partiesIn(then))) this.#rewriteParties(id, now.exposure);
    if (differ(waitingIn(now), then && waitingIn(then))) this.#deadlines.rewrite(id, now.deadlines, now.since);
    this.layout.parts.forEach((part, index) => {
      const rows = now.parts[index] ?? [];
      if (differ(rows, then?.parts[index])) this.#rewritePart(part, id, rows);
    });
    return [{ name, id, exposure: now.exposure, before: then?.exposure }, ...moved];
  }

  /** Returns the row's number. */
  #writeRow(instance: Instance, { exposure, deadlines }: Belongings, search: string): number {
    const { view, columns } = this.layout;
    const { id, state } = instance;
    const row = this.#upsert.get(
      id,
      state.status,
      exposure.audience,
      exposure.restricted ? 1 : 0,
      instance.revision,
      instance.position,
      instance.createdAt,
      instance.updatedAt,
      earliest(deadlines),
      search,
      JSON.stringify(state),
      instance.policyVersion,
      ...columns.map(({ key }) => view.columns[key]?.of(state) ?? null),
    );
    return Number(row?.['number']);
  }

  #belongingsOf({ state, standing, since }: Instance): Belongings {
    const { view, parts } = this.layout;
    const unit = view.concerns.unit ? view.columns['unit']?.of(state) : undefined;
    return {
      exposure: exposureOf(view, state),
      parts: parts.map(({ key }) => view.parts?.[key]?.of(state) ?? []),
      text: view.search?.(state) ?? '',
      deadlines: this.#deadlines.resolve(standing, typeof unit === 'string' ? unit : null),
      since,
    };
  }

  #rewriteParties(id: string, { units, subjects }: Exposure): void {
    this.#clear(this.layout.parties, id);
    const insert = this.db.prepare(
      `INSERT OR IGNORE INTO ${quoted(this.layout.parties)} (id, kind, party) VALUES (?, ?, ?)`,
    );
    for (const unit of units) insert.run(id, 'unit', unit);
    for (const subject of subjects) insert.run(id, 'subject', subject);
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

const waitingIn = ({ deadlines, since }: Belongings): unknown => [deadlines, since];
const partiesIn = ({ exposure: { units, subjects } }: Belongings): unknown => [units, subjects];

/** True when rows are to be written anew. */
const differ = (now: unknown, then: unknown): boolean =>
  then === undefined || JSON.stringify(now) !== JSON.stringify(then);

function upsertOf({ name, columns }: ViewLayout): string {
  const names = [...Object.keys(FIXED_COLUMNS), ...columns.map((column) => column.name)].map(quoted);
  const updates = names.slice(1).map((column) => `${column} = excluded.${column}`);
  const values = names.map(() => '?').join(', ');
  return `INSERT INTO ${quoted(name)} (${names.join(', ')}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}
    RETURNING rowid AS number`;
}
