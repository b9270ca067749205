import type { EntityView } from '#views';
import type { Lifecycle, StateShape } from '#kernel';
import type { Type } from '@nestjs/common';
import type { EntityType } from './payload.js';

/** All that the service needs of one lifecycle. The list of these is the list of what the service can do. */
export interface LifecycleModule {
  readonly lifecycle: Lifecycle;
  readonly view: EntityView;
  readonly type: EntityType;
  readonly resolvers: readonly Type[];
  /** GraphQL types that no field names directly. */
  readonly orphans?: readonly Type[];
}

/** Gathers a lifecycle's rooms into one module, its particular types narrowed away. */
export function lifecycleModule<S extends StateShape>(parts: {
  readonly view: EntityView<S>;
  readonly type: EntityType;
  readonly resolvers: readonly Type[];
  readonly orphans?: readonly Type[];
}): LifecycleModule {
  const view = parts.view as EntityView;
  return { ...parts, view, lifecycle: view.lifecycle as Lifecycle };
}
