import { admittedActor, openCase, type AdmissionSources } from './admission.js';
import { conditionsOf, type Asker, type Matter } from './admit.js';
import type { Readers } from './as-seen.js';
import { askerOf } from './asker.js';
import { seenIn } from './case.js';
import type { ActionAnswer } from './command.js';
import type { Loaded } from './fold/fold.js';
import type { Lifecycle } from './lifecycle.js';
import { matterOf, type Lifecycles } from './matter.js';
import type { ReadScope } from './read-scope.js';
import { isRefusal } from './refusal.js';
import type { Clock } from './sources.js';
import { toldTo } from './withheld.js';

/** What explaining stands on. */
export interface ExplainParts extends AdmissionSources {
  readonly lifecycles: Lifecycles;
  readonly readers: Readers;
  readonly clock: Clock;
}

/** What is asked: which commands of which instance, for whom. */
export interface Explained {
  readonly lifecycle: string;
  readonly id: string;
  readonly subject: string;
  /** This command without the others. */
  readonly command?: string;
  /** As somebody who acts under this delegation. */
  readonly delegation?: string;
}

/**
 * For every command of an existing instance, or for one of them: may the subject send it now, and if not, why.
 * @param scope what one request reads: whatever several commands or instances rest on is read once
 * @throws Error when there is no such lifecycle; LogFault when the log cannot be read
 */
export async function explain(
  parts: ExplainParts,
  asked: Explained,
  scope: ReadScope,
): Promise<readonly ActionAnswer[]> {
  const lifecycle = parts.lifecycles.get(asked.lifecycle);
  if (!lifecycle) throw new Error(`There is no lifecycle ${asked.lifecycle}`);
  const rows = rowsToExplain(lifecycle, asked.command);
  if (rows.length === 0) return [];
  const target = await scope.load(lifecycle, asked.id);
  const about = {
    campaign: lifecycle.campaignOf(target.state, undefined),
    by: rows.flatMap(([, { by }]) => by),
  };
  const asker = await askerOf(parts.authority, asked, parts.clock.now(), about, scope);
  return Promise.all(
    rows.map(async ([type, row]) => {
      const answer = await explainOne(parts, matterOf(parts.lifecycles, asked.lifecycle, type), target, asker, scope);
      return { command: type, needs: [...(row.decision?.needs ?? [])], ...answer };
    }),
  );
}

const rowsToExplain = ({ commands }: Lifecycle, only: string | undefined) =>
  Object.entries(commands).filter(
    ([type, row]) => row.from.some((state) => state !== 'none') && (only ?? type) === type,
  );

async function explainOne(
  parts: ExplainParts,
  matter: Matter,
  target: Loaded,
  asker: Asker,
  scope: ReadScope,
): Promise<Pick<ActionAnswer, 'refusal' | 'evidence'>> {
  const actor = admittedActor(matter, target, asker, undefined);
  if (isRefusal(actor)) return { refusal: actor };
  const opened = await openCase(matter, target, undefined, parts, scope);
  if (isRefusal(opened)) return { refusal: opened };
  const { it, policy } = opened;
  const moment = { now: asker.now, occurredAt: asker.occurredAt, actor, policy: policy?.content };
  const found = conditionsOf(matter, it, moment);
  if (isRefusal(found)) return { refusal: await toldTo(asker, found, parts, scope) };
  return matter.row.decision ? { evidence: seenIn(it).evidence } : {};
}
