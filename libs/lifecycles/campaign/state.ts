import type { DocumentRef, EventMeta, Fold, Period, Recorded } from '#kernel';
import { campaignEvents, type CampaignCharter, type CampaignEvent, type ModelTemplate } from './events.js';
import type { Cycle } from './cycle.js';
import { liftPolicy, liftRubric, type Stored } from './policy/lift.js';
import type { CampaignPolicy, Rubric } from './policy/shape.js';

/** Everything known of a campaign that exists. */
export interface CampaignFacts extends CampaignCharter {
  readonly document?: DocumentRef;
  /** When the issue was recorded: windows are counted from there. */
  readonly issuedAt?: string;
  /** The hash of the policy in force. */
  readonly policy?: string;
  /** By hash, as they are stored: see `policyIn`. */
  readonly policies: Readonly<Record<string, Stored>>;
  /** The hash of the rubric in force. */
  readonly rubric?: string;
  /** By hash, as they are stored: see `rubricIn`. */
  readonly rubrics: Readonly<Record<string, Stored>>;
  readonly templates: readonly ModelTemplate[];
  readonly cycles: readonly Cycle[];
}

type In<Status extends string> = CampaignFacts & { readonly status: Status };

/** Where a campaign stands, and what is known of it there. */
export type CampaignState =
  | { readonly status: 'none' }
  | In<'drafted'>
  | In<'issued'>
  | In<'running'>
  | In<'suspended'>
  | In<'closing'>
  | In<'closed'>
  | In<'archived'>;

type Existing = Exclude<CampaignState, { status: 'none' }>;

const patchCycle = (state: Existing, year: number, patch: Partial<Cycle>): Existing => ({
  ...state,
  cycles: state.cycles.map((cycle) => (cycle.year === year ? { ...cycle, ...patch } : cycle)),
});

/** What was declared falls when the year is thawed: then it can be done again. */
function declaredMissed(
  state: Existing,
  { year, duty, units }: Extract<CampaignEvent, { type: 'DutyDeclaredMissed' }>['data'],
): Existing {
  const missed = cycleOf(state, year)?.missed ?? [];
  return patchCycle(state, year, { missed: [...missed, ...units.map((unit) => ({ duty, unit }))] });
}

function evolve(state: CampaignState, { event, meta }: Recorded<CampaignEvent>): CampaignState {
  if (event.type === 'CampaignDrafted') {
    return { status: 'drafted', ...event.data, policies: {}, rubrics: {}, templates: [], cycles: [] };
  }
  return state.status === 'none' ? state : evolveExisting(state, event, meta);
}

function evolveExisting(
  state: Existing,
  event: Exclude<CampaignEvent, { type: 'CampaignDrafted' }>,
  { recordedAt, document }: EventMeta,
): Existing {
  switch (event.type) {
    case 'CampaignIssued':
      return { ...state, status: 'issued', issuedAt: recordedAt, ...(document && { document }) };
    case 'CampaignDocumentIdentified':
      return { ...state, document: event.data.document };
    case 'PolicyVersionAdopted':
      return {
        ...state,
        policy: event.data.hash,
        policies: { ...state.policies, [event.data.hash]: event.data.policy },
      };
    case 'RubricVersionAdopted':
      return { ...state, rubric: event.data.hash, rubrics: { ...state.rubrics, [event.data.hash]: event.data.rubric } };
    case 'ModelTemplatePublished':
      return { ...state, templates: [...state.templates.filter((it) => it.code !== event.data.code), event.data] };
    case 'CycleOpened':
      return { ...state, status: 'running', cycles: [...state.cycles, { ...event.data, phase: 'open', missed: [] }] };
    case 'DeadlineExtended':
      return patchCycle(state, event.data.year, { [event.data.window]: event.data.before });
    case 'CycleFrozen':
      return patchCycle(state, event.data.year, { phase: 'closing' });
    case 'CycleThawed':
      return patchCycle(state, event.data.year, { phase: 'open', missed: [] });
    case 'DutyDeclaredMissed':
      return declaredMissed(state, event.data);
    case 'CycleClosed': {
      const { year, figures, hash } = event.data;
      return patchCycle(state, year, { phase: 'closed', closure: { at: recordedAt, hash, figures } });
    }
    case 'CampaignAmended':
      return { ...state, ...event.data.charter };
    case 'CampaignSuspended':
      return { ...state, status: 'suspended' };
    case 'CampaignResumed':
    case 'CampaignClosingStopped':
      return { ...state, status: 'running' };
    case 'CampaignClosingBegun':
      return { ...state, status: 'closing' };
    case 'CampaignClosed':
      return { ...state, status: 'closed' };
    case 'CampaignArchived':
      return { ...state, status: 'archived' };
    default:
      return event satisfies never;
  }
}

export const campaignFold: Fold<CampaignState, CampaignEvent> = {
  name: 'campaign',
  initial: { status: 'none' },
  evolve,
  events: campaignEvents,
};

/** The campaign's period: its first year's first day to its last year's last. */
export const periodOf = ({ fromYear, toYear }: Pick<CampaignCharter, 'fromYear' | 'toYear'>): Period => ({
  from: `${fromYear}-01-01`,
  to: `${toYear}-12-31`,
});

/** The cycle of a year, if it has been opened. */
export const cycleOf = (state: CampaignState, year: number): Cycle | undefined =>
  state.status === 'none' ? undefined : state.cycles.find((cycle) => cycle.year === year);

/**
 * One of the campaign's policies, in today's shape.
 * @throws LogFault when it is of a later shape than this program knows
 */
export const policyIn = ({ policies }: Pick<CampaignFacts, 'policies'>, hash: string): CampaignPolicy | undefined =>
  lift(policies, hash, liftPolicy);

/** One of the campaign's rubrics, likewise. */
export const rubricIn = ({ rubrics }: Pick<CampaignFacts, 'rubrics'>, hash: string): Rubric | undefined =>
  lift(rubrics, hash, liftRubric);

const lift = <T>(all: Readonly<Record<string, Stored>>, hash: string, by: (stored: Stored) => T): T | undefined => {
  const stored = Object.hasOwn(all, hash) ? all[hash] : undefined;
  return stored && by(stored);
};
