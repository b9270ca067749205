import { localDateOf } from '#calendar';
import type { ContentGuard, ValuesOf } from '#kernel';
import { dayAsked, factOn, unitRefusals } from '#lifecycles/unit';
import type { unitsNamed } from '#lifecycles/unit/questions';
import type { RenameCollective } from './commands.js';
import type { namesakes } from './questions/index.js';
import { collectiveRefusals as refuse } from './refusals.js';
import type { Collective } from './state.js';

/** Who else has the name that a command gives. */
export interface WithNamesakes {
  readonly namesakes: readonly ValuesOf<(typeof namesakes)['answers']>[];
  readonly units: readonly ValuesOf<(typeof unitsNamed)['answers']>[];
}

type OnName = ContentGuard<unknown, WithNamesakes, { readonly name: string }>;

/** No other collective of the unit has or ever had the name: whoever was renamed is not registered a second time. */
export const nameIsFree: OnName = {
  rule: 'nameIsFree',
  checkContent: (_command, _state, reads, { id }) => {
    const other = reads.namesakes.find(({ collective }) => collective !== id);
    return other ? refuse.known({ ...other }, ['name']) : { namesakes: reads.namesakes.length };
  },
};

/** What is a unit of the roster is named as such, and has one identity. */
export const isNoUnit: OnName = {
  rule: 'isNoUnit',
  checkContent: (_command, _state, { units: [unit] }) => (unit ? refuse.isUnit({ ...unit }, ['name']) : { units: 0 }),
};

/** A name begins no earlier than the one in force. */
export const followsName: ContentGuard<Collective, unknown, RenameCollective> = {
  rule: 'followsName',
  checkContent: (_command, { names }, _reads, context) => {
    const from = dayAsked(context);
    const since = factOn(names, localDateOf(context.now))?.from ?? '';
    return from < since ? unitRefusals.datedBefore({ from, since }, ['effectiveFrom']) : { from, since };
  },
};
