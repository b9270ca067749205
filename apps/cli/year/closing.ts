import { OBLIGATED, type Cast } from './cast.js';
import type { Scene } from './scene.js';
import { homeAffairsPaper } from './words.js';
import { campaignRef, unitRef, writer, YEAR } from './writing.js';

const write = writer('CLOSING', 'campaign');
const about = { id: campaignRef, year: YEAR };

const NOT_DONE = 'Hết hạn, đã đôn đốc hai lần; đơn vị không thực hiện và không có văn bản miễn.';

/** When all that the year led to is decided it is frozen, what was not done is declared missed, and it is closed. */
export function closingScenes({ units, models }: Cast): readonly Scene[] {
  const planned = units.filter(({ fate }) => fate !== 'NEVER').map(({ unit }) => unit.key);
  const registered = models.map(({ unit }) => unit.key);
  return [
    write('2027-03-15', 'snv.leader', 'FreezeCycle', about),
    missed('PLAN', planned),
    missed('REGISTRATION', registered),
    write('2027-03-26', 'snv.leader', 'CloseCycle', about),
  ];
}

/** Those who were to do it and did not. */
function missed(duty: string, done: readonly string[]): Scene {
  const units = OBLIGATED.filter(({ key }) => !done.includes(key)).map(({ key }) => unitRef(key));
  const paper = homeAffairsPaper('TB');
  return write('2027-03-17', 'snv.leader', 'DeclareMissed', { ...about, duty, units }, { reason: NOT_DONE, paper });
}
