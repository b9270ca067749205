import type { LifecycleModule } from '#graphql';
import { viewerOf } from '#identity';
import type { Loaded, Readers } from '#kernel';
import { exposureOf } from '#views';
import { sees, type Exposure } from '#visibility';

/** Who may see a dossier, as its lifecycle's view exposes it: the rule by which lists and single reads go. */
export function readersOf(modules: readonly LifecycleModule[]): Readers {
  const views = new Map(modules.map(({ lifecycle, view }) => [lifecycle.name, view]));
  const exposure = ({ name, state }: Loaded): Exposure => {
    const view = views.get(name);
    if (!view) throw new Error(`There is no lifecycle ${name}`);
    return exposureOf(view, state);
  };
  return {
    sees: (dossier, { subject, grants, now }) => sees(viewerOf(subject, grants, now), exposure(dossier)),
    isOpen: (dossier) => {
      const { audience, restricted } = exposure(dossier);
      return audience === 'EVERYONE' && !restricted;
    },
  };
}
