import type { LifecycleModule } from '#graphql';
import {
  canonical,
  decodeWith,
  isFence,
  isRefusal,
  mapParticulars,
  parseStream,
  refold,
  START,
  type CommandRequest,
  type Engine,
  type Fold,
  type Json,
  type LogIdentity,
  type Outcome,
  type StoredEvent,
} from '#kernel';
import { forked, type Fork, type StoreKind } from './fork.js';
import type { PlaceFiles } from './place-files.js';
import type { Place } from './recorded-year.js';
import { breachesIn } from './audit.js';
import { LIFECYCLES } from './lifecycles.js';

/** Several commands that are sent at one place. */
export interface Meeting {
  readonly place: Place;
  readonly requests: readonly CommandRequest[];
}

/** What a meeting is tried with. */
export interface Ground {
  readonly files: PlaceFiles;
  readonly modules: readonly LifecycleModule[];
}

/** What commands led to: how each ended, and what all of it left, whatever salts and ciphers it bears. */
export interface Result {
  readonly outcomes: readonly string[];
  /** The dossiers that were written, each as it stands. */
  readonly states: Readonly<Record<string, Json>>;
  /** Which of the commands wrote, in the order of the log. */
  readonly order: readonly number[];
  /** Rules that the log breaks. */
  readonly breaches: readonly string[];
}

/** A result of commands that met. */
export interface Met extends Result {
  /** What each was told in the end. */
  readonly answers: readonly Outcome[];
  /** How often one was told to come again. */
  readonly busy: number;
}

/** Sends the commands one after the other, in an order of theirs. */
async function inTurn(ground: Ground, meeting: Meeting, order: readonly number[]): Promise<Result> {
  const { requests } = meeting;
  return onFork(ground, meeting, { store: 'memory', seed: 'in turn' }, async (fork) => {
    const outcomes: string[] = [];
    for (const index of order) {
      const [engine, request] = [fork.engines[index], requests[index]];
      if (engine && request) outcomes[index] = said(await fork.during(engine.execute(request)));
    }
    return { outcomes };
  });
}

/** What the commands lead to in every order of theirs. */
export async function inEveryOrder(ground: Ground, meeting: Meeting): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const order of ordersOf(meeting.requests.map((_, index) => index)))
    results.push(await inTurn(ground, meeting, order));
  return results;
}

const ordersOf = (of: readonly number[]): readonly (readonly number[])[] =>
  of.length <= 1
    ? [of]
    : of.flatMap((first) => ordersOf(of.filter((it) => it !== first)).map((rest) => [first, ...rest]));

/** Whether two results are the same for whoever sent the commands and for whoever reads the dossiers and the log. */
export const isSame = (one: Result, other: Result): boolean => told(one) === told(other);

const told = ({ outcomes, states, order }: Result): string => canonical({ outcomes, states, order });

/** Sends the commands at the same time, each to a service of its own. */
export async function atOnce(
  ground: Ground,
  meeting: Meeting,
  { store, seed }: { readonly store: StoreKind; readonly seed: string },
): Promise<Met> {
  let busy = 0;
  let answers: readonly Outcome[] = [];
  const result = await onFork(ground, meeting, { store, seed }, async (fork) => {
    const sent = meeting.requests.map((request, index) =>
      untilAnswered(fork.engines[index], request, () => (busy += 1)),
    );
    answers = await fork.during(Promise.all(sent));
    return { outcomes: answers.map(said) };
  });
  return { ...result, answers, busy };
}

/** How often a command is sent again when it is told to come again: its client's part. */
const MOST_TIMES = 20;

async function untilAnswered(
  engine: Engine | undefined,
  request: CommandRequest,
  onBusy: () => void,
  times = MOST_TIMES,
): Promise<Outcome> {
  if (!engine) throw new Error('There are fewer services than commands');
  const outcome = await engine.execute(request);
  if (!isBusy(said(outcome)) || times <= 1) return outcome;
  onBusy();
  return untilAnswered(engine, request, onBusy, times - 1);
}

/** True for a command that is to be sent again. */
export const isBusy = (outcome: string): boolean => outcome === 'DOSSIER_BUSY';

const said = (outcome: Outcome): string => (isRefusal(outcome) ? outcome.code : ACCEPTED);
export const ACCEPTED = 'accepted';

async function onFork(
  { files, modules }: Ground,
  { place, requests }: Meeting,
  how: { readonly store: StoreKind; readonly seed: string },
  work: (fork: Fork) => Promise<Pick<Result, 'outcomes'>>,
): Promise<Result> {
  const fork = await forked({ place, files, modules, engines: requests.length, ...how });
  try {
    const { outcomes } = await work(fork);
    const log = await fork.log.readAll(START, 1_000_000);
    const { identity } = place.year;
    const order = writersIn(log.slice(place.before), requests);
    return { outcomes, order, states: statesIn(identity, log, place.before), breaches: breachesIn(identity, log) };
  } finally {
    await fork.close();
  }
}

function writersIn(news: readonly StoredEvent[], requests: readonly CommandRequest[]): readonly number[] {
  const written = news.filter(({ stream }) => !isFence(stream)).map(({ metadata }) => commandIn(metadata));
  const indices = written.map((id) => requests.findIndex(({ commandId }) => commandId === id));
  return [...new Set(indices)].filter((it) => it >= 0);
}

const commandIn = (metadata: string): unknown => (JSON.parse(metadata) as { readonly commandId?: string }).commandId;

function statesIn({ logId }: LogIdentity, log: readonly StoredEvent[], before: number): Result['states'] {
  const written = [...new Set(log.slice(before).map(({ stream }) => stream))].filter((it) => !isFence(it)).sort();
  return Object.fromEntries(
    written.map((stream) => {
      const { name, id } = parseStream(stream);
      const fold = LIFECYCLES.get(name) as Fold;
      const own = log.filter((it) => it.stream === stream).map((it) => decodeWith(logId, fold, it));
      const { state } = refold(fold, id, own);
      return [stream, mapParticulars(state, '', (it): Json => it.person ?? 'text')];
    }),
  );
}
