import { localDateOf } from '#calendar';
import type { LifecycleModule } from '#graphql';
import { Engine, Loader, type AttemptLog, type Clock, type EventStore, type KeyRing, type Lifecycle, type Questions, type Randomness } from '#kernel';
import { LogAuthority } from './log-authority.js';
import { LogPolicies } from './log-policies.js';

/** What an engine needs from outside. */
export interface HostParts {
  readonly modules: readonly LifecycleModule[];
  readonly store: EventStore;
  readonly questions: Questions;
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
 * @throws Error when a table names a command that does not exist
 */
export function hostOf(parts: HostParts): Host {
  const lifecycles = new Map(parts.modules.map(({ lifecycle }) => [lifecycle.name, lifecycle]));
  assertNamesExist(lifecycles);
  const loader = new Loader(parts.store);
  const authority = new LogAuthority(loader);
  const engine = new Engine({ ...parts, lifecycles, loader, authority, policies: new LogPolicies(loader), localDate: localDateOf });
  return { engine, loader, authority, lifecycles };
}

/** Every command that a table wants to be apart from exists. */
function assertNamesExist(lifecycles: ReadonlyMap<string, Lifecycle>): void {
  for (const lifecycle of lifecycles.values()) {
    for (const [command, row] of Object.entries(lifecycle.commands)) {
      for (const other of row.apartFrom) {
        const [name, bare] = other.includes('.') ? other.split('.', 2) : [lifecycle.name, other];
        const known = lifecycles.get(name ?? '')?.commands[bare ?? ''];
        if (!known) throw new Error(`${lifecycle.name}.${command} is to be apart from ${other}, which does not exist`);
      }
    }
  }
}
