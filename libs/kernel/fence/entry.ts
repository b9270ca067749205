import { canonical, type Json } from '../record/json.js';
import { eventIdOf } from '../record/ids.js';
import { derivedId } from '../sources.js';
import type { EventToAppend, StoredEvent } from '../store.js';
import type { FenceUse } from './fence.js';

/** What an entry in a fence says: who passed, by which event, how. */
export interface FenceEntered {
  readonly type: 'FenceEntered';
  readonly data: {
    /** The stream that was written, and the revision of the first event that was written there. */
    readonly target: string;
    readonly at: number;
    /** Tells that event from another that may stand there in its place: see `attemptOf`. */
    readonly attempt: string;
    readonly use: FenceUse;
    /** What the fence itself is the register of, where it is one. */
    readonly fact?: Json;
  };
}

/** What is entered, and by which append. */
export interface Entering {
  /** The fence's stream. */
  readonly fence: string;
  readonly use: FenceUse;
  readonly target: string;
  /** The revision that the first event will have in the target. */
  readonly at: number;
  /** The first event of the append to the target. */
  readonly first: EventToAppend;
  readonly fact?: Json;
}

/** What an entry keeps of the event that it goes with: who, when, by which command. */
const KEPT = /^(actor\..*|occurredAt|recordedAt|command(Id|Type|Hash)|(causation|correlation)Id)$/;

/** The entry that goes with an append: the same one whenever the same append is made again. */
export function fenceEntry({ fence, use, target, at, first, fact }: Entering): EventToAppend {
  const attempt = attemptOf(first);
  const metadata = Object.entries(metadataOf(first)).filter(([key]) => KEPT.test(key));
  return {
    eventId: eventIdOf(fence, attempt, 0),
    type: 'FenceEntered' satisfies FenceEntered['type'],
    data: canonical({ target, at, attempt, use, ...(fact !== undefined && { fact }) }),
    // Salted by the attempt that it names.
    metadata: canonical({
      ...Object.fromEntries(metadata),
      schemaVersion: '1',
      classification: 'RESTRICTED',
      salt: '',
    }),
  };
}

/** Which try wrote an event: two tries of one command write the same ids under different salts. */
export const attemptOf = (first: Pick<EventToAppend, 'metadata'>): string =>
  derivedId('attempt', metadataOf(first)['salt'] ?? '');

/** What a stored entry says; undefined for another event. */
export const entryIn = ({ type, data }: Pick<StoredEvent, 'type' | 'data'>): FenceEntered['data'] | undefined =>
  type === 'FenceEntered' ? (JSON.parse(data) as FenceEntered['data']) : undefined;

const metadataOf = ({ metadata }: Pick<EventToAppend, 'metadata'>): Readonly<Record<string, string>> =>
  JSON.parse(metadata) as Readonly<Record<string, string>>;
