import {
  canonical,
  eventIdOf,
  fenceEntry,
  gateOf,
  StoreFault,
  type ActualRevision,
  type EventStore,
  type EventToAppend,
  type FenceGate,
  type Looked,
} from '#kernel';
import {
  ACHIEVEMENT,
  decide,
  evolve,
  PERSON,
  UNTOUCHED,
  usesOf,
  YEAR,
  type Job,
  type Use,
  type World,
} from './rules.js';

/** How a command ended for who sent it; `failed` says nothing of its effect. */
export type Answer = 'accepted' | 'repeated' | 'refused' | 'busy' | 'failed';

/** Where a command is carried out. */
export interface Place {
  readonly store: EventStore;
  /** All targets of the world: whoever asks for work looks at each. */
  readonly targets: readonly string[];
  readonly tries: number;
  /** Told of every look that was answered. */
  onLook?(looked: Looked): void;
  /** Before trying again. */
  wait(): Promise<void>;
}

/** Carries out a command as an engine does: target, fences, evidence, decision, append. */
export async function carryOut(job: Job, place: Place): Promise<Answer> {
  try {
    for (let turn = 0; turn < place.tries; turn += 1) {
      if (turn > 0) await place.wait();
      const answer = await tried(job, place, `${job.process}.${job.command}.${turn}`);
      if (answer) return answer;
    }
    return 'busy';
  } catch (error) {
    if (error instanceof StoreFault) return 'failed';
    throw error;
  }
}

async function tried(job: Job, place: Place, salt: string): Promise<Answer | undefined> {
  const { store } = place;
  const standing = await store.readStream(job.target);
  if (standing.some(({ metadata }) => commandIn(metadata) === job.command)) return 'repeated';
  const uses = usesOf(job);
  const looked: Looked[] = [];
  for (const { stream, use } of uses) {
    const found = await gateOf(store as EventStore & FenceGate).look(stream, use);
    if (found === 'busy') return undefined;
    place.onLook?.(found);
    looked.push(found);
  }
  const type = decide(job, await worldSeen(job, place, looked));
  if (type === undefined) return 'refused';
  const at = standing.length;
  const first = eventOf(job, type, salt, looked);
  const expected = at === 0 ? 'noStream' : at - 1;
  const { outcome } = await store.append(job.target, expected, [first], besideOf(uses, looked, job.target, at, first));
  return outcome === 'appended' ? 'accepted' : undefined;
}

/** What a command sees: the holder by the fence's facts, all else in the streams themselves, read after the fences. */
async function worldSeen(job: Job, { store, targets }: Place, looked: readonly Looked[]): Promise<World> {
  const holder = looked.find(({ stream }) => stream === ACHIEVEMENT)?.facts.at(-1) ?? null;
  let world = UNTOUCHED;
  for (const stream of evidenceOf(job, targets)) world = (await store.readStream(stream)).reduce(evolve, world);
  return { ...world, holder };
}

function evidenceOf({ rule }: Job, targets: readonly string[]): readonly string[] {
  if (rule === 'work' || rule === 'freeze') return [YEAR];
  if (rule === 'grant') return [YEAR, PERSON];
  if (rule === 'hold') return [PERSON];
  return rule === 'close' ? [...targets, YEAR] : [];
}

function eventOf({ target, command }: Job, type: string, salt: string, looked: readonly Looked[]): EventToAppend {
  const seen = Object.fromEntries(looked.map(({ stream, at }) => [stream, at] as const));
  const recordedAt = '2026-01-01T00:00:00.000Z';
  return {
    eventId: eventIdOf(target, command, 0),
    type,
    data: canonical({ seen }),
    metadata: canonical({ salt, commandId: command, recordedAt }),
  };
}

function besideOf(uses: readonly Use[], looked: readonly Looked[], target: string, at: number, first: EventToAppend) {
  const where = (fence: string): ActualRevision => looked.find(({ stream }) => stream === fence)?.at ?? 'noStream';
  const shared = uses.filter(({ use }) => use === 'shared');
  const exclusive = uses.filter(({ use }) => use === 'exclusive');
  return {
    checks: shared.map(({ stream }) => ({ stream, at: where(stream) })),
    writes: exclusive.map(({ stream, use, fact }) => ({
      stream,
      at: where(stream),
      events: [fenceEntry({ fence: stream, use, target, at, first, ...(fact !== undefined && { fact }) })],
    })),
  };
}

/** The command of an event, by its metadata. */
export const commandIn = (metadata: string): string | undefined =>
  (JSON.parse(metadata) as { commandId?: string }).commandId;
