import type { Refusal } from '#kernel';
import type {
  DeclareMaintained,
  DeclareNotMaintained,
  RecordActivity,
  ReviseModelDetails,
  TransferModelOwnership,
} from './commands.js';
import type { Evidence, EvidenceClaim, ModelEvent } from './events.js';
import { modelRefusals } from './refusals.js';
import type { ExistingModel } from './state.js';

type Decision = ModelEvent | Refusal;

/** The steps that say nothing but that they were taken. */
type Plain =
  | 'ModelNominationTakenUp'
  | 'ModelNominationDeclined'
  | 'ModelImplementationStarted'
  | 'ModelSuspended'
  | 'ModelResumed'
  | 'MaintenanceDoubtRaised'
  | 'ModelClearedForPublication'
  | 'ModelEnded';
const plainly = (type: Plain) => (): ModelEvent => ({ type, data: {} });

export const takeUpNomination = plainly('ModelNominationTakenUp');
export const declineNomination = plainly('ModelNominationDeclined');
export const startImplementation = plainly('ModelImplementationStarted');
export const suspendModel = plainly('ModelSuspended');
export const resumeModel = plainly('ModelResumed');
export const raiseDoubt = plainly('MaintenanceDoubtRaised');
export const clearForPublication = plainly('ModelClearedForPublication');
export const endModel = plainly('ModelEnded');

/** An activity is proved by something that can be found again. */
export function recordActivity({ on, summary, measures, evidence }: RecordActivity): Decision {
  if (evidence.length === 0) return modelRefusals.evidenceMissing({}, ['evidence']);
  const proofs = evidence.map(evidenceFrom);
  const unfit = proofs.findIndex((proof) => proof === undefined);
  if (unfit >= 0) return modelRefusals.evidenceIncomplete({}, ['evidence', String(unfit)]);
  const whole = proofs.filter((proof) => proof !== undefined);
  return { type: 'ModelActivityRecorded', data: { on, summary, evidence: whole, ...(measures && { measures }) } };
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

const isEmpty = ({ form = {}, ...rest }: ReviseModelDetails['details']): boolean =>
  Object.keys(form).length + Object.keys(rest).length === 0;

/** Something is changed. */
export const reviseDetails = ({ details }: ReviseModelDetails): Decision =>
  isEmpty(details) ? modelRefusals.nothingRevised({}, ['details']) : { type: 'ModelDetailsRevised', data: details };

/** What was declared on other years stands. */
export const declareMaintained = ({ year }: DeclareMaintained): ModelEvent => ({
  type: 'ModelDeclaredMaintained',
  data: { year },
});

export const declareNotMaintained = ({ year }: DeclareNotMaintained): ModelEvent => ({
  type: 'ModelDeclaredNotMaintained',
  data: { year },
});

export const transferOwnership = ({ to }: TransferModelOwnership, { unit }: ExistingModel): ModelEvent => ({
  type: 'ModelOwnershipTransferred',
  data: { from: unit, to },
});
