import type { ConflictGround } from './conflict-grounds.js';
import type {
  AppointedMember,
  ConclusionFigures,
  Resting,
  ScoreData,
  SelfEvaluationData,
  SiteVisitData,
} from './events.js';

/** The unit’s self-evaluation, with who sent it and on which day. */
export interface SelfEvaluation extends SelfEvaluationData {
  readonly on: string;
  readonly by: string;
}

/** One member’s scores in one round. */
export interface Score extends Omit<ScoreData, 'dueAt'> {
  readonly subject: string;
}

/** A visit, by the id of its event, with who was there. */
export interface SiteVisit extends SiteVisitData {
  readonly visit: string;
  readonly by: string;
}

/** A member of the panel and what became of the seat. */
export interface PanelMember extends AppointedMember {
  /** Does not score: by own declaration, or because a conflict was found. */
  readonly recused: boolean;
  /** The subject who took the seat. */
  readonly replacedBy?: string;
  /** Why the seat was taken from its holder. */
  readonly conflict?: ConflictGround;
}

/** Who scores. Frozen once opened: from then on seats change only by recusal and replacement. */
export interface Panel {
  readonly members: readonly PanelMember[];
  readonly openedAt?: string;
  readonly frozen: boolean;
}

/** A round's result. */
export interface Conclusion extends ConclusionFigures {
  readonly concludedAt: string;
}

/** A result that was taken back, and what rested on it. */
export interface SetAside extends Conclusion {
  readonly setAsideAt: string;
  readonly resting: readonly Resting[];
}

/** A unit's objection to a result; its grounds stand in the event's reason. */
export interface Objection {
  readonly round: number;
  readonly lodgedAt: string;
  readonly answeredAt?: string;
  readonly outcome?: 'DISMISSED' | 'UPHELD';
}
