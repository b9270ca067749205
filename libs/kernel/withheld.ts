import type { Asker } from './admit.js';
import type { Readers } from './as-seen.js';
import { parseStream } from './fold/fold.js';
import type { Lifecycles } from './matter.js';
import type { StreamReader } from './read-scope.js';
import type { Refusal } from './refusal.js';

/**
 * A refusal as somebody may hear it: what it says of other dossiers is told only to those who may read all of them.
 * @throws LogFault when one of the dossiers cannot be read
 */
export async function toldTo(
  asker: Asker,
  { withheld, ...refusal }: Refusal,
  { lifecycles, readers }: { readonly lifecycles: Lifecycles; readonly readers: Readers },
  streams: StreamReader,
): Promise<Refusal> {
  if (!withheld) return refusal;
  const seen = await Promise.all(
    withheld.of.map(async (stream) => {
      const { name, id } = parseStream(stream);
      const lifecycle = lifecycles.get(name);
      return lifecycle !== undefined && readers.sees(await streams.load(lifecycle, id), asker);
    }),
  );
  return seen.every(Boolean) ? refusal : { ...withheld.instead, ...(refusal.path && { path: refusal.path }) };
}
