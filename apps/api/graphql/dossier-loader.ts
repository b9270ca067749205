import DataLoader from 'dataloader';
import type { FindEntity } from '#graphql';
import type { Row, Views } from '#views';

type Asked = Pick<FindEntity, 'name' | 'id' | 'viewer'>;
type Found = ReadonlyMap<string, Row> | Error;

/** More than one look takes at once are looked up in several. */
const MOST_IN_ONE = 1_000;

/**
 * Dossiers by id: all that one viewer asks for of one lifecycle in one turn of the event loop is looked up in one statement.
 * Nothing is kept: the next turn looks again.
 */
export class DossierLoader {
  readonly #loader = new DataLoader<Asked, Row | undefined>((asked) => Promise.resolve(this.#find(asked)), {
    cache: false,
    maxBatchSize: MOST_IN_ONE,
  });

  constructor(private readonly views: Pick<Views, 'getMany'>) {}

  /** The dossier, when the viewer may read it. @throws ProjectionStopped, ProjectionsNotBuilt */
  load(asked: Asked): Promise<Row | undefined> {
    return this.#loader.load(asked);
  }

  #find(asked: readonly Asked[]): (Row | undefined | Error)[] {
    const looks = new Map<Asked['viewer'], Map<string, Found>>();
    return asked.map(({ name, id, viewer }) => {
      const ofViewer = looks.get(viewer) ?? new Map<string, Found>();
      looks.set(viewer, ofViewer);
      const found = ofViewer.get(name) ?? this.#look(name, viewer, asked);
      ofViewer.set(name, found);
      return found instanceof Error ? found : found.get(id);
    });
  }

  /** A view that cannot answer fails those who asked it, and nobody else. */
  #look(name: string, viewer: Asked['viewer'], asked: readonly Asked[]): Found {
    const ids = asked.filter((it) => it.name === name && it.viewer === viewer).map(({ id }) => id);
    try {
      return this.views.getMany(name, [...new Set(ids)], viewer);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
