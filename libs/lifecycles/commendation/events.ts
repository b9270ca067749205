import { text, type EventInfo, type Prose } from '#kernel';
import type { CommendationForm, ProposedItem, Recipient } from './items.js';

/** Why a commendation is cancelled: grounds a to d of Art. 93, in this order. */
export type CancellationGround = 'FRAUD' | 'FALSE_INFORMATION' | 'UNLAWFUL_PROCEDURE' | 'FAULT_FOUND';

/** What another body thinks of a dossier. */
export type OpinionGiven = 'AGREES' | 'OBJECTS' | 'NO_OPINION';

/** One requirement and whether an item meets it. */
export interface Check {
  readonly requirement: string;
  readonly met: boolean;
}

/** What an appraisal found on one item. */
export interface ItemFinding {
  readonly item: string;
  readonly eligible: boolean;
  readonly checks: readonly Check[];
}

/** How many voted how, and by which rule it was counted. */
export interface CouncilVote {
  readonly basis: 'ALL_MEMBERS' | 'PRESENT';
  readonly numerator: number;
  readonly denominator: number;
  readonly members: number;
  readonly present: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly secret: boolean;
  readonly passed: boolean;
  /** The items it was about. */
  readonly items: readonly string[];
}

/** Which authority granted: the city's or the head of the proposing unit. */
export type Level = 'CITY' | 'UNIT';

/** What was granted, by item. The document stands in the envelope. */
export interface Grant {
  readonly year: number;
  readonly level: Level;
  readonly items: readonly { readonly item: string; readonly form: CommendationForm }[];
  /** The office that decided on paper, where an official only entered its decision; never a name. */
  readonly decidedBy?: string;
}

/** An answer on one item that needs its own reason. */
export interface ItemReason {
  readonly item: string;
  readonly reason: Prose;
}

interface OnItem {
  readonly item: string;
}
interface Until {
  /** Exclusive instant. */
  readonly dueAt: string;
}
/** When a returned dossier should be back; absent where none was set. */
type BackBy = Partial<Until>;
type Plain = Record<string, never>;

/** These names are the stored format. */
export type CommendationEvent =
  | {
      readonly type: 'DossierPrepared';
      readonly data: {
        readonly campaign: string;
        readonly unit: string;
        readonly year: number;
        readonly items: readonly ProposedItem[];
      };
    }
  | {
      readonly type: 'DossierRevised';
      readonly data: {
        readonly items: readonly ProposedItem[];
        readonly removed: readonly string[];
        readonly changed: readonly string[];
      };
    }
  | { readonly type: 'DossierSubmitted'; readonly data: Until }
  | { readonly type: 'DossierResubmitted'; readonly data: Until }
  | { readonly type: 'DossierWithdrawn'; readonly data: Plain }
  | { readonly type: 'DossierReceived'; readonly data: Until }
  | { readonly type: 'DossierReturned'; readonly data: BackBy }
  | { readonly type: 'DossierAppraised'; readonly data: Until & { readonly findings: readonly ItemFinding[] } }
  | { readonly type: 'ConsultativeOpinionRequested'; readonly data: Until & { readonly bodies: readonly string[] } }
  | {
      readonly type: 'ConsultativeOpinionReceived';
      /** Due is the step after it; absent while others have still to answer. */
      readonly data: Partial<Until> & { readonly body: string; readonly opinion: OpinionGiven };
    }
  | { readonly type: 'OpinionDeemedGiven'; readonly data: Until & { readonly bodies: readonly string[] } }
  | { readonly type: 'CouncilVoteRecorded'; readonly data: CouncilVote & Until }
  | { readonly type: 'SubmittedForDecision'; readonly data: Until }
  | { readonly type: 'CommendationGranted'; readonly data: Grant }
  | { readonly type: 'UnitCommendationGranted'; readonly data: Grant }
  | { readonly type: 'CommendationRefused'; readonly data: { readonly items: readonly ItemReason[] } }
  | { readonly type: 'DossierReturnedByDecider'; readonly data: BackBy & { readonly items: readonly ItemReason[] } }
  | { readonly type: 'AwardConferred'; readonly data: { readonly items: readonly string[]; readonly on: string } }
  | { readonly type: 'AwardMoneyPaid'; readonly data: OnItem & { readonly amount: number; readonly on: string } }
  | {
      readonly type: 'DecisionPublished';
      readonly data: { readonly year: number; readonly items: readonly PublishedItem[] };
    }
  | { readonly type: 'PublicationRetracted'; readonly data: { readonly items: readonly string[] } }
  | { readonly type: 'DecisionErratumIssued'; readonly data: { readonly correction: Prose } }
  | {
      readonly type: 'DecisionAmended';
      /** The name is the one under which a collective is registered now, where it reads otherwise. */
      readonly data: OnItem & { readonly amendment: Prose; readonly name?: string };
    }
  | {
      readonly type: 'CommendationCancelled';
      readonly data: OnItem & { readonly ground: CancellationGround; readonly toRecover: boolean };
    }
  | { readonly type: 'AwardObjectRecovered'; readonly data: OnItem & { readonly on: string } }
  | { readonly type: 'AwardObjectUnrecoverable'; readonly data: OnItem };

/** What the public learns of an item. */
export interface PublishedItem extends OnItem {
  readonly form: CommendationForm;
  readonly recipient: Recipient;
}

/** How they are written and shown. A cancellation says from when an award is valid no more; the others move the dossier. */
export const commendationEvents: { readonly [K in CommendationEvent['type']]: EventInfo } = {
  DossierPrepared: { label: text('Lập hồ sơ đề nghị', 'Dossier prepared'), kind: 'draft' },
  DossierRevised: { label: text('Sửa hồ sơ đề nghị', 'Dossier revised'), kind: 'draft' },
  DossierSubmitted: { label: text('Trình hồ sơ', 'Dossier submitted'), kind: 'step' },
  DossierResubmitted: { label: text('Trình lại hồ sơ', 'Dossier resubmitted'), kind: 'step' },
  DossierWithdrawn: { label: text('Rút hồ sơ', 'Dossier withdrawn'), kind: 'step' },
  DossierReceived: { label: text('Tiếp nhận hồ sơ', 'Dossier received'), kind: 'step' },
  DossierReturned: { label: text('Trả lại hồ sơ', 'Dossier returned'), kind: 'step' },
  DossierAppraised: { label: text('Thẩm định hồ sơ', 'Dossier appraised'), kind: 'step' },
  ConsultativeOpinionRequested: { label: text('Lấy ý kiến hiệp y', 'Opinion requested'), kind: 'step' },
  ConsultativeOpinionReceived: { label: text('Nhận ý kiến hiệp y', 'Opinion received'), kind: 'step' },
  OpinionDeemedGiven: {
    label: text('Hết hạn hiệp y, coi như không có ý kiến khác', 'Opinion deemed given'),
    kind: 'step',
  },
  CouncilVoteRecorded: { label: text('Hội đồng bỏ phiếu', 'Council vote recorded'), kind: 'step' },
  SubmittedForDecision: { label: text('Trình cấp có thẩm quyền quyết định', 'Submitted for decision'), kind: 'step' },
  CommendationGranted: { label: text('Quyết định khen thưởng', 'Commendation granted'), kind: 'step' },
  UnitCommendationGranted: {
    label: text('Đơn vị quyết định khen thưởng', 'Commendation granted at the unit'),
    kind: 'step',
  },
  CommendationRefused: { label: text('Không khen thưởng', 'Commendation refused'), kind: 'step' },
  DossierReturnedByDecider: { label: text('Cấp có thẩm quyền trả lại', 'Returned by the decider'), kind: 'step' },
  AwardConferred: { label: text('Trao tặng khen thưởng', 'Award conferred'), kind: 'step' },
  AwardMoneyPaid: { label: text('Chi tiền thưởng', 'Award money paid'), kind: 'step' },
  DecisionPublished: {
    label: text('Công bố quyết định khen thưởng', 'Decision published'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  PublicationRetracted: {
    label: text('Gỡ công bố khen thưởng', 'Publication retracted'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  DecisionErratumIssued: { label: text('Đính chính quyết định', 'Erratum issued'), kind: 'step' },
  DecisionAmended: { label: text('Sửa đổi quyết định', 'Decision amended'), kind: 'step' },
  CommendationCancelled: { label: text('Hủy bỏ quyết định khen thưởng', 'Commendation cancelled'), kind: 'datedFact' },
  AwardObjectRecovered: { label: text('Thu hồi hiện vật, tiền thưởng', 'Award object recovered'), kind: 'step' },
  AwardObjectUnrecoverable: {
    label: text('Không thể thu hồi hiện vật, tiền thưởng', 'Award object unrecoverable'),
    kind: 'step',
  },
};
