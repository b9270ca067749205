import type { LifecycleModule } from '#graphql';
import type { CommandShape, DecideContext, DomainEvent, Lifecycle, Loaded, StateShape, Transition } from '#kernel';
import { isRefusal } from '#kernel';

/** What a row is given: streams, and rows of answers. */
export type Given = Readonly<Record<string, Loaded | readonly Loaded[] | readonly object[]>>;

/** A command that was carried out, with all that it was decided on. */
export interface CarriedOut {
  readonly lifecycle: Lifecycle;
  readonly type: string;
  readonly row: Transition;
  readonly command: CommandShape;
  readonly state: StateShape;
  readonly context: DecideContext<unknown>;
  readonly reads: Given;
  readonly events: readonly DomainEvent[];
}

/** The lifecycles with deciders that tell what they decided; they decide as ever. */
export const witnessed = (
  modules: readonly LifecycleModule[],
  tell: (it: CarriedOut) => void,
): readonly LifecycleModule[] => modules.map((module) => ({ ...module, lifecycle: watched(module.lifecycle, tell) }));

function watched(lifecycle: Lifecycle, tell: (it: CarriedOut) => void): Lifecycle {
  const commands = Object.entries(lifecycle.commands).map(([type, row]): [string, Transition] => [
    type,
    {
      ...row,
      decide: (command, state, context, reads) => {
        const decided = row.decide(command, state, context, reads);
        if (!isRefusal(decided)) {
          const events = [decided].flat() as readonly DomainEvent[];
          tell({ lifecycle, type, row, command, state, context, reads, events });
        }
        return decided;
      },
    },
  ]);
  return { ...lifecycle, commands: Object.fromEntries(commands) };
}
