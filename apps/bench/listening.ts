import { Listeners } from '#overview';
import { median, rateOf, type ListeningFigures } from './figures.js';
import type { Office } from './office.js';
import type { Size } from './options.js';

/** Listeners to changes: so many people with so many windows each. */
const PEOPLE = 50;
const WINDOWS = 4;

/** Commands of 64 callers, each of which changes a dossier, without listeners and with them, in turn. */
export async function measureListening(office: Office, size: Size): Promise<ListeningFigures> {
  const rounds: { readonly without: number; readonly withAll: number; readonly told: number }[] = [];
  for (let number = 0; number < size.rounds; number += 1) {
    const without = await commandsPerSecond(office, size);
    const audience = listen(office);
    const withAll = await commandsPerSecond(office, size);
    rounds.push({ without, withAll, told: await audience.end() });
  }
  return {
    listeners: PEOPLE * WINDOWS,
    without: median(rounds.map((it) => it.without)),
    withAll: median(rounds.map((it) => it.withAll)),
    ratio: median(rounds.map((it) => it.withAll / it.without)),
    told: median(rounds.map((it) => it.told)),
  };
}

/** Until the views, which tell the listeners, have taken everything in. */
const commandsPerSecond = (office: Office, size: Size): Promise<number> =>
  rateOf(size.commands[64], async () => {
    await office.revise(64, size.commands[64]);
    await office.views.waitFor(await office.store.head(), 60_000);
  });

function listen(office: Office): { end(): Promise<number> } {
  const listeners = new Listeners(office.reader);
  let told = 0;
  const feeds = office
    .people(PEOPLE)
    .flatMap((subject) =>
      Array.from({ length: WINDOWS }, () => listeners.listen(subject, () => office.viewer(subject))),
    );
  const heard = feeds.map(async (feed) => {
    for await (const _change of feed) told += 1;
  });
  return {
    end: async () => {
      await listeners.settled();
      await Promise.all(feeds.map((feed) => feed.return()));
      await Promise.all(heard);
      return told;
    },
  };
}
