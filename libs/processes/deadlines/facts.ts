import type { CampaignPolicy } from '#lifecycles/campaign';
import type { NoticeState } from '#lifecycles/notice';

/** A step that a dossier waits for before an exclusive instant, and whom in particular. */
export interface Duty {
  readonly command: string;
  readonly dueAt: string;
  /** The instant from which on the dossier has been waiting. */
  readonly since: string;
  readonly units: readonly string[];
  readonly subjects: readonly string[];
}

/** A step that the system takes once an instant has come. */
export interface Timer {
  readonly command: string;
  readonly dueAt: string;
}

/** Whether steps can be taken at present: in a suspended campaign not now, in a closed one or a closed cycle never more. */
export type Course = 'running' | 'suspended' | 'over';

/** What is known of a dossier when it is looked at. */
export interface DossierFacts {
  readonly lifecycle: string;
  readonly id: string;
  readonly campaign: string;
  readonly unit?: string;
  readonly year?: number;
  readonly restricted: boolean;
  readonly duties: readonly Duty[];
  readonly timers: readonly Timer[];
  readonly course: Course;
  /** The policy that new notices go by. */
  readonly policy: CampaignPolicy;
  /** By id: the notices of the duties' deadlines, and those of the dossier that are not settled. */
  readonly notices: ReadonlyMap<string, NoticeState>;
}
