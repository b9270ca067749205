import { localDateOf } from '#calendar';
import type { EventMeta, Fold, Recorded } from '#kernel';
import {
  FORM_ITEMS,
  modelEvents,
  type ActivityData,
  type FormItem,
  type ModelEvent,
  type ModelOrigin,
} from './events.js';

/** An activity as it was recorded; known by the id of its event. */
export interface Activity extends ActivityData {
  readonly id: string;
}

/** Somebody's doubt that a model is kept up, known by the id of its event; open until Home Affairs has declared on it. */
export interface MaintenanceDoubt {
  readonly doubt: string;
  readonly on: string;
  readonly byUnit: string;
  readonly answered: boolean;
}

/** A unit that owned the model from a civil date on. */
export interface Ownership {
  readonly unit: string;
  readonly from: string;
}

/** Everything known of a model that exists. `unit` is its present owner. */
export interface ModelFacts extends ModelOrigin {
  /** The model's own id: what the questions about it are asked with. */
  readonly model: string;
  readonly nominatedByThirdParty: boolean;
  /** The unit of whoever nominated it. */
  readonly nominatedByUnit?: string;
  /** The civil date on which implementation began. */
  readonly startedOn?: string;
  readonly activities: readonly Activity[];
  readonly doubts: readonly MaintenanceDoubt[];
  /** Cycles for which Home Affairs declared the model maintained, or not. */
  readonly maintainedIn: readonly number[];
  readonly notMaintainedIn: readonly number[];
  /** The first owner first. */
  readonly owners: readonly Ownership[];
}

type In<Status extends string> = ModelFacts & { readonly status: Status };

/** Where a model stands. */
export type ModelState =
  | { readonly status: 'none' }
  | In<'nominated'>
  | In<'proposed'>
  | In<'implementing'>
  | In<'suspended'>
  | In<'notMaintained'>
  | In<'ended'>;

/** A model that exists. */
export type ExistingModel = Exclude<ModelState, { status: 'none' }>;

type Born = 'ModelProposed' | 'ModelNominatedByThirdParty';

function evolve(state: ModelState, recorded: Recorded<ModelEvent>): ModelState {
  const { event, meta } = recorded;
  switch (event.type) {
    case 'ModelProposed':
      return { status: 'proposed', ...bornFrom(event.data, recorded), nominatedByThirdParty: false };
    case 'ModelNominatedByThirdParty': {
      const nominated = { nominatedByThirdParty: true, nominatedByUnit: meta.actor.unit };
      return { status: 'nominated', ...bornFrom(event.data, recorded), ...nominated };
    }
    default:
      return state.status === 'none' ? state : evolveExisting(state, event, meta);
  }
}

const dayOf = ({ occurredAt }: EventMeta): string => localDateOf(occurredAt);

const bornFrom = (origin: ModelOrigin, { id, meta }: Recorded): Omit<ModelFacts, 'nominatedByThirdParty'> => ({
  ...origin,
  model: id,
  activities: [],
  doubts: [],
  maintainedIn: [],
  notMaintainedIn: [],
  owners: [{ unit: origin.unit, from: dayOf(meta) }],
});

/** A complete switch over the events: splitting it would hide that it is complete. */
function evolveExisting(
  state: ExistingModel,
  event: Exclude<ModelEvent, { type: Born }>,
  meta: EventMeta,
): ExistingModel {
  switch (event.type) {
    case 'ModelNominationTakenUp':
      return { ...state, status: 'proposed' };
    case 'ModelImplementationStarted':
      return { ...state, status: 'implementing', startedOn: dayOf(meta) };
    case 'ModelActivityRecorded':
      return { ...state, activities: [...state.activities, { id: meta.eventId, ...event.data }] };
    case 'ModelDetailsRevised':
      return { ...state, ...event.data, form: { ...state.form, ...event.data.form } };
    case 'ModelSuspended':
      return { ...state, status: 'suspended' };
    case 'ModelResumed':
      return { ...state, status: 'implementing' };
    case 'MaintenanceDoubtRaised':
      return { ...state, doubts: [...state.doubts, doubtFrom(meta)] };
    case 'ModelDeclaredMaintained':
      return {
        ...declared(state, 'maintainedIn', 'notMaintainedIn', event.data.year),
        status: statusOn(state, event.data.year, goingOn(state)),
      };
    case 'ModelDeclaredNotMaintained':
      return {
        ...declared(state, 'notMaintainedIn', 'maintainedIn', event.data.year),
        status: statusOn(state, event.data.year, 'notMaintained'),
      };
    case 'ModelOwnershipTransferred':
      return { ...state, ...ownedBy(state, event.data.to, dayOf(meta)) };
    case 'ModelClearedForPublication':
      return { ...state, restricted: false };
    case 'ModelNominationDeclined':
    case 'ModelEnded':
      return { ...state, status: 'ended' };
    default:
      return event satisfies never;
  }
}

const doubtFrom = (meta: EventMeta): MaintenanceDoubt => ({
  doubt: meta.eventId,
  on: dayOf(meta),
  byUnit: meta.actor.unit,
  answered: false,
});

/** Cycles of one kind of declaration. */
export type Declarations = 'maintainedIn' | 'notMaintainedIn';

/** The latest declaration on a year stands; those on other years are not touched. It answers every open doubt. */
function declared(state: ExistingModel, into: Declarations, outOf: Declarations, year: number): ExistingModel {
  const without = (years: readonly number[]): readonly number[] => years.filter((it) => it !== year);
  return {
    ...state,
    [into]: [...without(state[into]), year],
    [outOf]: without(state[outOf]),
    doubts: state.doubts.map((doubt) => ({ ...doubt, answered: true })),
  };
}

/** A declaration on a year before the last one that was declared on leaves the model as it stands. */
const statusOn = (
  { status, maintainedIn, notMaintainedIn }: ExistingModel,
  year: number,
  declaredAs: ExistingModel['status'],
): ExistingModel['status'] => ([...maintainedIn, ...notMaintainedIn].every((it) => it <= year) ? declaredAs : status);

/** What was kept up goes on; what its unit has stopped for a time does so when the unit says. */
const goingOn = ({ status }: ExistingModel): 'suspended' | 'implementing' =>
  status === 'suspended' ? status : 'implementing';

/** The new owner no longer merely coordinates. */
const ownedBy = (state: ExistingModel, unit: string, from: string): Pick<ModelFacts, 'unit' | 'owners' | 'joint'> => ({
  unit,
  owners: [...state.owners, { unit, from }],
  joint: state.joint.filter((it) => it !== unit),
});

/** How a model's events become its state. */
export const modelFold: Fold<ModelState, ModelEvent> = {
  name: 'model',
  initial: { status: 'none' },
  evolve,
  events: modelEvents,
};

/** Some doubt waits for a declaration. */
export const isDoubted = ({ doubts }: ModelFacts): boolean => doubts.some((doubt) => !doubt.answered);

/** The items of the form that are still to be filled in. */
export const missingItems = (state: ExistingModel): readonly FormItem[] =>
  FORM_ITEMS.filter((item) => !state.form[item]?.trim());
