import { asking, reading, readingMany, shared } from '#kernel';
import { accessFold, type AccessState } from '#lifecycles/access';
import { readingCycle } from '#lifecycles/campaign';
import { modelFold, type ModelState } from '#lifecycles/model';
import { derivedModels } from '#lifecycles/model/questions';
import { registrationFold, registrationId, type RegistrationState } from '#lifecycles/registration';
import { unitFold, type UnitState } from '#lifecycles/unit';
import { unitKin } from '#lifecycles/unit/questions';
import type { AppointPanel, EvaluationCommand, ReplacePanelist } from './commands.js';
import type { EvaluationState } from './state.js';

type State = EvaluationState;
type Command = EvaluationCommand;

/** What an evaluation is about: the command that plans it says, and from then on its own state. */
function about(
  state: State,
  command: Command | undefined,
): { campaign: string; unit: string; model: string; year: number } | undefined {
  if (command?.type === 'PlanEvaluation') return command;
  return state.status === 'none' ? undefined : state;
}

/** The unit that the case is about. */
export const unitIn = (state: State, command: Command | undefined): string | undefined => about(state, command)?.unit;
/** The campaign that the case belongs to. */
export const campaignIn = (state: State, command: Command | undefined): string | undefined =>
  about(state, command)?.campaign;

const registrationIn = (state: State, command: Command | undefined): string | undefined => {
  const it = about(state, command);
  return it && registrationId(it.model, it.year);
};
const modelIn = (state: State, command: Command | undefined): string | undefined => about(state, command)?.model;
const originIn = (state: State): string | undefined => (state.status === 'none' ? undefined : state.derivedFrom);

export const campaign = readingCycle<State, Command>(campaignIn, (state, command) => about(state, command)?.year);
export const registration = reading<State, Command, RegistrationState>(registrationFold, registrationIn);
export const model = reading<State, Command, ModelState>(modelFold, modelIn);

/** Everything from which a tie between a person and the model is found out. */
export const surroundings = {
  registration,
  model,
  origin: reading<State, Command, ModelState>(modelFold, originIn),
  unit: reading<State, Command, UnitState>(unitFold, unitIn),
  kin: asking(
    unitKin,
    (state: State) => ({ unit: unitIn(state, undefined) ?? '' }),
    shared('unit', (state) => [unitIn(state, undefined) ?? '']),
  ),
  copies: asking(
    derivedModels,
    (state: State) => ({ model: modelIn(state, undefined) ?? '' }),
    shared('model', (state) => [modelIn(state, undefined) ?? '']),
  ),
};

/** The powers of those whom a panel is to be made of. */
export const appointed = readingMany<State, AppointPanel, AccessState>(
  accessFold,
  (_state, command) => command?.members.map((it) => it.subject) ?? [],
);

/** The powers of whoever is to take a seat over, and of whoever leaves it. */
export const replacement = readingMany<State, ReplacePanelist, AccessState>(accessFold, (_state, command) =>
  command ? [command.by, command.subject] : [],
);

/** The powers of those who sit on the panel. */
export const sitting = readingMany<State, Command, AccessState>(accessFold, (state) =>
  state.status === 'none' ? [] : state.panel.members.map((it) => it.subject),
);
