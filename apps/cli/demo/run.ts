import { logDigest } from '../log/digest.js';
import type { ProgressBar } from '../terminal/progress.js';
import { CITY_DOSSIER } from '../year/commendations.js';
import { Player } from '../year/player.js';
import { CHAPTERS } from '../year/scene.js';
import { scriptOf, type Script } from '../year/script.js';
import { YEAR } from '../year/writing.js';
import { freshFolder } from './folder.js';
import type { DemoOptions } from './options.js';
import { askResult, type YearResult } from './result.js';
import { startService, type ServiceProcess } from './service-process.js';

/** The campaign is opened on this morning in Huế. */
const BEGIN = '2026-07-01T01:00:00Z';

type Asked = Pick<DemoOptions, 'data' | 'port' | 'seed' | 'units'>;

/** Whoever watches a demonstration. */
export interface Watcher {
  readonly bar: ProgressBar;
  /** Aborted when the program is told to stop. */
  readonly signal: AbortSignal;
}

/**
 * Plays a year on fresh data, stops the service and reads the log it leaves.
 * @throws Problem at the first refusal
 */
export async function playYear({ data, port, seed, units }: Asked, watcher: Watcher): Promise<YearResult> {
  await freshFolder(data);
  watcher.bar.update('Mở phong trào (opening the campaign)', 0, 1);
  const service = await startService({ data, port, from: BEGIN, seed, signal: watcher.signal });
  const script = scriptOf(seed, units);
  const player = new Player(service.api, seed);
  try {
    await playAll(script, player, watcher.bar);
    const asked = await askResult(service.api, YEAR, player.idOf(CITY_DOSSIER));
    await service.stop();
    return { seed, units, commands: script.scenes.length, ...asked, log: await logDigest(data) };
  } finally {
    watcher.bar.stop();
    await service.stop();
  }
}

async function playAll({ scenes }: Script, player: Player, bar: ProgressBar): Promise<void> {
  for (const [index, scene] of scenes.entries()) {
    bar.update(`${scene.day} ${CHAPTERS[scene.chapter].vi}`.padEnd(36), index, scenes.length);
    await player.play(scene);
  }
}

/** The service once more where the year ended; other keys follow from another seed, so that no nonce comes twice. */
export const goOn = ({ data, port }: Asked, { seed, endedAt }: YearResult, watcher: Watcher): Promise<ServiceProcess> =>
  startService({ data, port, from: endedAt, seed: `${seed}-sau`, signal: watcher.signal });
