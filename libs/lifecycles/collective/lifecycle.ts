import { by } from '#identity';
import { asking, derivedId, exclusive, lifecycle, reading, text, unfenced } from '#kernel';
import { plainName, unitFold, unitIsActive } from '#lifecycles/unit';
import { unitsNamed } from '#lifecycles/unit/questions';
import type { CollectiveCommand, RegisterCollective, RenameCollective } from './commands.js';
import { registerCollective, renameCollective } from './decide.js';
import type { CollectiveEvent } from './events.js';
import { followsName, isNoUnit, nameIsFree } from './guards.js';
import { namesakes } from './questions/index.js';
import { collectiveFold, type CollectiveState } from './state.js';

/** Any name of a unit counts, whatever the day from which it holds. */
const EVER = '9999-12-31';

type Naming = RegisterCollective | RenameCollective;

const unitIn = (state: CollectiveState, command: CollectiveCommand | undefined): string | undefined =>
  state.status !== 'none' ? state.unit : command?.type === 'RegisterCollective' ? command.unit : undefined;
const plainIn = (command: Naming | undefined): string => plainName(command?.name ?? '');

const newUnit = reading(unitFold, (state: CollectiveState, command?: RegisterCollective) => unitIn(state, command));
const sameNamed = asking(
  namesakes,
  (state: CollectiveState, command?: Naming) => ({ unit: unitIn(state, command) ?? '', plain: plainIn(command) }),
  exclusive('collectives', (state, command) => [unitIn(state, command) ?? '']),
);
const unitsSoNamed = asking(
  unitsNamed,
  (_state: CollectiveState, command?: Naming) => ({ name: plainIn(command), day: EVER }),
  unfenced('a unit that gets the name later is another body'),
);

/** The unit registers its own; Home Affairs may do it for every other. */
const registrars = [by.unitClerk, by.unitHead, by.officer, by.leader];

/** A collective that is no unit of the roster. It is registered before it can be proposed, once under one name in one unit. */
export const collectiveLifecycle = lifecycle<CollectiveState, CollectiveCommand, CollectiveEvent>()(
  {
    fold: collectiveFold,
    label: text('Tập thể', 'Collective'),
    states: { none: text('Chưa có', 'None'), registered: text('Đã đăng ký', 'Registered') },
    identify: (command, commandId) => ('id' in command ? command.id : derivedId('collective', commandId)),
    unitOf: unitIn,
    campaignOf: () => undefined,
  },
  (on) => ({
    RegisterCollective: on({
      label: text('Đăng ký tập thể', 'Register a collective'),
      from: ['none'],
      to: ['registered'],
      by: registrars,
      reads: { unit: newUnit, namesakes: sameNamed, units: unitsSoNamed },
      guards: [unitIsActive, isNoUnit, nameIsFree],
      decide: registerCollective,
    }),
    RenameCollective: on({
      label: text('Sửa tên tập thể', 'Rename the collective'),
      from: ['registered'],
      to: ['registered'],
      by: registrars,
      decision: { needs: ['reason'] },
      buildsOn: [],
      reads: { namesakes: sameNamed, units: unitsSoNamed },
      guards: [isNoUnit, nameIsFree, followsName],
      decide: renameCollective,
    }),
  }),
);
