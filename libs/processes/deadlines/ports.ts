import type { LifecycleModule } from '#graphql';
import type { PolicySource, StreamReader } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import type { Owed, OwedIn, OwingUnits } from '#overview';
import type { DueScan, Subject } from '../process.js';

/** What the process of deadlines reads. */
export interface DeadlineParts {
  readonly modules: readonly LifecycleModule[];
  readonly loader: StreamReader;
  readonly policies: Pick<PolicySource<CampaignPolicy>, 'current'>;
  readonly deadlines: DeadlineSource;
}

/** A deadline that stands in a dossier: of a step that somebody owes, or of one that the system takes once it has passed. */
export interface Standing {
  readonly kind: 'duty' | 'timer';
  readonly command: string;
  readonly dueAt: string;
  /** The instant from which on the dossier has been waiting for the same. */
  readonly since: string;
  /** The unit or subject in particular that it waits for. */
  readonly whom?: string;
}

/** A window of a campaign that is open: units may owe by its end what they have not begun. */
export interface OpenWindow {
  readonly name: string;
  readonly year: number;
  readonly dueAt: string;
  readonly since: string;
}

/** The one table of deadlines over all dossiers, and the notices that are known. */
export interface DeadlineSource {
  /** One range of the index by time: see `DueScan`. */
  readonly page: DueScan['page'];
  /** What stands in one dossier. */
  of(dossier: Subject): Promise<readonly Standing[]>;
  /** Every campaign. */
  campaigns(): Promise<readonly string[]>;
  /** The windows of a campaign that are open and end at an instant or before. */
  windows(campaign: string, horizon: string): Promise<readonly OpenWindow[]>;
  /** What every obligated unit is to begin in a cycle. */
  readonly owed: readonly Owed[];
  /** The units that owe such a dossier and have not begun it. */
  owing(lifecycle: string, cycle: OwedIn, which: OwingUnits): Promise<readonly string[]>;
  /** The notices of a dossier that are not settled: a thousand at most; the others when the next thing happens to it. */
  openNotices(about: Subject): Promise<readonly string[]>;
  /** The dossiers of a campaign or of a unit that have notices which are not settled: at most so many behind one of them, in order. */
  noticed(of: 'campaign' | 'unit', id: string, after: Subject, most: number): Promise<readonly Subject[]>;
}
