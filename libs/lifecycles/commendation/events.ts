import { text, type EventInfo } from '#kernel';
import type { CommendationForm, ProposedItem, Recipient } from './items.js';

/** Why a recipient may not be commended for the time being (NĐ 152/2025/NĐ-CP). */
export type HoldGround = 'DISCIPLINE' | 'INVESTIGATION' | 'INSPECTION' | 'DENUNCIATION' | 'PRESS_ALLEGATION';

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

/** A paper decision that somebody else took and an official only entered. */
export interface PaperDecision {
  readonly decidedBy: string;
  readonly enteredBy: string;
}

/** What was granted, by item. The document stands in the envelope. */
export interface Grant {
  readonly year: number;
  readonly level: Level;
  readonly items: readonly { readonly item: string; readonly form: CommendationForm }[];
  readonly paper?: PaperDecision;
}

/** An answer on one item that needs its own reason. */
export interface ItemReason {
  readonly item: string;
  readonly reason: string;
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
  | {
      readonly type: 'RecipientHoldPlaced';
      readonly data: OnItem & { readonly ground: HoldGround; readonly at: string };
    }
  | { readonly type: 'RecipientHoldReleased'; readonly data: OnItem & { readonly at: string } }
  | { readonly type: 'ConsultativeOpinionRequested'; readonly data: Until & { readonly bodies: readonly string[] } }
  | {
      readonly type: 'ConsultativeOpinionReceived';
      readonly data: Until & { readonly body: string; readonly opinion: OpinionGiven; readonly complete: boolean };
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
  | { readonly type: 'DecisionErratumIssued'; readonly data: { readonly correction: string } }
  | {
      readonly type: 'DecisionAmended';
      readonly data: OnItem & { readonly amendment: string; readonly recipient: Recipient };
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

export const commendationEvents: { readonly [K in CommendationEvent['type']]: EventInfo } = {
  DossierPrepared: { label: text('Lập hồ sơ đề nghị', 'Dossier prepared') },
  DossierRevised: { label: text('Sửa hồ sơ đề nghị', 'Dossier revised') },
  DossierSubmitted: { label: text('Trình hồ sơ', 'Dossier submitted') },
  DossierResubmitted: { label: text('Trình lại hồ sơ', 'Dossier resubmitted') },
  DossierWithdrawn: { label: text('Rút hồ sơ', 'Dossier withdrawn') },
  DossierReceived: { label: text('Tiếp nhận hồ sơ', 'Dossier received') },
  DossierReturned: { label: text('Trả lại hồ sơ', 'Dossier returned') },
  DossierAppraised: { label: text('Thẩm định hồ sơ', 'Dossier appraised') },
  RecipientHoldPlaced: { label: text('Tạm dừng xét khen thưởng', 'Hold placed'), classification: 'RESTRICTED' },
  RecipientHoldReleased: { label: text('Tiếp tục xét khen thưởng', 'Hold released'), classification: 'RESTRICTED' },
  ConsultativeOpinionRequested: { label: text('Lấy ý kiến hiệp y', 'Opinion requested') },
  ConsultativeOpinionReceived: { label: text('Nhận ý kiến hiệp y', 'Opinion received') },
  OpinionDeemedGiven: { label: text('Hết hạn hiệp y, coi như không có ý kiến khác', 'Opinion deemed given') },
  CouncilVoteRecorded: { label: text('Hội đồng bỏ phiếu', 'Council vote recorded') },
  SubmittedForDecision: { label: text('Trình cấp có thẩm quyền quyết định', 'Submitted for decision') },
  CommendationGranted: { label: text('Quyết định khen thưởng', 'Commendation granted') },
  UnitCommendationGranted: { label: text('Đơn vị quyết định khen thưởng', 'Commendation granted at the unit') },
  CommendationRefused: { label: text('Không khen thưởng', 'Commendation refused') },
  DossierReturnedByDecider: { label: text('Cấp có thẩm quyền trả lại', 'Returned by the decider') },
  AwardConferred: { label: text('Trao tặng khen thưởng', 'Award conferred') },
  AwardMoneyPaid: { label: text('Chi tiền thưởng', 'Award money paid') },
  DecisionPublished: { label: text('Công bố quyết định khen thưởng', 'Decision published'), classification: 'PUBLIC' },
  PublicationRetracted: { label: text('Gỡ công bố khen thưởng', 'Publication retracted'), classification: 'PUBLIC' },
  DecisionErratumIssued: { label: text('Đính chính quyết định', 'Erratum issued') },
  DecisionAmended: { label: text('Sửa đổi quyết định', 'Decision amended') },
  CommendationCancelled: { label: text('Hủy bỏ quyết định khen thưởng', 'Commendation cancelled') },
  AwardObjectRecovered: { label: text('Thu hồi hiện vật, tiền thưởng', 'Award object recovered') },
  AwardObjectUnrecoverable: { label: text('Không thể thu hồi hiện vật, tiền thưởng', 'Award object unrecoverable') },
};
