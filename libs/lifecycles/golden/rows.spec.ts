import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fingerprintOf } from '#projections';
import { recordedFile, recordedLines } from './spec-support/recorded.js';
import { projections, rowsOfRecorded } from './spec-support/rows.js';

/** What is kept of each projection: what a file is built for (version and tables), and a hash of the rows it then holds. */
interface Kept {
  /** The hash of the recorded log that they were made of. */
  readonly log: string;
  readonly projections: Readonly<Record<string, { readonly builtFor: string; readonly rows: string }>>;
}

const FILE = recordedFile('rows.json');
/** Set by whoever means to keep the rows of raised versions, or of a log that was recorded anew. */
const WRITE = process.env['KHEO_WRITE_GOLDEN'] === '1';

const log = createHash('sha256').update(recordedLines().join('\n')).digest('hex');
const kept: Kept = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Kept) : { log: '', projections: {} };
const rows = await rowsOfRecorded();
const builtFor = new Map(projections.map((it) => [it.name, fingerprintOf([it])]));

/** The projections that give other rows in a file that is built for the same: files that stand already would disagree. */
const changedUnraised =
  kept.log === log
    ? Object.entries(kept.projections)
        .filter(([name, before]) => builtFor.get(name) === before.builtFor && rows[name] !== before.rows)
        .map(([name]) => name)
    : [];

if (WRITE && changedUnraised.length === 0) {
  const now = projections.map(({ name }) => [name, { builtFor: builtFor.get(name), rows: rows[name] }] as const);
  writeFileSync(FILE, `${JSON.stringify({ log, projections: Object.fromEntries(now) }, null, 2)}\n`);
}

describe('the rows that projections make of the recorded log', () => {
  it('change only with their version: raise it where they do, so that files are built anew', () => {
    expect(changedUnraised).toEqual([]);
  });

  it.each(projections)('are kept for $name as its version makes them', ({ name }) => {
    const { projections: all } = JSON.parse(readFileSync(FILE, 'utf8')) as Kept;
    expect({ name, ...all[name] }).toEqual({ name, builtFor: builtFor.get(name), rows: rows[name] });
  });

  it('are kept for the log as it is recorded, and for no projection that is gone', () => {
    const now = JSON.parse(readFileSync(FILE, 'utf8')) as Kept;
    expect({ log: now.log, names: Object.keys(now.projections) }).toEqual({
      log,
      names: projections.map((it) => it.name),
    });
  });
});
