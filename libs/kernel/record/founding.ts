import { SYSTEM_SUBJECT, type Clock, type Randomness } from '../sources.js';
import { START, type EventStore, type EventToAppend, type StoredEvent } from '../store.js';
import { encode } from './codec.js';
import type { EventMeta } from './envelope.js';
import { LogFault } from './faults.js';
import { contentHash } from './json.js';
import { uuidFrom } from './ids.js';

/** The stored format that this program writes and reads. Zero until the first format is declared. */
export const FORMAT = 0;

/** What a log says of itself. */
export interface LogIdentity {
  readonly logId: string;
  readonly format: number;
  /** `production`, `demo` …: a log of one is never continued as another. */
  readonly profile: string;
  /** Whose tokens name the subjects. */
  readonly issuer: string;
  /** In which the civil day begins (IANA). */
  readonly timeZone: string;
}

/** What the program that opens a log expects of it. */
export type LogExpectation = Pick<LogIdentity, 'profile' | 'issuer' | 'timeZone'>;

/** The stream that holds nothing but the founding. A fixed name: of two that found at once, one wins and the other reads. */
export const FOUNDING_STREAM = 'log-founding';
const FOUNDED = 'LogFounded';

/**
 * What a log's first event says it is.
 * @throws LogFault when it is none of this program's
 */
export function identityIn(first: StoredEvent): LogIdentity {
  if (first.stream !== FOUNDING_STREAM || first.type !== FOUNDED) {
    throw new LogFault('FOREIGN_LOG', WITHOUT_FOUNDING);
  }
  const said = identityOf(first.data);
  if (!said) throw new LogFault('MALFORMED_EVENT', 'The founding of the log does not say what the log is');
  return said;
}

/** What a founding says, if it says it in full. */
function identityOf(data: string): LogIdentity | undefined {
  let said: Partial<Record<keyof LogIdentity, unknown>> | null;
  try {
    said = JSON.parse(data) as typeof said;
  } catch {
    return undefined;
  }
  const texts = [said?.logId, said?.profile, said?.issuer, said?.timeZone];
  const isWhole = texts.every((it) => typeof it === 'string') && typeof said?.format === 'number';
  return isWhole ? (said as LogIdentity) : undefined;
}

const WITHOUT_FOUNDING =
  'Sự kiện đầu tiên không phải là sự kiện lập sổ: đây không phải sổ của phiên bản này; hãy chọn thư mục khác. ' +
  'The first event does not found a log: this is no log of this version; choose another folder.';

/** The sentence of each difference: what is wrong and what to do. */
const differs = ([what, vi, found, wanted]: readonly [string, string, unknown, unknown]): string =>
  `Sổ sự kiện có ${vi} là “${String(found)}”, cấu hình đang là “${String(wanted)}”. Hãy dùng đúng thư mục dữ liệu hoặc sửa cấu hình. ` +
  `The log's ${what} is “${String(found)}”, the configuration says “${String(wanted)}”. Use the right data folder or mend the configuration.`;

/**
 * Refuses a log that is another's.
 * @throws LogFault with a sentence and the remedy
 */
export function assertIsOurs(identity: LogIdentity, wanted: LogExpectation): void {
  const pairs = [
    ['format', 'định dạng', identity.format, FORMAT],
    ['profile', 'chế độ', identity.profile, wanted.profile],
    ['issuer', 'nơi cấp định danh', identity.issuer, wanted.issuer],
    ['time zone', 'múi giờ', identity.timeZone, wanted.timeZone],
  ] as const;
  const other = pairs.find(([, , found, expected]) => found !== expected);
  if (other) throw new LogFault('FOREIGN_LOG', differs(other));
}

/**
 * Founds an empty log, or reads what it is.
 * @throws LogFault when it is another's
 */
export async function foundLog(
  store: EventStore,
  wanted: LogExpectation,
  { clock, random }: { readonly clock: Clock; readonly random: Randomness },
): Promise<LogIdentity> {
  const [first] = await store.readAll(START, 1);
  if (!first) {
    const logId = uuidFrom(random.bytes(16));
    await store.append(FOUNDING_STREAM, 'noStream', [
      foundingEvent({ logId, format: FORMAT, ...wanted }, clock, random),
    ]);
  }
  const [founded] = first ? [first] : await store.readAll(START, 1);
  if (!founded) throw new LogFault('LOG_INCOMPLETE', 'The log could not be founded');
  const identity = identityIn(founded);
  assertIsOurs(identity, wanted);
  return identity;
}

/** The founding is an event like any other: whoever reads the log reads it too. */
function foundingEvent(identity: LogIdentity, clock: Clock, random: Randomness): EventToAppend {
  const now = clock.now();
  const meta: Omit<EventMeta, 'schemaVersion'> = {
    eventId: uuidFrom(random.bytes(16)),
    occurredAt: now,
    recordedAt: now,
    actor: { subject: SYSTEM_SUBJECT, role: 'SYSTEM', unit: '', grant: SYSTEM_SUBJECT },
    commandId: identity.logId,
    commandType: 'FoundLog',
    commandHash: contentHash(identity),
    causationId: identity.logId,
    correlationId: identity.logId,
    classification: 'PUBLIC',
    salt: random.bytes(16).toString('base64'),
  };
  return encode(FOUNDED, { ...identity }, meta);
}
