import { localDateOf } from '#calendar';
import type { LifecycleModule } from '#graphql';
import {
  Engine,
  gateOf,
  Loader,
  type AttemptLog,
  type Clock,
  type EventStore,
  type FenceGate,
  type KeyRing,
  type Lifecycle,
  type LogIdentity,
  type PaperIssuers,
  type PersonRegister,
  type Questions,
  type Randomness,
  type Transition,
} from '#kernel';
import type { AnswerSql } from '#views';
import { LogAuthority } from './log-authority.js';
import { LogPapers } from './log-papers.js';
import { LogPersons } from './log-persons.js';
import { LogPolicies } from './log-policies.js';
import { readersOf } from './readers.js';

/** What an engine needs from outside. */
export interface HostParts {
  readonly modules: readonly LifecycleModule[];
  readonly store: EventStore;
  /** Where fences are looked at; the store's own way unless given. */
  readonly gate?: FenceGate;
  readonly identity: LogIdentity;
  readonly questions: Questions;
  /** Which questions are answered that are no lifecycle's own. */
  readonly answers: readonly Pick<AnswerSql, 'question'>[];
  readonly persons: PersonRegister;
  /** Who issues papers; as the log has it unless given. */
  readonly papers?: PaperIssuers;
  readonly keys: KeyRing;
  readonly attempts: AttemptLog;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** An engine with the parts that readers need as well. */
export interface Host {
  readonly engine: Engine;
  readonly loader: Loader;
  readonly authority: LogAuthority;
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
}

/**
 * Puts an engine together over a log.
 * @throws Error when a table names a command that does not exist or is not read, or asks what nobody answers
 */
export function hostOf(parts: HostParts): Host {
  const lifecycles = new Map(parts.modules.map(({ lifecycle }) => [lifecycle.name, lifecycle]));
  assertNamesExist(lifecycles);
  assertAnswered(parts);
  const loader = new Loader(parts.store, parts.identity.logId);
  const authority = new LogAuthority();
  const engine = new Engine({
    ...parts,
    gate: parts.gate ?? gateOf(parts.store),
    lifecycles,
    loader,
    authority,
    policies: new LogPolicies(),
    readers: readersOf(parts.modules),
    persons: new LogPersons(parts.persons),
    papers: parts.papers ?? new LogPapers(),
    localDate: localDateOf,
  });
  return { engine, loader, authority, lifecycles };
}

/** Every command that a table wants to be apart from exists, and the row reads the streams that tell who sent it. */
function assertNamesExist(lifecycles: ReadonlyMap<string, Lifecycle>): void {
  for (const lifecycle of lifecycles.values()) {
    for (const [command, row] of Object.entries(lifecycle.commands)) {
      const read = readBy(lifecycle, row);
      for (const other of row.apartFrom) {
        const [name = '', bare = ''] = other.includes('.') ? other.split('.', 2) : [lifecycle.name, other];
        const wanted = `${lifecycle.name}.${command} is to be apart from ${other}`;
        if (!lifecycles.get(name)?.commands[bare]) throw new Error(`${wanted}, which does not exist`);
        if (!read.has(name)) throw new Error(`${wanted}, but reads no stream of ${name}`);
      }
    }
  }
}

/** Every question that a table asks is answered: by the view of the lifecycle that owns it, or by whoever reads several. */
function assertAnswered({ modules, answers }: HostParts): void {
  const all = [...modules.flatMap(({ view }) => view.answers ?? []), ...answers];
  const answered = new Set(all.map(({ question }) => question.name));
  for (const { lifecycle } of modules) {
    for (const [command, { reads }] of Object.entries(lifecycle.commands)) {
      const asked = Object.values(reads).flatMap((read) => (read.kind === 'ask' ? [read.question.name] : []));
      const unknown = asked.find((name) => !answered.has(name));
      if (unknown !== undefined) throw new Error(`${lifecycle.name}.${command} asks ${unknown}, which nobody answers`);
    }
  }
}

/** The types of the streams that make up a row's case. */
const readBy = ({ name }: Lifecycle, { reads }: Transition): ReadonlySet<string> =>
  new Set([name, ...Object.values(reads).flatMap((read) => (read.kind === 'ask' ? [] : [read.fold.name]))]);
