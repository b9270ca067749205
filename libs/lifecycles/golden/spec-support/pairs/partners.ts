import { localDateOf } from '#calendar';
import {
  derivedId,
  fencesNamedBy,
  fencesOf,
  unborn,
  type CommandRequest,
  type DocumentRef,
  type Fold,
  type Lifecycle,
  type Loaded,
  type Transition,
} from '#kernel';
import { begunFor, fitted, type Said } from './fitted.js';
import { LIFECYCLES } from './lifecycles.js';
import type { Place } from './recorded-year.js';

/** Two commands that may be sent at a place, and the fence that both pass, at least one of them alone. */
export interface Pair {
  readonly place: Place;
  /** The story's own and another; the place's command comes first. */
  readonly requests: readonly [CommandRequest, CommandRequest];
  /** The fence's kind. */
  readonly kind: string;
  /** They are sent to two dossiers: nothing but the fence makes one of them wait. */
  readonly crossing: boolean;
}

/** The rows of a pair, whichever comes first. */
export const rowsOf = ({ requests }: Pair): string =>
  requests
    .map(({ lifecycle, command }) => `${lifecycle}.${command.type}`)
    .sort()
    .join(' × ');

/** A row, and a command that was once sent by it. */
export interface Sample {
  readonly lifecycle: Lifecycle;
  readonly row: Transition;
  readonly kinds: ReadonlySet<string>;
  readonly request: CommandRequest;
}

/** One sample of each row. */
export function samplesOf(sent: readonly CommandRequest[]): readonly Sample[] {
  const found = new Map<string, Sample>();
  for (const request of sent) {
    const lifecycle = LIFECYCLES.get(request.lifecycle);
    const row = lifecycle?.commands[request.command.type];
    if (!lifecycle || !row) continue;
    const kinds = new Set(fencesNamedBy(row).map(({ kind }) => kind));
    found.set(`${lifecycle.name}.${request.command.type}`, { lifecycle, row, kinds, request });
  }
  return [...found.values()];
}

/** Every dossier as it stands at a place, by its stream. */
export type Standing = ReadonlyMap<string, Loaded>;

/** The pairs of a place: its command, and every row's sample sent to whichever dossier makes both pass one fence. */
export function* pairsAt(place: Place, samples: readonly Sample[], standing: Standing): Generator<Pair> {
  const { about } = place;
  const lifecycle = LIFECYCLES.get(about.lifecycle);
  const row = lifecycle?.commands[about.command.type];
  if (!lifecycle || !row) return;
  const target = targetOf(lifecycle, about, standing);
  const own = fencesOf(row, target, about.command);
  const kinds = new Set([...own.keys()].map(kindOf));
  // What begins a dossier is sent again as well, as another's.
  const again = 'id' in about.command ? [] : samplesOf([about]);
  for (const sample of [...samples, ...again]) {
    if (sample.kinds.isDisjointFrom(kinds)) continue;
    const partners = partnersIn(sample, place, standing, target);
    for (const [request, dossier] of partners) {
      const others = fencesOf(sample.row, dossier, request.command);
      const common = [...own].filter(([fence]) => others.has(fence));
      for (const [fence, use] of common)
        if (use === 'exclusive' || others.get(fence) === 'exclusive')
          yield { place, requests: [about, request], kind: kindOf(fence), crossing: dossier.stream !== target.stream };
    }
  }
}

/** The same number on a paper of another day: brought for the first time, it is what the other brings. */
export function* papersAt(
  place: Place,
  isCited: (document: DocumentRef) => boolean,
  rename: CommandRequest,
): Generator<Pair> {
  const { about, now } = place;
  const { document } = about;
  if (!document || isCited(document)) return;
  const dayBefore = localDateOf(new Date(Date.parse(now) - DAY_MS).toISOString());
  const commandId = derivedId('pair', about.commandId, 'paper');
  const other = { ...rename, commandId, document: { ...document, signedOn: dayBefore } };
  yield { place, requests: [about, other], kind: 'paper', crossing: about.lifecycle !== other.lifecycle };
}

const DAY_MS = 86_400_000;

/** `fence-<kind>.<key>` */
const kindOf = (fence: string): string => /^fence-([a-z]+)\./.exec(fence)?.[1] ?? '';

/** The dossier that a command is sent to, as it stands. */
export const targetOf = (lifecycle: Lifecycle, { command, commandId }: CommandRequest, standing: Standing): Loaded => {
  const id = lifecycle.identify(command, commandId);
  return standing.get(`${lifecycle.name}-${id}`) ?? unborn(lifecycle as Fold, id);
};

/** The sample sent to every dossier that it fits, each by its own people, under a command id of its own. */
export function* partnersIn(
  { lifecycle, row, request }: Sample,
  place: Place,
  standing: Standing,
  met: Loaded,
): Generator<[CommandRequest, Loaded]> {
  const commandId = derivedId('pair', place.about.commandId, request.commandId);
  if (!('id' in request.command)) {
    for (const command of begunFor(request.command as Said, met)) {
      const asked = fitted({ ...request, command, commandId }, lifecycle, undefined, place.now);
      const target = targetOf(lifecycle, asked, standing);
      if (row.from.includes(target.state.status)) yield [asked, target];
    }
    return;
  }
  for (const dossier of standing.values()) {
    if (dossier.name !== lifecycle.name || !row.from.includes(dossier.state.status)) continue;
    yield [fitted({ ...request, commandId }, lifecycle, dossier, place.now), dossier];
  }
}
