import { isFence, Loader, parseStream, type DocumentRef, type Loaded } from '#kernel';
import { openMemoryStore } from '#stores';
import { LIFECYCLES } from './lifecycles.js';
import { pairsAt, papersAt, samplesOf, type Pair, type Sample, type Standing } from './partners.js';
import { appendAll } from './place-files.js';
import { placesOf, type Place, type Year } from './recorded-year.js';

/** Every pair that meets somewhere in a year, in the order of its places. */
export async function pairsOf(year: Year): Promise<readonly Pair[]> {
  const found: Pair[] = [];
  const cited = new Set<string>();
  const rename = year.sent.find(({ request }) => request.command.type === 'RenameUnit')?.request;
  if (!rename) throw new Error('Nobody renames a unit in this year');
  await atEachPlace(year, (place, samples, standing) => {
    found.push(...pairsAt(place, samples, standing), ...papersAt(place, (it) => cited.has(numberOf(it)), rename));
    if (place.about.document) cited.add(numberOf(place.about.document));
  });
  return found;
}

/** Goes through a year, place by place. */
export async function atEachPlace(
  year: Year,
  visit: (place: Place, samples: readonly Sample[], standing: Standing) => void,
): Promise<void> {
  const samples = samplesOf(year.sent.map(({ request }) => request));
  const store = openMemoryStore();
  const loader = new Loader(store, year.identity.logId);
  const standing = new Map<string, Loaded>();
  let reached = 0;
  for (const place of placesOf(year)) {
    const news = year.log.slice(reached, place.before);
    await appendAll(store, news);
    for (const stream of new Set(news.map((it) => it.stream))) {
      const { name, id } = parseStream(stream);
      const lifecycle = isFence(stream) ? undefined : LIFECYCLES.get(name);
      if (lifecycle) standing.set(stream, await loader.load(lifecycle, id));
    }
    reached = place.before;
    visit(place, samples, standing);
  }
  await store.close();
}

const numberOf = ({ issuer, type, number, year }: DocumentRef): string => [issuer, type, number, year].join();
