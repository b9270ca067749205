import { admittedActor, openCase } from './admission.js';
import type { Asker, Matter } from './admit.js';
import { caseAsSeen, type Readers } from './as-seen.js';
import { askerOf } from './asker.js';
import type { Authority } from './authority.js';
import { assertKeepsTable, carryOut, isAdmitted, type Decidable } from './carry-out.js';
import type { Accepted, ActionAnswer, AttemptLog, CommandRequest, Outcome } from './command.js';
import { explain, type Explained } from './explain.js';
import type { FenceGate } from './fence/fence.js';
import { besideOf, callsForAlone, citing, haveMoved, lookAtFences, paperSeen, type Passing } from './fence/passing.js';
import type { Loaded } from './fold/fold.js';
import type { Loader } from './fold/loader.js';
import { advance, decodeWith, refold } from './fold/refold.js';
import { requestDigest, saysTheSame } from './idempotency.js';
import type { Lifecycle } from './lifecycle.js';
import { matterOf } from './matter.js';
import { paperIn, type PaperIssuers, type PaperSeen } from './papers.js';
import type { KeyRing } from './personal/key-ring.js';
import { namingPersons } from './personal/naming.js';
import type { PersonRegister } from './personal/persons.js';
import type { PolicySource } from './policy.js';
import type { Questions } from './question.js';
import { ReadScope } from './read-scope.js';
import type { LogIdentity } from './record/founding.js';
import { isRefusal, type Refusal } from './refusal.js';
import { refusals } from './refusals.js';
import type { Clock, Randomness } from './sources.js';
import type { EventStore, EventToAppend } from './store.js';
import { Turns, type Turn } from './turns.js';
import { toldTo } from './withheld.js';
import { isTooLarge, writingOf } from './writing.js';

/** What the engine stands on; everything outside it is one of these. */
export interface EngineParts {
  readonly identity: LogIdentity;
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
  readonly store: EventStore;
  readonly gate: FenceGate;
  readonly loader: Loader;
  readonly questions: Questions;
  readonly persons: PersonRegister;
  readonly papers: PaperIssuers;
  readonly authority: Authority;
  readonly readers: Readers;
  readonly policies: PolicySource;
  readonly keys: KeyRing;
  readonly attempts: AttemptLog;
  readonly clock: Clock;
  readonly random: Randomness;
  /** The civil date of an instant where the campaign runs, `YYYY-MM-DD`. */
  localDate(instant: string): string;
}

/** One command on its way, and the row that it takes. */
interface Sent {
  readonly matter: Matter;
  readonly id: string;
  readonly request: CommandRequest;
  readonly hash: string;
}

/** One whose fences have been looked at. */
interface Passed extends Sent {
  readonly passing: Passing;
  /** Whether fences that may have to be passed alone are. */
  readonly alone: boolean;
  readonly paper: PaperSeen | undefined;
}

/** What one decision came to: an outcome, or that it is to be made again; `alone` where a fence is to be passed otherwise. */
type Decided = Outcome | 'conflict' | 'alone';

/** How often a command is decided again when others write to the same dossier. */
const MOST_ATTEMPTS = 8;

/** The one way a command goes: load, repetition, admission, decision, append. */
export class Engine {
  readonly #turns = new Turns();
  /** Commands under way, by dossier and id. */
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(private readonly parts: EngineParts) {}

  /**
   * Carries out a command once, however often it is sent.
   * @returns what it led to, or the refusal; a refused command leaves no event and may be sent again. A refusal tells nothing of
   * dossiers that are secret from the sender: it is what the sender would be told if they were not there
   * @throws StoreFault when the log cannot be written; LogFault when it cannot be read; Error when a lifecycle breaks its own table
   */
  async execute(request: CommandRequest): Promise<Outcome> {
    const matter = matterOf(this.parts.lifecycles, request.lifecycle, request.command.type);
    const id = matter.lifecycle.identify(request.command, request.commandId);
    const sent = { matter, id, request, hash: requestDigest(request, id) };
    const { outcome, scope } = await this.afterItsCopies(sent, () => this.decideUntilWritten(sent));
    if (!isRefusal(outcome)) return outcome;
    if (matter.row.decision) await this.traceRefusal(request, id, outcome);
    return this.asToldTo(sent, outcome, scope);
  }

  /** What one request of a reader is to read through: whatever several of its questions rest on is read once. */
  reads(): ReadScope {
    return new ReadScope(this.parts.loader, this.parts.questions);
  }

  /** See `explain`. */
  explain(asked: Explained, reads: ReadScope = this.reads()): Promise<readonly ActionAnswer[]> {
    return explain(this.parts, asked, reads);
  }

  /** Copies of one command that arrive together go one after the other: the first is carried out, the others are repetitions. */
  private async afterItsCopies<T>(sent: Sent, work: () => Promise<T>): Promise<T> {
    const key = `${sent.matter.lifecycle.name}-${sent.id}\n${sent.request.commandId}`;
    const before = this.#underWay.get(key) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    this.#underWay.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key);
    }
  }

  private async decideUntilWritten(sent: Sent): Promise<{ readonly outcome: Outcome; readonly scope: ReadScope }> {
    let scope = this.reads();
    let alone = false;
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1, scope = this.reads()) {
      const target = await scope.load(sent.matter.lifecycle, sent.id);
      const outcome: Decided =
        (await this.repeated(sent, target)) ?? (await this.decideFenced(sent, target, scope, alone));
      if (outcome !== 'conflict' && outcome !== 'alone') return { outcome, scope };
      // Looking again is no new try: nobody was in the way.
      if (outcome === 'alone') [alone, attempt] = [true, attempt - 1];
    }
    return { outcome: refusals.tooBusy({ id: sent.id }), scope };
  }

  /** A command that wrote events gives its first result again, or a conflict when it says something else. */
  private async repeated({ matter, id, request, hash }: Sent, target: Loaded): Promise<Outcome | undefined> {
    const trace = target.commands.get(request.commandId);
    if (!trace) return undefined;
    const { loader, keys } = this.parts;
    const same = await saysTheSame({ request, hash, trace }, { fold: matter.lifecycle, id, loader, keys });
    if (!same) return refusals.commandIdReused({ commandId: request.commandId }, ['commandId']);
    const { to, position, eventIds } = trace;
    const { stream } = target;
    return { accepted: true, id, stream, revision: to, position, eventIds, repeated: true, after: target };
  }

  /** For somebody who has been let in, fences come first: whatever was entered there before is in everything read from then on. */
  private async decideFenced(sent: Sent, target: Loaded, scope: ReadScope, alone: boolean): Promise<Decided> {
    const { matter, id, request } = sent;
    const asker = await this.askerFor(matter, request, target, this.parts.clock.now(), scope);
    const actor = admittedActor(matter, target, asker, request.command);
    if (isRefusal(actor)) return actor;
    const paper = await paperIn(matter.row, request, this.parts.papers, scope);
    const passing = await lookAtFences(this.parts.gate, matter.row, target, request.command, { paper, alone });
    scope.forgetBut(target);
    if (passing === 'busy') return refusals.tooBusy({ id });
    if (passing === 'tooMany') return refusals.evidenceTooLarge({ action: { ...matter.row.label } });
    const seen = paperSeen(passing, paper);
    const passed = { ...sent, alone, passing: citing(passing, seen), paper: seen };
    const decided = await this.decideOnce(passed, target, scope);
    return isRefusal(decided) && (await this.hasMoved(passed, target)) ? 'conflict' : decided;
  }

  /** True when a refusal may rest on what was read partly before somebody else’s step. */
  private async hasMoved({ matter, id, passing }: Passed, target: Loaded): Promise<boolean> {
    const { revision } = await this.parts.loader.load(matter.lifecycle, id);
    return revision !== target.revision || haveMoved(this.parts.gate, passing);
  }

  /** Decided and recorded at an instant that is never before what stands in the dossier. */
  private decideOnce(sent: Passed, target: Loaded, scope: ReadScope): Promise<Decided> {
    const earliest = [this.parts.clock.now(), target.recordedAt ?? ''].sort().at(-1) ?? '';
    return this.#turns.during(earliest, (turn) => this.decideAt(turn, sent, target, scope));
  }

  private async decideAt(turn: Turn, sent: Passed, target: Loaded, scope: ReadScope): Promise<Decided> {
    const ready = await this.decidable(sent, target, turn.instant, scope);
    if (isRefusal(ready)) return ready;
    const carried = carryOut({ ...ready, paper: sent.paper });
    if (isRefusal(carried)) return carried;
    if (carried.events.length === 0) return this.unchanged(target);
    if (!sent.alone && callsForAlone(sent.matter.row, ready.it, ready.request.command)) return 'alone';
    const { keys, random } = this.parts;
    const written = await writingOf({ by: ready, carried, hash: sent.hash, keys, random });
    assertKeepsTable(sent.matter, target, written.status, written.events.length);
    if (written.events.some(isTooLarge)) return refusals.eventTooLarge();
    return this.append(turn, sent, target, written.events);
  }

  /** The paper that a command brings, for telling why it was refused. */
  private async paperOf({ matter, request }: Sent, scope: ReadScope): Promise<PaperSeen | undefined> {
    const paper = await paperIn(matter.row, request, this.parts.papers, scope);
    const found = paper && (await this.parts.gate.look(paper.fence, 'shared'));
    return paper && found && found !== 'busy' ? { paper, facts: found.facts } : undefined;
  }

  /** Everything that the command is decided on; the refusal of whoever may not, as soon as that is known. */
  private async decidable(
    { matter, request }: Sent,
    target: Loaded,
    now: string,
    scope: ReadScope,
  ): Promise<Decidable | Refusal> {
    const asker = await this.askerFor(matter, request, target, now, scope);
    const actor = admittedActor(matter, target, asker, request.command);
    if (isRefusal(actor)) return actor;
    const known = await namingPersons(request, target.stream, this.parts.persons, scope);
    if (isRefusal(known)) return known;
    const opened = await openCase(matter, target, known.command, this.parts, scope);
    if (isRefusal(opened)) return opened;
    const { localDate } = this.parts;
    return { matter, ...opened, request: known, actor, grants: asker.grants, now, localDate };
  }

  private askerFor(
    { lifecycle, row }: Matter,
    request: CommandRequest,
    target: Loaded,
    now: string,
    scope: ReadScope,
  ): Promise<Asker> {
    const about = { campaign: lifecycle.campaignOf(target.state, request.command), by: row.by };
    return askerOf(this.parts.authority, request, now, about, scope);
  }

  /** The refusal as its sender may hear it, by what was read when it was refused. */
  private async asToldTo(sent: Sent, refusal: Refusal, scope: ReadScope): Promise<Refusal> {
    const { matter, id, request } = sent;
    const { readers, clock, questions } = this.parts;
    const now = clock.now();
    const target = await scope.load(matter.lifecycle, id);
    const asker = await this.askerFor(matter, request, target, now, scope);
    const mayAct = async (): Promise<boolean> => {
      const ready = await this.decidable(sent, target, now, scope);
      return !isRefusal(ready) && isAdmitted(ready);
    };
    const seen = await caseAsSeen({ matter, command: request.command, asker, target, mayAct }, scope, readers);
    if (!seen) return toldTo(asker, refusal, this.parts, scope);
    const ready = await this.decidable(sent, seen.target, now, new ReadScope(seen.streams, questions));
    const told = isRefusal(ready) ? ready : carryOut({ ...ready, paper: await this.paperOf(sent, scope) });
    return toldTo(asker, isRefusal(told) ? told : refusals.notFound({ id }), this.parts, scope);
  }

  private async append(
    turn: Turn,
    { matter: { lifecycle }, passing }: Passed,
    target: Loaded,
    events: readonly EventToAppend[],
  ): Promise<Accepted | 'conflict'> {
    const { store, loader, identity } = this.parts;
    const { stream, revision } = target;
    const result = await turn.record(() =>
      store.append(stream, revision < 0 ? 'noStream' : revision, events, besideOf(passing, target, events)),
    );
    if (result.outcome !== 'appended') return 'conflict';
    if (!(await this.isStored(stream, revision + 1, events[0]))) return 'conflict';
    const logged = events.map((event, index) => {
      const place = { stream, revision: revision + 1 + index, position: result.position };
      return decodeWith(identity.logId, lifecycle, { ...event, ...place });
    });
    const after =
      advance(target, lifecycle, logged) ?? refold(lifecycle, target.id, await loader.history(lifecycle, target.id));
    const eventIds = events.map((event) => event.eventId);
    const { revision: to, position } = result;
    return { accepted: true, id: target.id, stream, revision: to, position, eventIds, repeated: false, after };
  }

  /**
   * A store answers "appended" for ids that stand there already, and ids follow from the command. What another process wrote
   * under the same ids bears another salt: then it is that process's command which is repeated, or contradicted.
   */
  private async isStored(stream: string, revision: number, event: EventToAppend | undefined): Promise<boolean> {
    const [stored] = await this.parts.store.readStream(stream, revision, 1);
    return stored?.metadata === event?.metadata;
  }

  private async unchanged(target: Loaded): Promise<Accepted> {
    const { id, stream, revision } = target;
    const position = await this.parts.store.head();
    return { accepted: true, id, stream, revision, position, eventIds: [], repeated: false, after: target };
  }

  private async traceRefusal(request: CommandRequest, id: string, refusal: Refusal): Promise<void> {
    const { commandId, lifecycle, subject, delegation } = request;
    const { code, facts } = refusal;
    await this.parts.attempts.record({
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
