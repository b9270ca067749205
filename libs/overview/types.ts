import type { EntityType, LifecycleModule } from '#graphql';
import { lifecycleModules } from '#lifecycles';

/**
 * The module of a lifecycle.
 * @throws Error when the service runs no such lifecycle: a mistake in the program
 */
export function moduleOf(name: string): LifecycleModule {
  const module = lifecycleModules.find((it) => it.lifecycle.name === name);
  if (!module) throw new Error(`There is no lifecycle ${name}`);
  return module;
}

/** The GraphQL type of a unit. */
export const unitType = (): EntityType => moduleOf('unit').type;
