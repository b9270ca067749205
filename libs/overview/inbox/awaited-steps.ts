import type { LifecycleModule } from '#graphql';
import type { Grant, Reach } from '#kernel';

/** One step that a grant makes somebody competent for. */
export interface AwaitedStep {
  readonly lifecycle: string;
  readonly command: string;
  readonly over: Reach;
  /** Given where it waits for each of several units or subjects. */
  readonly each: 'unit' | 'subject' | undefined;
  /** The unit the grant is held at. */
  readonly unit: string;
}

/** A delegated grant may be limited to some commands. */
const covers = (grant: Grant, lifecycle: string, command: string): boolean =>
  !grant.commands || grant.commands.includes(`${lifecycle}.${command}`);

/**
 * The steps that wait for the holder of these grants, read off the transition tables.
 * @param grants those in force
 */
export const awaitedSteps = (modules: readonly LifecycleModule[], grants: readonly Grant[]): readonly AwaitedStep[] =>
  grants.flatMap((grant) => modules.flatMap((module) => stepsOf(module, grant)));

function stepsOf({ lifecycle }: LifecycleModule, grant: Grant): readonly AwaitedStep[] {
  const { name } = lifecycle;
  return Object.entries(lifecycle.commands)
    .filter(([command, row]) => row.awaited && covers(grant, name, command))
    .flatMap(([command, { by, deadline }]) =>
      by
        .filter(({ role }) => role === grant.role)
        .map(({ over }) => {
          const each = deadline === undefined || deadline === 'none' ? undefined : deadline.each;
          return { lifecycle: name, command, over, each, unit: grant.unit };
        }),
    );
}

/** The units for which a grant lets its holder begin a dossier of the own unit by this command. */
export function beginsFor(module: LifecycleModule, command: string, grants: readonly Grant[]): readonly string[] {
  const { name, commands } = module.lifecycle;
  const roles = (commands[command]?.by ?? []).filter(({ over }) => over === 'ownUnit').map(({ role }) => role);
  const able = grants.filter((grant) => roles.includes(grant.role) && covers(grant, name, command));
  return [...new Set(able.map((grant) => grant.unit))];
}
