import { createHash, randomBytes } from 'node:crypto';
import { openMemoryStore } from '#stores';
import {
  contentHash,
  derivedId,
  Engine,
  gateOf,
  Loader,
  FORMAT,
  isSealedParticular,
  particularsIn,
  personal,
  START,
  uuidFrom,
  type Accepted,
  type EngineParts,
  type CommandRequest,
  type CommandShape,
  type EventStore,
  type Grant,
  type Json,
  type Sealed,
  type Fold,
  type FoundKey,
  type KeyRing,
  type LogIdentity,
  type OwnerKey,
  type Outcome,
  type PolicyVersion,
  type RefusedAttempt,
} from '../index.js';
import { withPlaces } from '../personal/particulars.js';
import { exampleLifecycles, requestFold, type DraftRequest, type RequestCommand, type Rules } from './example.js';

/** Keys in memory, each with a random id; `destroy` is erasure. */
export class KeysInMemory implements KeyRing {
  private readonly owned = new Map<string, OwnerKey>();
  private readonly known = new Map<string, FoundKey>();

  /** Every owner for whom a key was made. */
  get owners(): readonly string[] {
    return [...this.owned.keys()];
  }

  keysFor(owners: readonly string[]): Promise<ReadonlyMap<string, OwnerKey>> {
    return Promise.resolve(new Map(owners.map((owner) => [owner, this.keyOf(owner)])));
  }

  find(keyIds: readonly string[]): Promise<ReadonlyMap<string, FoundKey>> {
    return Promise.resolve(new Map(keyIds.map((keyId) => [keyId, this.known.get(keyId) ?? 'unknown'])));
  }

  destroy(owner: string): void {
    const key = this.owned.get(owner);
    if (key) this.known.set(key.keyId, 'destroyed');
    this.owned.delete(owner);
  }

  private keyOf(owner: string): OwnerKey {
    const key = this.owned.get(owner) ?? { keyId: uuidFrom(randomBytes(16)), key: randomBytes(32) };
    this.owned.set(owner, key);
    this.known.set(key.keyId, key.key);
    return key;
  }
}

/** Bytes that differ each time and follow from how many were asked for before, and from where the count begins. */
export function countedBytes(from = 0): { bytes(length: number): Buffer } {
  let asked = from;
  return {
    bytes: (length) =>
      createHash('sha512')
        .update(String((asked += 1)))
        .digest()
        .subarray(0, length),
  };
}

/** The example's rules under their hash; the period is a campaign of 2026 and 2027. */
export const rules = (longest: number): PolicyVersion<Rules> => {
  const content: Rules = { longest, deadlines: { answer: 5 } };
  return { hash: contentHash(content), content, period: { from: '2026-01-01', to: '2027-12-31' } };
};

/** The log of every specification of the kernel. */
export const LOG: LogIdentity = {
  logId: '00000000-0000-4000-8000-00000000000a',
  format: FORMAT,
  profile: 'spec',
  issuer: 'https://id.example.vn',
  timeZone: 'Asia/Ho_Chi_Minh',
};

export const NOW = '2026-09-01T02:00:00.000Z';

/** A grant without an end unless given one. */
export const grant = (role: string, unit: string, more: Partial<Grant> = {}): Grant => ({
  id: `${role}-${unit}`,
  role,
  unit,
  from: '2026-01-01T00:00:00.000Z',
  ...more,
});

/** Everything that an engine stands on, open to a specification. */
export class House {
  now = NOW;
  readonly grants = new Map<string, readonly Grant[]>([
    ['keeper', [grant('KEEPER', 'office')]],
    ['clerk', [grant('CLERK', 'ward')]],
    ['head', [grant('HEAD', 'ward')]],
    ['officer', [grant('OFFICER', 'office')]],
  ]);
  readonly attempts: RefusedAttempt[] = [];
  readonly keys: KeysInMemory;
  readonly adopted: PolicyVersion<Rules>[] = [rules(20)];
  answers: readonly Readonly<Record<string, Json>>[] = [];
  asOf: string | undefined = 'event-0';
  /** How often something was read or asked. */
  asked = 0;
  readonly fold: Fold = requestFold as never as Fold;
  loader: Loader;
  engine: Engine;
  /** The requests that were begun, in their order. */
  readonly ids: string[] = [];
  private sent = 0;

  /** @param other what this process has otherwise: `keys` of another one make two processes of one installation */
  constructor(
    readonly store: EventStore = openMemoryStore(),
    private readonly other: Partial<Pick<EngineParts, 'gate' | 'lifecycles' | 'papers' | 'random' | 'readers'>> & {
      readonly keys?: KeysInMemory;
    } = {},
  ) {
    this.keys = other.keys ?? new KeysInMemory();
    [this.loader, this.engine] = this.built();
  }

  /** A new process over the same log. */
  restart(): void {
    [this.loader, this.engine] = this.built();
  }

  /** Sends a command under a new id unless one is given. */
  async send<C extends CommandShape>(
    subject: string,
    lifecycle: string,
    command: C,
    around: Partial<CommandRequest> = {},
  ): Promise<Outcome> {
    this.sent += 1;
    const outcome = await this.engine.execute({
      commandId: derivedId('spec', this.sent),
      lifecycle,
      subject,
      command,
      ...around,
    });
    if (command.type === 'DraftRequest' && 'accepted' in outcome && !outcome.repeated) this.ids.push(outcome.id);
    return outcome;
  }

  /** The request that was begun last. */
  get current(): string {
    return this.ids.at(-1) ?? 'none-yet';
  }

  request(subject: string, command: RequestCommand, around: Partial<CommandRequest> = {}): Promise<Outcome> {
    return this.send(subject, 'request', command, around);
  }

  /** Carries out what is bound to succeed. */
  async done(outcome: Promise<Outcome>): Promise<Accepted> {
    const found = await outcome;
    if (!('accepted' in found)) throw new Error(`${found.code}: ${found.message.en}`);
    return found;
  }

  /** An open desk and a drafted request; the request's id. */
  async drafted(draft: Partial<DraftRequest> = {}): Promise<string> {
    await this.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' });
    return (await this.done(this.request('clerk', { ...DRAFT, ...draft }))).id;
  }

  /** A request that waits for the officer. */
  async waiting(draft: Partial<DraftRequest> = {}): Promise<string> {
    const id = await this.drafted(draft);
    await this.done(this.request('head', { type: 'SendRequest', id }));
    return id;
  }

  /** The sealed names of persons, as the log first names them. */
  private async persons(wanted: readonly string[]): Promise<ReadonlyMap<string, Sealed>> {
    const found = new Map<string, Sealed>();
    for (const { stream, revision, data } of await this.store.readAll(START, 1_000)) {
      for (const each of particularsIn(withPlaces(JSON.parse(data) as Json, stream, revision))) {
        const { person } = each;
        if (isSealedParticular(each) && person !== undefined && wanted.includes(person) && !found.has(person)) {
          found.set(person, each);
        }
      }
    }
    return found;
  }

  private built(): [Loader, Engine] {
    const loader = new Loader(this.store, LOG.logId);
    const policies = {
      current: (campaign: string) => Promise.resolve(campaign === 'c1' ? this.adopted.at(-1) : undefined),
      pinned: (campaign: string, hash: string) =>
        Promise.resolve(campaign === 'c1' ? this.adopted.find((it) => it.hash === hash) : undefined),
    };
    const engine = new Engine({
      identity: LOG,
      lifecycles: exampleLifecycles,
      store: this.store,
      gate: gateOf(this.store),
      loader,
      questions: {
        ask: () => {
          this.asked += 1;
          return Promise.resolve({ rows: this.answers, asOf: this.asOf });
        },
      },
      persons: { find: (persons) => this.persons(persons) },
      papers: { issuerOf: () => Promise.resolve(undefined) },
      authority: {
        grantsOf: (subject) => Promise.resolve(this.grants.get(subject) ?? []),
        leadUnit: () => Promise.resolve('office'),
      },
      policies,
      readers: { sees: () => true, isOpen: () => true, ...this.other.readers },
      attempts: { record: async (attempt) => void this.attempts.push(attempt) },
      clock: { now: () => this.now },
      random: countedBytes(),
      localDate: (instant) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10),
      ...this.other,
      keys: this.keys,
    });
    return [loader, engine];
  }
}

export const NAME = 'Nguyễn Thị Hường';
export const DRAFT: DraftRequest = {
  type: 'DraftRequest',
  campaign: 'c1',
  unit: 'ward',
  desk: 'd1',
  applicant: personal('p1', NAME),
  note: 'ngắn',
  secret: false,
};

/** A paper within the campaign. */
export const PAPER = {
  issuer: 'Sở Nội vụ',
  type: 'QĐ',
  number: '12/QĐ-SNV',
  year: 2026,
  signedOn: '2026-09-01',
} as const;
