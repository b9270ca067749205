import {
  contentHash,
  encode,
  eventIdOf,
  kernelEvents,
  keysToSeal,
  prose,
  seal,
  type ActorRecord,
  type Clock,
  type EntryRectified,
  type EventMeta,
  type EventStore,
  type KeyRing,
  type Loader,
  type Patch,
  type Randomness,
} from '#kernel';
import { accessFold } from '#lifecycles/access';

/** What an entry is written with. */
export interface Desk {
  readonly store: EventStore;
  readonly loader: Loader;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** A slip in what was recorded, and how it should have read. */
export interface Slip {
  readonly stream: string;
  /** The last event of this type is the one that is wrong. */
  readonly type: string;
  readonly patch: Patch;
  /** The subjects of whoever asked for the correction and of whoever approves it. */
  readonly requestedBy: string;
  readonly approvedBy: string;
}

/** Corrects an entry as an engine would: no lifecycle has a command for it yet, so that the event is appended as it is. */
export async function rectify(desk: Desk, slip: Slip, commandId: string): Promise<void> {
  const { store, keys, random } = desk;
  const { stream, type, patch, requestedBy } = slip;
  const past = await store.readStream(stream);
  const wrong = past.findLast((it) => it.type === type);
  if (!wrong) throw new Error(`${stream} has no ${type}`);
  const data: EntryRectified['data'] = { corrects: wrong.eventId, patch, requestedBy };
  const said = { reason: prose('Nhập sai so với bản giấy') };
  const owned = await keysToSeal(said, stream, keys);
  const reason = (seal(said, stream, past.length, owned, random) as unknown as Pick<EventMeta, 'reason'>).reason;
  const meta = { ...(await metaOf(desk, slip, commandId)), commandHash: contentHash(data), ...(reason && { reason }) };
  const written = encode('EntryRectified', { ...data, patch: { ...patch } }, meta, kernelEvents.EntryRectified);
  const { outcome } = await store.append(stream, past.length - 1, [written]);
  if (outcome !== 'appended') throw new Error(`${stream} took no correction: ${outcome}`);
}

async function metaOf(
  { clock, loader, random }: Desk,
  { stream, approvedBy }: Slip,
  commandId: string,
): Promise<Omit<EventMeta, 'schemaVersion' | 'commandHash'>> {
  const now = clock.now();
  return {
    eventId: eventIdOf(stream, commandId, 0),
    occurredAt: now,
    recordedAt: now,
    actor: await actorOf(loader, approvedBy),
    commandId,
    commandType: 'RectifyEntry',
    causationId: commandId,
    correlationId: commandId,
    classification: 'INTERNAL',
    salt: random.bytes(16).toString('base64'),
  };
}

async function actorOf(loader: Loader, subject: string): Promise<ActorRecord> {
  const { state } = await loader.load(accessFold, subject);
  const [held] = state.status === 'none' ? [] : state.roles;
  if (!held) throw new Error(`${subject} holds no role`);
  return { subject, role: held.role, unit: held.unit, grant: held.grant };
}
