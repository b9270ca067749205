import type { StandingDue, Window, WindowRef } from '#kernel';
import type { Audience } from '#identity';
import type { Database, SqlRow } from '#projections';
import type { Exposure } from '#visibility';
import type { Change } from './change.js';
import { NO_DEADLINE } from './deadlines.js';
import { partyTable, quoted } from './naming.js';

/** A standing deadline with its exclusive instant, or the sign for none. */
export interface DeadlineRow extends StandingDue {
  readonly at: string;
  /** The unit whose dossier it is, if it is one's. */
  readonly unit: string | null;
}

const INSERT = `INSERT INTO _deadline (view, id, ordinal, kind, command, unit, whom, due_at, campaign, year, "window", since)
  VALUES (:view, :id, :ordinal, :kind, :command, :unit, :whom, :due_at, :campaign, :year, :window, :since)`;
const IN_WINDOW = `campaign = :campaign AND year = :year AND "window" = :name`;

/** Writes what waits in the dossiers of one view. The caller holds the transaction. */
export class DeadlineWriter {
  constructor(
    private readonly view: string,
    private readonly db: Database,
  ) {}

  /** The deadlines with their instants, as the windows stand now. */
  resolve(standing: readonly StandingDue[], unit: string | null): readonly DeadlineRow[] {
    return standing.map((due) => ({
      ...due,
      unit,
      at: (due.window ? this.#endOf(due.window) : due.dueAt) ?? NO_DEADLINE,
    }));
  }

  /** Puts these in the place of what stood in the dossier before. */
  rewrite(id: string, rows: readonly DeadlineRow[], since: string): void {
    this.db.prepare('DELETE FROM _deadline WHERE view = ? AND id = ?').run(this.view, id);
    const insert = this.db.prepare(INSERT);
    rows.forEach(({ kind, command, unit, whom, window, at }, ordinal) =>
      insert.run({
        view: this.view,
        id,
        ordinal,
        kind,
        command: command ?? null,
        unit,
        whom: whom ?? null,
        due_at: at,
        campaign: window?.campaign ?? null,
        year: window?.year ?? null,
        window: window?.name ?? null,
        since,
      }),
    );
  }

  /**
   * Notes the windows that a dossier keeps, and moves whatever is due by one that has moved.
   * @returns the dossiers whose deadline moved, though nothing else happened to them
   */
  keep(campaign: string, windows: readonly Window[]): readonly Change[] {
    return windows.flatMap(({ year, name, before }) => {
      const window = { campaign, year, name };
      if (this.#endOf(window) === before) return [];
      this.db
        .prepare(
          'INSERT OR REPLACE INTO _window (campaign, year, name, before) VALUES (:campaign, :year, :name, :before)',
        )
        .run({ ...window, before });
      return this.#move(window, before);
    });
  }

  #endOf({ campaign, year, name }: WindowRef): string | undefined {
    const sql = 'SELECT before FROM _window WHERE campaign = :campaign AND year = :year AND name = :name';
    const before = this.db.prepare(sql).get({ campaign, year, name })?.['before'];
    return before === undefined ? undefined : String(before);
  }

  #move(window: WindowRef, before: string): readonly Change[] {
    const params = { campaign: window.campaign, year: window.year, name: window.name };
    this.db.prepare(`UPDATE _deadline SET due_at = :before WHERE ${IN_WINDOW}`).run({ ...params, before });
    const views = this.db
      .prepare(`SELECT DISTINCT view FROM _deadline WHERE ${IN_WINDOW} AND kind = 'duty'`)
      .all(params);
    return views.flatMap(({ view }) => this.#moveRows(String(view), params));
  }

  #moveRows(
    name: string,
    params: { readonly campaign: string; readonly year: number; readonly name: string },
  ): Change[] {
    const within = `id IN (SELECT id FROM _deadline WHERE view = :view AND kind = 'duty' AND ${IN_WINDOW})`;
    const rows = this.db
      .prepare(
        `UPDATE ${quoted(name)} SET due_at = (${earliestOf(name)}) WHERE ${within}
         RETURNING id, audience, restricted, (${partiesOf(name, 'unit')}) AS units, (${partiesOf(name, 'subject')}) AS subjects`,
      )
      .all({ ...params, view: name, none: NO_DEADLINE });
    return rows.map((row) => {
      const exposure = exposed(row);
      return { name, id: String(row['id']), exposure, before: exposure };
    });
  }
}

const partiesOf = (name: string, kind: 'unit' | 'subject'): string =>
  `SELECT json_group_array(party.party) FROM ${quoted(partyTable(name))} AS party
     WHERE party.id = ${quoted(name)}.id AND party.kind = '${kind}'`;

/** Who may see a dossier that moved: what the row says of it has stayed the same. */
const exposed = ({ audience, restricted, units, subjects }: SqlRow): Exposure => ({
  audience: String(audience) as Audience,
  restricted: restricted === 1,
  units: JSON.parse(String(units)) as string[],
  subjects: JSON.parse(String(subjects)) as string[],
});

/** The deadline as a whole of each dossier that an UPDATE goes over. */
const earliestOf = (name: string): string => `SELECT nullif(min(standing.due_at), :none) FROM _deadline AS standing
  WHERE standing.view = :view AND standing.id = ${quoted(name)}.id AND standing.kind = 'duty'`;

/** The deadline of a dossier as a whole: the earliest of what somebody owes. */
export function earliest(rows: readonly DeadlineRow[]): string | null {
  const [first = NO_DEADLINE] = rows
    .filter(({ kind }) => kind === 'duty')
    .map(({ at }) => at)
    .sort();
  return first === NO_DEADLINE ? null : first;
}
