import { createHash } from 'node:crypto';
import { openMemoryStore } from '#stores';
import {
  contentHash,
  derivedId,
  Engine,
  Loader,
  personal,
  type Accepted,
  type CommandRequest,
  type CommandShape,
  type EventStore,
  type Grant,
  type Json,
  type KeyRing,
  type Outcome,
  type PersonKey,
  type PolicyVersion,
  type RefusedAttempt,
} from '../index.js';
import { exampleLifecycles, type DraftRequest, type RequestCommand, type Rules } from './example.js';

/** Keys in memory that follow from the person alone; `destroy` is erasure. */
export class KeysInMemory implements KeyRing {
  private readonly keys = new Map<string, PersonKey>();
  private readonly destroyed = new Set<string>();

  keyFor(person: string): PersonKey {
    const found = this.keys.get(person) ?? {
      keyId: `key-${person}`,
      key: createHash('sha256').update(person).digest(),
    };
    this.keys.set(person, found);
    return found;
  }

  find(keyId: string): PersonKey | undefined {
    return this.destroyed.has(keyId) ? undefined : [...this.keys.values()].find((it) => it.keyId === keyId);
  }

  destroy(keyId: string): void {
    this.destroyed.add(keyId);
  }
}

/** Bytes that differ each time and follow from how many were asked for before. */
export function countedBytes(): { bytes(length: number): Buffer } {
  let asked = 0;
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
  readonly keys = new KeysInMemory();
  readonly adopted: PolicyVersion<Rules>[] = [rules(20)];
  answers: readonly Json[] = [];
  loader: Loader;
  engine: Engine;
  /** The requests that were begun, in their order. */
  readonly ids: string[] = [];
  private sent = 0;

  constructor(readonly store: EventStore = openMemoryStore()) {
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

  private built(): [Loader, Engine] {
    const loader = new Loader(this.store);
    const policies = {
      current: (campaign: string) => Promise.resolve(campaign === 'c1' ? this.adopted.at(-1) : undefined),
      pinned: (campaign: string, hash: string) =>
        Promise.resolve(campaign === 'c1' ? this.adopted.find((it) => it.hash === hash) : undefined),
    };
    const engine = new Engine({
      lifecycles: exampleLifecycles,
      store: this.store,
      loader,
      questions: { ask: () => Promise.resolve(this.answers) },
      authority: {
        grantsOf: (subject) => Promise.resolve(this.grants.get(subject) ?? []),
        leadUnit: () => Promise.resolve('office'),
      },
      policies,
      keys: this.keys,
      attempts: { record: (attempt) => this.attempts.push(attempt) },
      clock: { now: () => this.now },
      random: countedBytes(),
      localDate: (instant) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10),
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
  signedOn: '2026-08-30',
} as const;
