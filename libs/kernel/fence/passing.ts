import type { Case } from '../case.js';
import type { Loaded } from '../fold/fold.js';
import type { AnyRead, CommandShape, Transition } from '../lifecycle.js';
import type { Beside, EventToAppend } from '../store.js';
import { fenceEntry } from './entry.js';
import { fenceStream, type FenceGate, type FenceUse, type Looked } from './fence.js';
import type { RowFence } from './row-fence.js';
import { factOf, type Paper, type PaperSeen } from '../papers.js';
import type { Json } from '../record/json.js';

/** A fence on the way of a command. */
type Passed = Looked & { readonly use: FenceUse; readonly fact?: Json };

/** The fences of a command as they stood before its evidence was read, in the order of their names. */
export type Passing = readonly Passed[];

/** The most fences that one command passes: each is looked at before it is decided and again when it is written. */
const MOST_FENCES = 1_000;

/**
 * Looks at the fences of a command. Comes before anything else is read: whatever somebody entered there before is in what is read.
 * @returns `busy` when what became of somebody's entry cannot be known yet; `tooMany` when the command passes more than can be kept
 */
export async function lookAtFences(
  gate: FenceGate,
  row: Transition,
  target: Loaded,
  command: CommandShape,
  { paper, alone }: { readonly paper: Paper | undefined; readonly alone: boolean },
): Promise<Passing | 'busy' | 'tooMany'> {
  // Whoever may not take the step in this state is refused, and fences know only the row's own states.
  if (!row.from.includes(target.state.status)) return [];
  const named = new Map(fencesOf(row, target, command, alone));
  if (paper) named.set(paper.fence, 'exclusive');
  const fences = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
  if (fences.length > MOST_FENCES) return 'tooMany';
  const looked = await Promise.all(
    fences.map(async ([stream, use]) => {
      const found = await gate.look(stream, use);
      return found === 'busy' ? found : { ...found, use };
    }),
  );
  return looked.some((it) => it === 'busy') ? 'busy' : (looked as Passing);
}

/** True when somebody has passed one of the fences alone since they were looked at. */
export async function haveMoved(gate: FenceGate, passing: Passing): Promise<boolean> {
  const now = await Promise.all(passing.map(({ stream, use }) => gate.look(stream, use)));
  return now.some((it, index) => it !== 'busy' && it.alone !== passing[index]?.alone);
}

/** True when what was read behind a shared fence calls for passing it alone: then the fences are to be looked at again. */
export const callsForAlone = ({ reads }: Transition, { target, reads: found }: Case, command: CommandShape): boolean =>
  Object.entries(reads).some(([key, read]) =>
    fencesIn(read).some((it) => it.aloneWhen?.(found[key], target.state, command) === true),
  );

/** The paper's fence as it was found; undefined when there is none. */
export function paperSeen(passing: Passing, paper: Paper | undefined): PaperSeen | undefined {
  const found = paper && passing.find(({ stream }) => stream === paper.fence);
  return paper && found && { paper, facts: found.facts };
}

/** Whoever cites what is known already passes its fence no more: what a number stands for does not change. */
export function citing(passing: Passing, seen: PaperSeen | undefined): Passing {
  if (!seen) return passing;
  const fact = factOf(seen);
  const others = passing.filter(({ stream }) => stream !== seen.paper.fence);
  const own = passing.filter(({ stream }) => stream === seen.paper.fence);
  return fact === undefined ? others : [...others, ...own.map((it) => ({ ...it, fact }))];
}

/** What is checked and written beside the events that a command led to; nothing where it passes no fence. */
export function besideOf(passing: Passing, target: Loaded, events: readonly EventToAppend[]): Beside | undefined {
  const [first] = events;
  if (passing.length === 0 || !first) return undefined;
  const checks = passing.filter(({ use }) => use === 'shared').map(({ stream, at }) => ({ stream, at }));
  const writes = passing
    .filter(({ use }) => use === 'exclusive')
    .map(({ stream: fence, at, use, fact }) => {
      const place = { target: target.stream, at: target.revision + 1, first };
      const entry = fenceEntry({ fence, use, ...place, ...(fact !== undefined && { fact }) });
      return { stream: fence, at, events: [entry] };
    });
  return { checks, writes };
}

/**
 * The fences that a command passes by its row: those that the row names, and those of everything that it reads.
 * @param alone whether fences that may have to be passed alone are
 * @returns by the fence's stream; whoever passes one both ways passes it alone
 */
export function fencesOf(
  row: Transition,
  target: Loaded,
  command: CommandShape,
  alone = false,
): ReadonlyMap<string, FenceUse> {
  const found = new Map<string, FenceUse>();
  for (const { use, kind, keys, aloneWhen } of fencesNamedBy(row)) {
    for (const key of keys(target.state, command, target.id)) {
      const stream = fenceStream(kind, key);
      if (key !== '' && found.get(stream) !== 'exclusive') found.set(stream, alone && aloneWhen ? 'exclusive' : use);
    }
  }
  return found;
}

/** The fences that a row names, its own and those of everything that it reads. */
export const fencesNamedBy = ({ fences, reads }: Transition): readonly RowFence<unknown, unknown>[] =>
  [...fences, ...Object.values(reads).flatMap(fencesIn)] as readonly RowFence<unknown, unknown>[];

const fencesIn = ({ fence }: AnyRead<unknown, unknown>): readonly RowFence<unknown, unknown>[] =>
  'unfenced' in fence ? [] : ([fence].flat() as readonly RowFence<unknown, unknown>[]);
