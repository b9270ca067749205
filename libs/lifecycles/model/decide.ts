import { localDateOf } from '#calendar';
import { isRefusal, refusals, type DecideContext, type Json, type Loaded, type Refusal } from '#kernel';
import type { CampaignState } from '#lifecycles/campaign';
import { activeUnit, type UnitState } from '#lifecycles/unit';
import type {
  DeclareMaintained,
  DeclareNotMaintained,
  RecordActivity,
  ReviseModelDetails,
  TransferModelOwnership,
} from './commands.js';
import { jointRefusal } from './decide-origin.js';
import type { Evidence, EvidenceClaim, ModelEvent } from './events.js';
import { modelRefusals } from './refusals.js';
import type { ExistingModel } from './state.js';

type Context = DecideContext<unknown>;
type Decision = ModelEvent | Refusal;

/** The steps that say nothing but the day on which they were taken. */
type Plain =
  | 'ModelNominationTakenUp'
  | 'ModelNominationDeclined'
  | 'ModelImplementationStarted'
  | 'ModelSuspended'
  | 'ModelResumed'
  | 'ModelClearedForPublication'
  | 'ModelEnded';
const plainly =
  (type: Plain) =>
  (_command: unknown, _state: unknown, context: Context): ModelEvent => ({
    type,
    data: { on: localDateOf(context.occurredAt) },
  });

export const takeUpNomination = plainly('ModelNominationTakenUp');
export const declineNomination = plainly('ModelNominationDeclined');
export const startImplementation = plainly('ModelImplementationStarted');
export const suspendModel = plainly('ModelSuspended');
export const resumeModel = plainly('ModelResumed');
export const clearForPublication = plainly('ModelClearedForPublication');
export const endModel = plainly('ModelEnded');

/** An activity lies in the campaign's years, not in the future, and is proved by something. */
export function recordActivity(
  { on, summary, measures, evidence }: RecordActivity,
  _state: ExistingModel,
  context: Context,
  { campaign }: { readonly campaign: Loaded<CampaignState> },
): Decision {
  if (evidence.length === 0) return modelRefusals.evidenceMissing({}, ['evidence']);
  if (on > localDateOf(context.now)) return refusals.dateInFuture({ date: on }, ['on']);
  const outside = outsideCampaign(on, campaign.state);
  if (outside) return outside;
  const proofs = evidence.map(evidenceFrom);
  const unfit = proofs.findIndex((proof) => proof === undefined);
  if (unfit >= 0) return modelRefusals.evidenceIncomplete({}, ['evidence', String(unfit)]);
  const whole = proofs.filter((proof) => proof !== undefined);
  return {
    type: 'ModelActivityRecorded',
    data: { id: context.newId('activity'), on, summary, evidence: whole, ...(measures && { measures }) },
  };
}

/** The evidence, when it can be found again: a file by its hash, a page by an address that a browser opens and does not run. */
function evidenceFrom({ kind, title, hash, url }: EvidenceClaim): Evidence | undefined {
  switch (kind) {
    case 'FILE':
      return hash === undefined ? undefined : { kind, title, hash };
    case 'LINK':
      return url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) ? { kind, title, url } : undefined;
    default:
      return kind satisfies never;
  }
}

function outsideCampaign(date: string, campaign: CampaignState): Refusal | undefined {
  if (campaign.status === 'none') return modelRefusals.campaignNotRunning();
  const [from, to] = [`${campaign.fromYear}-01-01`, `${campaign.toYear}-12-31`];
  return date < from || date > to ? refusals.dateOutsidePeriod({ date, from, to }, ['on']) : undefined;
}

const isEmpty = ({ form = {}, ...rest }: ReviseModelDetails['details']): boolean =>
  Object.keys(form).length + Object.keys(rest).length === 0;

/** Something is changed, and units that coordinate still fit. */
export function reviseDetails(
  { details }: ReviseModelDetails,
  state: ExistingModel,
  _context: Context,
  reads: { readonly joint: readonly Loaded<UnitState>[] },
): Decision {
  if (isEmpty(details)) return modelRefusals.nothingRevised({}, ['details']);
  return jointRefusal(state.unit, reads.joint, ['details', 'joint']) ?? { type: 'ModelDetailsRevised', data: details };
}

/** Notes whose doubt it is: Home Affairs answers it by a declaration. */
export function raiseDoubt(_command: unknown, _state: ExistingModel, context: Context): Decision {
  return {
    type: 'MaintenanceDoubtRaised',
    data: { doubt: context.newId('doubt'), on: localDateOf(context.occurredAt), byUnit: context.actor.unit },
  };
}

type WithVerdicts = { readonly verdicts: readonly Json[] };

/** A result in force, as the evaluations answer it. */
interface VerdictRow {
  readonly year?: number;
  readonly verdict?: string;
  readonly maintained?: number;
}

const resultOf = (verdicts: readonly Json[], year: number): VerdictRow | undefined =>
  verdicts.map((row) => row as VerdictRow).find((row) => Number(row.year) === year);

/** A repeated declaration is refused, unless a doubt waits for the answer. */
function declarationRefusal(
  year: number,
  declared: readonly number[],
  state: ExistingModel,
  { verdicts }: WithVerdicts,
): Refusal | undefined {
  if (!resultOf(verdicts, year)) return modelRefusals.notEvaluatedInYear({ year }, ['year']);
  const doubted = state.doubts.some((doubt) => !doubt.answered);
  return declared.includes(year) && !doubted ? modelRefusals.alreadyDeclared({ year }, ['year']) : undefined;
}

/** Kept up in the year, as the evaluation of that year has found. */
export function declareMaintained(
  { year }: DeclareMaintained,
  state: ExistingModel,
  context: Context,
  reads: WithVerdicts,
): Decision {
  const refused = declarationRefusal(year, state.maintainedIn, state, reads);
  if (refused) return refused;
  const { verdict, maintained } = resultOf(reads.verdicts, year) ?? {};
  if (verdict !== 'EFFECTIVE' || maintained !== 1) return modelRefusals.notFoundMaintained({ year }, ['year']);
  return { type: 'ModelDeclaredMaintained', data: { year, on: localDateOf(context.occurredAt) } };
}

/** Not kept up in the year, after the evaluation of that year; what was declared on other years stands. */
export function declareNotMaintained(
  { year }: DeclareNotMaintained,
  state: ExistingModel,
  context: Context,
  reads: WithVerdicts,
): Decision {
  return (
    declarationRefusal(year, state.notMaintainedIn, state, reads) ?? {
      type: 'ModelDeclaredNotMaintained',
      data: { year, on: localDateOf(context.occurredAt) },
    }
  );
}

/** The new owner is another unit, and operates. */
export function transferOwnership(
  { to }: TransferModelOwnership,
  state: ExistingModel,
  context: Context,
  reads: { readonly newOwner: Loaded<UnitState> },
): Decision {
  if (to === state.unit) return modelRefusals.ownerUnchanged({}, ['to']);
  const active = activeUnit(reads.newOwner);
  if (isRefusal(active)) return { ...active, path: ['to'] };
  return { type: 'ModelOwnershipTransferred', data: { from: state.unit, to, on: localDateOf(context.occurredAt) } };
}
