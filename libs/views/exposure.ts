import type { StateShape } from '#kernel';
import type { Exposure } from '#visibility';
import type { EntityView } from './entity-view.js';

/** All that decides who may see an instance of a view, read off its state. */
export function exposureOf<S extends StateShape>(view: EntityView<S>, state: S): Exposure {
  const { units, subjects = [] } = view.parties(state);
  return { audience: view.audience(state), restricted: view.restricted?.(state) ?? false, units, subjects };
}
