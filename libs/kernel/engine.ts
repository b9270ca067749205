import { admit, type Admission, type Asker } from './admit.js';
import type { Authority, Grant } from './authority.js';
import { evidenceOf, loadReads, rowOf, type Case, type Questions } from './case.js';
import type { Accepted, ActionAnswer, AttemptLog, CommandRequest, Outcome } from './command.js';
import type { DomainEvent } from './envelope.js';
import type { Loaded } from './fold.js';
import { repeatOf, requestDigest, type RequestDigest } from './idempotency.js';
import type { DecideContext, Lifecycle, Transition } from './lifecycle.js';
import type { Loader } from './loader.js';
import type { KeyRing } from './personal.js';
import type { PolicySource, PolicyVersion } from './policy.js';
import { isRefusal, type Refusal } from './refusal.js';
import { refusals } from './refusals.js';
import { bringsWhatIsNeeded, datesAreSound, signedInForce } from './request-rules.js';
import { derivedId, type Clock, type Randomness } from './sources.js';
import { START, type AppendResult, type EventStore, type EventToAppend } from './store.js';
import type { Text } from './text.js';
import { encodeDecided, type Decided } from './writing.js';

/** What the engine stands on; everything outside it is one of these. */
export interface EngineParts {
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
  readonly store: EventStore;
  readonly loader: Loader;
  readonly questions: Questions;
  readonly authority: Authority;
  readonly policies: PolicySource;
  readonly keys: KeyRing;
  readonly attempts: AttemptLog;
  readonly clock: Clock;
  readonly random: Randomness;
  /** The civil date of an instant where the campaign runs, `YYYY-MM-DD`. */
  localDate(instant: string): string;
}

/** How often a command is decided again when others write to the same dossier. */
const MOST_ATTEMPTS = 8;

/** The one way a command goes: load, repetition, admission, decision, append. */
export class Engine {
  constructor(private readonly parts: EngineParts) {}

  /**
   * Carries out a command once, however often it is sent.
   * @returns what it led to, or the refusal; a refused command leaves no event and may be sent again
   * @throws StoreFault when the log cannot be written; Error when a lifecycle breaks its own table
   */
  async execute(request: CommandRequest): Promise<Outcome> {
    const { lifecycle, transition } = this.find(request.lifecycle, request.command.type);
    const id = lifecycle.identify(request.command, request.commandId);
    const hash = requestDigest(request, id, this.parts.keys);
    const outcome =
      (await this.repeated(request, hash)) ?? (await this.decideUntilWritten(lifecycle, transition, id, request, hash));
    if (isRefusal(outcome) && transition.decision) this.traceRefusal(request, id, outcome);
    return outcome;
  }

  /** For every command of an existing instance: may the subject send it now, and if not, why. */
  async explain(
    lifecycleName: string,
    id: string,
    subject: string,
    delegation?: string,
  ): Promise<readonly ActionAnswer[]> {
    const lifecycle = this.parts.lifecycles.get(lifecycleName);
    if (!lifecycle) throw new Error(`There is no lifecycle ${lifecycleName}`);
    const target = await this.parts.loader.load(lifecycle, id);
    const asker = await this.askerOf(
      { subject, ...(delegation && { delegation }) },
      this.parts.clock.now(),
      lifecycle.campaignOf(target.state, undefined),
    );
    const rows = Object.entries(lifecycle.commands).filter(([, row]) => row.from.some((state) => state !== 'none'));
    return Promise.all(rows.map(([type, row]) => this.explainOne(lifecycle, type, row, target, asker)));
  }

  private async explainOne(
    lifecycle: Lifecycle,
    type: string,
    row: Transition,
    target: Loaded,
    asker: Asker,
  ): Promise<ActionAnswer> {
    const it = await loadReads(row, target, undefined, this.parts.loader, this.parts.questions);
    const admission = admit(lifecycle, type, row, it, asker, unitsOf(lifecycle, target, undefined));
    if (isRefusal(admission)) return { command: type, refusal: admission };
    return { command: type, ...(row.decision && { evidence: evidenceOf(it).evidence }) };
  }

  private find(name: string, type: string): { lifecycle: Lifecycle; transition: Transition } {
    const lifecycle = this.parts.lifecycles.get(name);
    const transition = lifecycle && rowOf(lifecycle, type);
    if (!lifecycle || !transition) throw new Error(`There is no command ${name}.${type}`);
    return { lifecycle, transition };
  }

  private async repeated(request: CommandRequest, hash: RequestDigest): Promise<Outcome | undefined> {
    return repeatOf(request, hash, await this.parts.store.readCommand(request.commandId));
  }

  private async decideUntilWritten(
    lifecycle: Lifecycle,
    transition: Transition,
    id: string,
    request: CommandRequest,
    hash: RequestDigest,
  ): Promise<Outcome> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const outcome = await this.decideOnce(lifecycle, transition, id, request, hash);
      if (outcome !== 'conflict' && !isRefusal(outcome)) return outcome;
      // The same command may have been carried out meanwhile: then its result answers, not the state it left behind.
      const repeated = await this.repeated(request, hash);
      if (repeated) return repeated;
      if (outcome !== 'conflict') return outcome;
    }
    return refusals.tooBusy({ id });
  }

  private async decideOnce(
    lifecycle: Lifecycle,
    transition: Transition,
    id: string,
    request: CommandRequest,
    hash: RequestDigest,
  ): Promise<Outcome | 'conflict'> {
    const now = this.parts.clock.now();
    const head = transition.decision ? await this.parts.store.head() : START;
    const target = await this.parts.loader.load(lifecycle, id);
    const it = await loadReads(transition, target, request.command, this.parts.loader, this.parts.questions);
    const asker = await this.askerOf(request, now, lifecycle.campaignOf(target.state, request.command));
    const admission = admit(
      lifecycle,
      request.command.type,
      transition,
      it,
      asker,
      unitsOf(lifecycle, target, request.command),
    );
    if (isRefusal(admission)) return admission;
    const stale = staleness(request, it, transition);
    if (stale) return stale;
    const policy = await this.policyFor(lifecycle, target, request);
    if (isRefusal(policy)) return policy;
    const { localDate } = this.parts;
    const unsound =
      bringsWhatIsNeeded(transition, request) ??
      datesAreSound(request, now, policy, localDate) ??
      signedInForce(transition, request, admission.actor, asker.grants, localDate);
    if (unsound) return unsound;
    const context = contextOf(request, admission, policy, now);
    const decided = transition.decide(request.command, target.state, context, it.reads as never);
    if (isRefusal(decided)) return decided;
    const events = 'type' in decided ? [decided] : decided;
    return this.append(events, { lifecycle, transition, it, request, hash, admission, policy, now, head });
  }

  private async askerOf(
    who: Pick<CommandRequest, 'subject' | 'delegation' | 'occurredAt'>,
    now: string,
    campaign: string | undefined,
  ): Promise<Asker> {
    const [grants, leadUnit] = await Promise.all([
      this.parts.authority.grantsOf(who.subject),
      this.parts.authority.leadUnit(campaign),
    ]);
    const delegatorGrants = await this.delegatorGrants(grants, who.delegation);
    return {
      subject: who.subject,
      grants,
      delegatorGrants,
      leadUnit,
      now,
      occurredAt: who.occurredAt ?? now,
      labelOf: (command) => this.labelOf(command),
      ...(who.delegation && { delegation: who.delegation }),
    };
  }

  private labelOf(command: string): Text | undefined {
    const [name = '', bare = ''] = command.split('.', 2);
    return this.parts.lifecycles.get(name)?.commands[bare]?.label;
  }

  private async delegatorGrants(grants: readonly Grant[], delegation: string | undefined): Promise<readonly Grant[]> {
    const delegator = grants.find(({ id }) => delegation !== undefined && id === delegation)?.onBehalfOf;
    return delegator === undefined ? [] : this.parts.authority.grantsOf(delegator);
  }

  private async policyFor(
    lifecycle: Lifecycle,
    target: Loaded,
    request: CommandRequest,
  ): Promise<PolicyVersion | undefined | Refusal> {
    const campaign = lifecycle.campaignOf(target.state, request.command);
    if (campaign === undefined) return undefined;
    const { policies } = this.parts;
    const policy = target.policyVersion
      ? await policies.pinned(campaign, target.policyVersion)
      : await policies.current(campaign);
    return policy ?? refusals.campaignUnknown({ campaign });
  }

  private async append(events: readonly DomainEvent[], by: Decided): Promise<Accepted | 'conflict'> {
    const { target } = by.it;
    assertKeepsTable(by.lifecycle, by.transition, target, events, by.request.command.type);
    const encoded = encodeDecided(events, by, this.parts.keys, this.parts.random);
    const result = await this.parts.store.append(
      target.stream,
      target.revision < 0 ? 'noStream' : target.revision,
      encoded,
    );
    return resultOf(result, target, encoded);
  }

  private traceRefusal(request: CommandRequest, id: string, refusal: Refusal): void {
    const { commandId, lifecycle, subject, delegation } = request;
    const { code, facts } = refusal;
    this.parts.attempts.record({
      at: this.parts.clock.now(),
      commandId,
      lifecycle,
      id,
      command: request.command.type,
      subject,
      code,
      facts,
      ...(delegation && { delegation }),
    });
  }
}

function unitsOf(
  lifecycle: Lifecycle,
  target: Loaded,
  command: CommandRequest['command'] | undefined,
): readonly string[] {
  const units = lifecycle.unitOf(target.state, command);
  return units === undefined ? [] : typeof units === 'string' ? [units] : units;
}

function staleness(request: CommandRequest, it: Case, transition: Transition): Refusal | undefined {
  const { expectedRevision, expectedEvidence } = request;
  const actual = it.target.revision;
  if (expectedRevision !== undefined && expectedRevision !== actual) {
    return refusals.revisionConflict({ expected: expectedRevision, actual }, ['expectedRevision']);
  }
  if (expectedEvidence === undefined || !transition.decision) return undefined;
  return evidenceOf(it).evidence === expectedEvidence ? undefined : refusals.evidenceStale({}, ['expectedEvidence']);
}

function contextOf(
  request: CommandRequest,
  admission: Admission,
  policy: PolicyVersion | undefined,
  now: string,
): DecideContext<unknown> {
  return {
    now,
    occurredAt: request.occurredAt ?? now,
    actor: admission.actor,
    policy: policy?.content,
    policyVersion: policy?.hash,
    reason: request.reason,
    document: request.document,
    newId: (label) => derivedId(request.commandId, label),
  };
}

/** A decider whose events lead elsewhere than its row says is a fault of ours, found before anything is written. */
function assertKeepsTable(
  lifecycle: Lifecycle,
  transition: Transition,
  target: Loaded,
  decided: readonly DomainEvent[],
  command: string,
): void {
  const after = decided.reduce((state, event) => lifecycle.evolve(state, event), target.state);
  if (decided.length > 0 && transition.to.includes(after.status)) return;
  throw new Error(
    `${lifecycle.name}.${command} led from ${target.state.status} to ${after.status} with ${decided.length} events; its row says ${transition.to.join(', ')}`,
  );
}

function resultOf(result: AppendResult, target: Loaded, encoded: readonly EventToAppend[]): Accepted | 'conflict' {
  if (result.outcome !== 'appended') return 'conflict';
  const { revision, position } = result;
  const eventIds = encoded.map((event) => event.eventId);
  return { accepted: true, id: target.id, stream: target.stream, revision, position, eventIds, repeated: false };
}
