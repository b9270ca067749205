import type { Condition, SeenAnswer } from './record/envelope.js';
import { evidenceDigest, type Seen } from './record/evidence.js';
import type { Json } from './record/json.js';
import { unborn, type Loaded } from './fold/fold.js';
import type { AnyRead, CommandShape, Lifecycle, Transition } from './lifecycle.js';
import { rowsFor, type Answer, type Question } from './question.js';
import type { ReadScope } from './read-scope.js';
import type { Refusal } from './refusal.js';
import { refusals } from './refusals.js';

/** What was read under one name: a stream, several, or the rows of an answer. */
type ReadValue = Loaded | readonly Loaded[] | readonly Readonly<Record<string, Json>>[];

/** All that one decision looks at. */
export interface Case {
  readonly target: Loaded;
  readonly reads: Readonly<Record<string, ReadValue>>;
  /** Every question asked, with its answer. */
  readonly answers: readonly SeenAnswer[];
  /** The streams beside the target, each once, in the order in which the row reads them. */
  readonly others: readonly Loaded[];
}

/** What was found for one read, and which streams or which answer it came from. */
interface Read {
  readonly value: ReadValue;
  readonly streams: readonly Loaded[];
  readonly answer?: SeenAnswer;
}

/**
 * Loads the streams and asks the questions that a transition reads; `command` is absent when an action is only being explained.
 * @returns the refusal when an answer has more rows than a decision can record
 */
export async function loadReads(
  transition: Transition,
  target: Loaded,
  command: CommandShape | undefined,
  scope: ReadScope,
): Promise<Case | Refusal> {
  const entries = Object.entries(transition.reads) as [string, AnyRead<unknown, unknown>][];
  const found = await Promise.all(
    entries.map(async ([key, read]) => [key, await readOne(read, target, command, scope)] as const),
  );
  return assembled(transition, target, found);
}

/** A case whose reads have been found; the refusal when an answer has more rows than a decision can record. */
function assembled(
  { reads, label }: Transition,
  target: Loaded,
  found: readonly (readonly [string, Read])[],
): Case | Refusal {
  const tooMany = found.some(([key, { answer }]) => {
    const read = reads[key];
    return read?.kind === 'ask' && answer !== undefined && answer.rows.length > read.question.atMost;
  });
  if (tooMany) return refusals.evidenceTooLarge({ action: { ...label } });
  const streams = found.flatMap(([, { streams: each }]) => each).filter(({ id }) => id !== '');
  return {
    target,
    reads: Object.fromEntries(found.map(([key, { value }]) => [key, value])),
    answers: found.flatMap(([, { answer }]) => answer ?? []),
    others: [...new Map(streams.map((each) => [each.stream, each])).values()],
  };
}

/**
 * A case whose reads are given instead of looked up: for specifications. It is what `loadReads` would make of the same streams
 * and rows, and holds no more than the row reads.
 * @param given what there is, by the names under which rows read it; what is left out is not there
 * @throws LogFault for rows that do not fit their question
 */
export function caseOf(
  transition: Transition,
  target: Loaded,
  command: CommandShape | undefined,
  given: Readonly<Record<string, unknown>>,
): Case | Refusal {
  const reads = Object.entries(transition.reads) as [string, AnyRead<unknown, unknown>][];
  const found = reads
    .filter(([key]) => given[key] !== undefined)
    .map(([key, read]) => [key, givenRead(read, target, command, given[key] as ReadValue)] as const);
  return assembled(transition, target, found);
}

function givenRead(
  read: AnyRead<unknown, unknown>,
  target: Loaded,
  command: CommandShape | undefined,
  value: ReadValue,
): Read {
  if (read.kind !== 'ask') return { value, streams: [value].flat() as readonly Loaded[] };
  const params = read.params(target.state, command) as Readonly<Record<string, Json>>;
  return answered(read.question, params, { rows: value as Answer['rows'], asOf: undefined });
}

function answered(question: Question, params: Readonly<Record<string, Json>>, { rows, asOf }: Answer): Read {
  const typed = rowsFor(question, rows) as readonly Readonly<Record<string, Json>>[];
  const answer = { question: question.name, params, rows: typed, ...(asOf !== undefined && { asOf }) };
  return { value: typed, streams: [], answer };
}

async function readOne(
  read: AnyRead<unknown, unknown>,
  target: Loaded,
  command: CommandShape | undefined,
  scope: ReadScope,
): Promise<Read> {
  switch (read.kind) {
    case 'one': {
      const id = read.id(target.state, command);
      const loaded = id === undefined || id === '' ? unborn(read.fold, '') : await scope.load(read.fold, id);
      return { value: loaded, streams: [loaded] };
    }
    case 'many': {
      const ids = [...new Set(read.ids(target.state, command))];
      const loaded = await Promise.all(ids.map((id) => scope.load(read.fold, id)));
      return { value: loaded, streams: loaded };
    }
    case 'ask': {
      const params = read.params(target.state, command) as Readonly<Record<string, Json>>;
      return answered(read.question, params, await scope.ask(read.question, params));
    }
  }
}

/** The streams of a case, the target first. */
export const streamsOf = (it: Case): readonly Loaded[] => [
  it.target,
  ...it.others.filter(({ stream }) => stream !== it.target.stream),
];

/** What a decision on a case saw, as it is recorded. */
export function seenIn(it: Case): Seen & { readonly evidence: string } {
  const streams = streamsOf(it).map(({ stream, revision, digest }) => ({ stream, revision, digest }));
  const seen = { streams, answers: it.answers };
  return { ...seen, evidence: evidenceDigest(seen) };
}

/** The persons who sent a command in the case; `command` may be qualified as `lifecycle.Command`. */
export function sendersOf(it: Case, command: string): ReadonlySet<string> {
  const [name, bare] = command.includes('.') ? command.split('.', 2) : [it.target.name, command];
  const senders = streamsOf(it)
    .filter((loaded) => loaded.name === name)
    .flatMap((loaded) => [...(loaded.participants.get(bare ?? '') ?? [])]);
  return new Set(senders);
}

/** The lifecycle's row for a command, if it has one. */
export const rowOf = (lifecycle: Lifecycle, command: string): Transition | undefined =>
  Object.hasOwn(lifecycle.commands, command) ? lifecycle.commands[command] : undefined;

/** The conditions that a rule adds to the record of a decision. */
export type Conditions = readonly Condition[];

/** The units that a command concerns, as its lifecycle tells them. */
export function unitsOf(
  lifecycle: Pick<Lifecycle, 'unitOf'>,
  target: Loaded,
  command: CommandShape | undefined,
): readonly string[] {
  const units = lifecycle.unitOf(target.state, command);
  return units === undefined ? [] : typeof units === 'string' ? [units] : units;
}
