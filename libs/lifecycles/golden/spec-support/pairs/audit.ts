import { decodeWith, evolveWith, parseStream, type Fold, type LogIdentity, type StoredEvent } from '#kernel';
import { commendationFold, evaluationOf, type CommendationState } from '#lifecycles/commendation';
import { evaluationFold, isFoundEffective, type EvaluationState } from '#lifecycles/evaluation';

/** Whoever grants by these looks whether the evaluation stands. */
const GRANTING = new Set(['DecideCommendation', 'DecideAtUnit']);

/** The rules that a log breaks, recomputed from its events alone. */
export function breachesIn({ logId }: LogIdentity, log: readonly StoredEvent[]): readonly string[] {
  const dossiers = new Map<string, CommendationState>();
  const evaluations = new Map<string, EvaluationState>();
  const breaches: string[] = [];
  for (const stored of log) {
    const { name, id } = parseStream(stored.stream);
    if (name === evaluationFold.name) {
      const before = evaluations.get(id) ?? evaluationFold.initial;
      evaluations.set(id, evolveWith(evaluationFold, before, decodeWith(logId, evaluationFold as Fold, stored)));
    }
    if (name !== commendationFold.name) continue;
    const before = dossiers.get(id) ?? commendationFold.initial;
    const recorded = decodeWith(logId, commendationFold as Fold, stored);
    const after = evolveWith(commendationFold, before, recorded);
    dossiers.set(id, after);
    if (!GRANTING.has(recorded.meta.commandType)) continue;
    breaches.push(...unfoundedGrants(before, after, evaluations).map((item) => `${item} is granted unfounded`));
  }
  return [...breaches, ...takenTwice(dossiers)];
}

/** What has just been granted though its evaluation is not found effective, as it stands at this place of the log. */
function unfoundedGrants(
  before: CommendationState,
  after: CommendationState,
  evaluations: ReadonlyMap<string, EvaluationState>,
): readonly string[] {
  if (before.status === 'none' || after.status === 'none') return [];
  const granted = new Set(before.items.filter(({ outcome }) => outcome === 'GRANTED').map(({ item }) => item));
  return after.items
    .filter(({ item, outcome }) => outcome === 'GRANTED' && !granted.has(item))
    .filter(({ model }) => {
      const evaluation = evaluations.get(evaluationOf(model, after.year));
      return !evaluation || !isFoundEffective(evaluation);
    })
    .map(({ item }) => item);
}

/** Achievements that more than one dossier holds: under way with the authorities, or granted and standing. */
function takenTwice(dossiers: ReadonlyMap<string, CommendationState>): readonly string[] {
  const holders = new Map<string, Set<string>>();
  for (const [id, state] of dossiers) {
    if (state.status === 'none') continue;
    const isSent = state.status !== 'prepared' && state.status !== 'withdrawn';
    const held = state.items.filter(({ outcome, award }) =>
      outcome === 'GRANTED' ? award?.cancelled === undefined : isSent && ['PENDING', 'RETURNED'].includes(outcome),
    );
    for (const { fingerprint } of held) holders.set(fingerprint, (holders.get(fingerprint) ?? new Set()).add(id));
  }
  return [...holders].filter(([, ids]) => ids.size > 1).map(([fingerprint]) => `${fingerprint} is held twice`);
}
