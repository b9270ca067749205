import type { Prose } from '#kernel';
import type { CancellationGround, ItemFinding, OpinionGiven } from './events.js';
import type { ItemDraft } from './items.js';

interface On {
  readonly id: string;
}
interface OnItem extends On {
  readonly item: string;
}

export interface PrepareDossier {
  readonly type: 'PrepareDossier';
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly items: readonly ItemDraft[];
}
export interface ReviseDossier extends On {
  readonly type: 'ReviseDossier';
  /** New items, and those that change; the others stay as they are. */
  readonly items: readonly ItemDraft[];
  readonly removed: readonly string[];
}
export interface SubmitDossier extends On {
  readonly type: 'SubmitDossier';
}
export interface ResubmitDossier extends On {
  readonly type: 'ResubmitDossier';
}
export interface WithdrawDossier extends On {
  readonly type: 'WithdrawDossier';
}
export interface ReceiveDossier extends On {
  readonly type: 'ReceiveDossier';
}
export interface ReturnDossier extends On {
  readonly type: 'ReturnDossier';
}
export interface AppraiseDossier extends On {
  readonly type: 'AppraiseDossier';
  readonly findings: readonly ItemFinding[];
}
export interface RequestOpinion extends On {
  readonly type: 'RequestOpinion';
  /** Units that are asked. */
  readonly bodies: readonly string[];
}
export interface RecordOpinion extends On {
  readonly type: 'RecordOpinion';
  readonly body: string;
  readonly opinion: OpinionGiven;
}
export interface DeemOpinionGiven extends On {
  readonly type: 'DeemOpinionGiven';
}
export interface RecordCouncilVote extends On {
  readonly type: 'RecordCouncilVote';
  readonly members: number;
  readonly present: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly secret: boolean;
}
export interface SubmitForDecision extends On {
  readonly type: 'SubmitForDecision';
}

/** The decider's answer on one item; a refusal and a return say why. */
export interface ItemDecision {
  readonly item: string;
  readonly outcome: 'GRANTED' | 'REFUSED' | 'RETURNED';
  readonly reason?: Prose;
}
export interface DecideCommendation extends On {
  readonly type: 'DecideCommendation';
  readonly decisions: readonly ItemDecision[];
}
export interface EnterDecision extends On {
  readonly type: 'EnterDecision';
  readonly decisions: readonly ItemDecision[];
  /** The office that decided, such as the chairman's; never a name. */
  readonly decidedBy: string;
}
export interface DecideAtUnit extends On {
  readonly type: 'DecideAtUnit';
}
export interface ConferAward extends On {
  readonly type: 'ConferAward';
  readonly items: readonly string[];
  /** Civil date. */
  readonly on: string;
}
export interface RecordAwardMoney extends OnItem {
  readonly type: 'RecordAwardMoney';
  /** Whole đồng. */
  readonly amount: number;
  /** Civil date. */
  readonly on: string;
}
export interface PublishDecision extends On {
  readonly type: 'PublishDecision';
}
export interface IssueErratum extends On {
  readonly type: 'IssueErratum';
  readonly correction: Prose;
}
/** Says what reads otherwise now, and takes over the name under which the recipient is registered today. */
export interface AmendDecision extends OnItem {
  readonly type: 'AmendDecision';
  readonly amendment: Prose;
}
export interface CancelCommendation extends OnItem {
  readonly type: 'CancelCommendation';
  readonly ground: CancellationGround;
}
export interface RecoverAwardObject extends OnItem {
  readonly type: 'RecoverAwardObject';
  /** Civil date. */
  readonly on: string;
}
export interface DeclareObjectUnrecoverable extends OnItem {
  readonly type: 'DeclareObjectUnrecoverable';
}

export type CommendationCommand =
  | PrepareDossier
  | ReviseDossier
  | SubmitDossier
  | ResubmitDossier
  | WithdrawDossier
  | ReceiveDossier
  | ReturnDossier
  | AppraiseDossier
  | RequestOpinion
  | RecordOpinion
  | DeemOpinionGiven
  | RecordCouncilVote
  | SubmitForDecision
  | DecideCommendation
  | EnterDecision
  | DecideAtUnit
  | ConferAward
  | RecordAwardMoney
  | PublishDecision
  | IssueErratum
  | AmendDecision
  | CancelCommendation
  | RecoverAwardObject
  | DeclareObjectUnrecoverable;
