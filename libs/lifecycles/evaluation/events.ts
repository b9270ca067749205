import type { Criterion } from '#lifecycles/campaign';
import { text, type EventInfo, type Prose } from '#kernel';
import type { ConflictGround } from './conflict-grounds.js';

/** What an evaluation comes to. */
export const VERDICTS = ['EFFECTIVE', 'NOT_EFFECTIVE', 'INSUFFICIENT_EVIDENCE'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whole points for each criterion of the rubric, by its key. */
export type Points = Readonly<Record<string, number>>;

/** What rests on an evaluation's result: a dossier, and which items of it where not all do. */
export interface Resting {
  readonly lifecycle: 'commendation' | 'exemplar' | 'replication';
  readonly dossier: string;
  readonly items?: readonly string[];
}

/** What one evaluation is about and by what it is judged: the cycle's rubric is kept whole, so that scoring needs nothing else. */
export interface EvaluationSubject {
  readonly campaign: string;
  readonly registration: string;
  readonly model: string;
  readonly unit: string;
  readonly year: number;
  readonly title: string;
  /** The content hash of the cycle's rubric. */
  readonly rubric: string;
  readonly criteria: readonly Criterion[];
  /** The model that this one was replicated from: its owner does not judge the copy. */
  readonly derivedFrom?: string;
  /** Follows the model: what is said of it stays inside the dossier. */
  readonly restricted: boolean;
}

/** Somebody who scores, with the unit the appointment rests on. */
export interface AppointedMember {
  readonly subject: string;
  readonly unit: string;
  readonly lead: boolean;
}

/** Points given to one criterion by one member, set anew by moderation. */
export interface Adjustment {
  readonly subject: string;
  readonly criterion: string;
  readonly points: number;
}

/** A look at the model on the spot. */
export interface SiteVisitData {
  /** The day of the visit, `YYYY-MM-DD`. */
  readonly on: string;
  readonly place: string;
  readonly findings: Prose;
}

/** What was found, and from what: the figures are whole numbers, so that anybody can work them out again. */
export interface ConclusionFigures {
  readonly rubric: string;
  readonly round: number;
  /** The average of the members' totals in hundredths of a point, half a hundredth rounded up. For show: the verdict rests on the exact sums. */
  readonly score: number;
  readonly verdict: Verdict;
  readonly maintained: boolean;
  readonly gatesPassed: boolean;
  /** How many members' scores were counted, and the sum of their totals. */
  readonly members: number;
  readonly total: number;
  /** Objections must be lodged before this instant. */
  readonly objectionsBefore: string;
}

/** What only the envelope tells about: who, when, why. */
type Nothing = Record<string, never>;

/** These names are the stored format. */
export type EvaluationEvent =
  | { readonly type: 'EvaluationPlanned'; readonly data: EvaluationSubject & { readonly dueAt: string } }
  | { readonly type: 'SelfEvaluationSubmitted'; readonly data: SelfEvaluationData }
  | { readonly type: 'SelfEvaluationReturned'; readonly data: { readonly dueAt: string } }
  | { readonly type: 'SelfEvaluationWithdrawn'; readonly data: { readonly dueAt: string } }
  | { readonly type: 'PanelAppointed'; readonly data: { readonly members: readonly AppointedMember[] } }
  | { readonly type: 'PanelOpened'; readonly data: { readonly round: number; readonly dueAt: string } }
  | { readonly type: 'RecusalDeclared'; readonly data: Nothing }
  | { readonly type: 'PanelistReplaced'; readonly data: Replacement }
  | { readonly type: 'ScoreSubmitted'; readonly data: ScoreData }
  | { readonly type: 'ScoreWithdrawn'; readonly data: { readonly round: number } }
  | { readonly type: 'SiteVisitRecorded'; readonly data: SiteVisitData }
  | {
      readonly type: 'ScoresModerated';
      readonly data: { readonly round: number; readonly adjustments: readonly Adjustment[]; readonly dueAt: string };
    }
  | { readonly type: 'EvaluationConcluded'; readonly data: ConclusionFigures }
  | { readonly type: 'ObjectionLodged'; readonly data: { readonly dueAt: string } }
  | { readonly type: 'ObjectionDismissed'; readonly data: Nothing }
  | { readonly type: 'ObjectionUpheld'; readonly data: { readonly resting: readonly Resting[] } }
  | {
      readonly type: 'EvaluationReopened';
      readonly data: { readonly conflicted: readonly string[]; readonly resting: readonly Resting[] };
    }
  | { readonly type: 'EvaluationCancelled'; readonly data: Nothing }
  | { readonly type: 'EvaluationTransferred'; readonly data: { readonly from: string; readonly to: string } };

/** What a unit thinks of its own model. */
export interface SelfEvaluationData {
  readonly points: Points;
  readonly statement: Prose;
  /** Sent after its time. */
  readonly late?: true;
  /** The exclusive instant by which it was due. */
  readonly dueAt?: string;
}

/** Somebody takes another one's seat. */
export interface Replacement {
  readonly subject: string;
  readonly by: AppointedMember;
  /** What stood against whoever leaves: a score already given is set aside. */
  readonly conflict?: ConflictGround;
}

/** The acting member’s scores in one round, with the rubric they follow. */
export interface ScoreData {
  readonly round: number;
  readonly rubric: string;
  readonly points: Points;
  readonly comment: Prose;
  /** With the round's last score: by when it is to be concluded. */
  readonly dueAt?: string;
}

export const evaluationEvents: { readonly [K in EvaluationEvent['type']]: EventInfo } = {
  EvaluationPlanned: { kind: 'step', label: text('Lập kế hoạch đánh giá', 'Evaluation planned') },
  SelfEvaluationSubmitted: { kind: 'step', label: text('Gửi tự đánh giá', 'Self-evaluation submitted') },
  SelfEvaluationReturned: { kind: 'step', label: text('Trả lại tự đánh giá', 'Self-evaluation returned') },
  SelfEvaluationWithdrawn: { kind: 'step', label: text('Rút tự đánh giá về để sửa', 'Self-evaluation withdrawn') },
  PanelAppointed: { kind: 'step', label: text('Thành lập tổ thẩm định', 'Panel appointed') },
  PanelOpened: { kind: 'step', label: text('Bắt đầu chấm điểm', 'Panel opened') },
  RecusalDeclared: { kind: 'step', label: text('Từ chối tham gia thẩm định do xung đột lợi ích', 'Recusal declared') },
  PanelistReplaced: { kind: 'step', label: text('Thay thành viên tổ thẩm định', 'Panel member replaced') },
  ScoreSubmitted: { kind: 'step', label: text('Nộp phiếu điểm', 'Score submitted') },
  ScoreWithdrawn: { kind: 'step', label: text('Rút phiếu điểm', 'Score withdrawn') },
  SiteVisitRecorded: { kind: 'note', label: text('Ghi nhận kiểm tra thực tế', 'Site visit recorded') },
  ScoresModerated: { kind: 'step', label: text('Rà soát, điều chỉnh điểm', 'Scores moderated') },
  EvaluationConcluded: { kind: 'step', label: text('Kết luận đánh giá', 'Evaluation concluded') },
  ObjectionLodged: { kind: 'step', label: text('Đề nghị xem xét lại kết quả', 'Objection lodged') },
  ObjectionDismissed: { kind: 'step', label: text('Không chấp nhận đề nghị xem xét lại', 'Objection dismissed') },
  ObjectionUpheld: { kind: 'step', label: text('Chấp nhận đề nghị xem xét lại', 'Objection upheld') },
  EvaluationReopened: { kind: 'step', label: text('Đánh giá lại', 'Evaluation reopened') },
  EvaluationTransferred: {
    kind: 'step',
    label: text('Chuyển hồ sơ đánh giá sang đơn vị chủ trì mới', 'Evaluation transferred'),
  },
  EvaluationCancelled: { kind: 'step', label: text('Hủy đánh giá', 'Evaluation cancelled') },
};
