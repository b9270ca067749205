import type { LocalDate } from '#calendar';
import { text, type Text } from '#kernel';

/** The parts of the year, for whoever watches. */
export const CHAPTERS = {
  PLANS: text('Kế hoạch của các đơn vị', 'Plans'),
  REGISTRATIONS: text('Đăng ký mô hình', 'Registrations'),
  ACTIVITIES: text('Triển khai, minh chứng', 'Activities'),
  EVALUATIONS: text('Đánh giá', 'Evaluations'),
  COMMENDATIONS: text('Khen thưởng', 'Commendations'),
  REPLICATION: text('Nhân rộng', 'Replication'),
  CLOSING: text('Kết thúc năm', 'Closing of the year'),
} as const satisfies Record<string, Text>;
export type Chapter = keyof typeof CHAPTERS;

/** The dossiers that scenes act on, as the payloads of their mutations name them. */
export type Kind =
  | 'campaign'
  | 'subject'
  | 'plan'
  | 'model'
  | 'registration'
  | 'evaluation'
  | 'collective'
  | 'heldRecipient'
  | 'commendation'
  | 'exemplar'
  | 'replication';

/** Something an earlier scene brought about: resolved when the scene is played. */
export class Ref {
  constructor(
    readonly scene: string,
    readonly path: readonly (string | number)[] = ['id'],
  ) {}
}

/** A persona's identity in the service; it depends on the issuer of the tokens. */
export class Who {
  constructor(readonly sub: string) {}
}

/** A paper without its number and day: the numbers run by issuer, type and year in the order of the scenes. */
export interface Paper {
  readonly issuer: string;
  readonly type: string;
  readonly symbol: string;
  readonly capacity?: 'TM' | 'KT' | 'HEAD';
}

/** One command of the year. `input` may hold `Ref` and `Who` at any depth. */
export interface Scene {
  readonly day: LocalDate;
  readonly chapter: Chapter;
  /** The persona who acts. */
  readonly as: string;
  readonly on: Kind;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  readonly paper?: Paper;
  /** When it happened, if earlier than it is recorded; the paper is then of that day. RFC 3339. */
  readonly occurredAt?: string;
  /** The delegation acted under. */
  readonly delegation?: Ref;
  /** The name under which later scenes find the dossier. */
  readonly saves?: string;
  /** What to ask of the dossier besides its id. */
  readonly select?: string;
}
