import { PERSONAS } from '#seed';
import type { Api } from '../client/api.js';
import type { LogDigest } from '../log/digest.js';

/** How a target stands, by one of its readings. */
export interface TargetRow {
  readonly key: string;
  readonly label: string;
  readonly reading: string;
  /** The reading that the campaign's policy takes. */
  readonly primary: boolean;
  readonly numerator: number;
  readonly denominator: number;
  readonly met: boolean;
  readonly sentence: string;
  /** Of the closed year’s figures; null while they are counted. */
  readonly figuresHash: string | null;
}

/** One event of a dossier's history. */
export interface HistoryRow {
  readonly label: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly reason: string | null;
  /** `onBehalfOf`: the office, never a name. */
  readonly actor: { readonly roleLabel: string; readonly onBehalfOf: string | null };
  readonly document: { readonly issuer: string; readonly number: string; readonly signedOn: string } | null;
}

/** What a year came to. The same for the same seed and units, wherever and whenever it is played. */
export interface YearResult {
  readonly seed: string;
  readonly units: number;
  readonly commands: number;
  readonly endedAt: string;
  readonly log: LogDigest;
  readonly targets: readonly TargetRow[];
  readonly waiting: number;
  readonly commendation: { readonly title: string; readonly history: readonly HistoryRow[] };
}

const TARGETS =
  'query($year: Int!) { targets(year: $year) { key label reading primary numerator denominator met sentence figuresHash } }';
const INBOX = 'query { inbox(first: 1) { totalCount } }';
const HISTORY = `query($id: ID!) { commendation(id: $id) { statusLabel unit { name }
  history { label occurredAt recordedAt reason actor { roleLabel onBehalfOf } document { issuer number signedOn } } } }`;

/** The reader: an auditor sees everything and changes nothing. */
const READER = 'auditor';

/** What is asked of the running service at the end of a year. */
export async function askResult(
  api: Api,
  year: number,
  dossier: string,
): Promise<Pick<YearResult, 'targets' | 'waiting' | 'commendation' | 'endedAt'>> {
  const { targets } = await api.ask<{ targets: readonly TargetRow[] }>(READER, TARGETS, { year });
  const { inbox } = await api.ask<{ inbox: { totalCount: number } }>('snv.officer', INBOX);
  const { commendation } = await api.ask<{
    commendation: { statusLabel: string; unit: { name: string }; history: readonly HistoryRow[] };
  }>(READER, HISTORY, { id: dossier });
  const title = `Hồ sơ khen thưởng của ${commendation.unit.name} – ${commendation.statusLabel}`;
  return {
    targets,
    waiting: inbox.totalCount,
    commendation: { title, history: await withOffices(api, commendation.history) },
    endedAt: await api.now(),
  };
}

/** Says on whose behalf somebody acted by the office, in place of the identity. */
async function withOffices(api: Api, history: readonly HistoryRow[]): Promise<readonly HistoryRow[]> {
  const offices = new Map(
    await Promise.all(PERSONAS.map(async ({ sub, label }) => [await api.subject(sub), label.vi] as const)),
  );
  return history.map((row) => ({
    ...row,
    actor: { ...row.actor, onBehalfOf: row.actor.onBehalfOf && (offices.get(row.actor.onBehalfOf) ?? null) },
  }));
}
