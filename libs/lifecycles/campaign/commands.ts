import type { DocumentRef } from '#kernel';
import type { CampaignCharter, CycleWindows, DutyName, ModelTemplate } from './events.js';
import type { CampaignPolicy, Rubric } from './policy/shape.js';

interface On {
  readonly id: string;
}

export interface DraftCampaign extends CampaignCharter {
  readonly type: 'DraftCampaign';
}
export interface IssueCampaign extends On {
  readonly type: 'IssueCampaign';
}
export interface IdentifyCampaignDocument extends On {
  readonly type: 'IdentifyCampaignDocument';
  readonly identified: DocumentRef;
}
export interface AdoptPolicy extends On {
  readonly type: 'AdoptPolicy';
  readonly policy: CampaignPolicy;
}
export interface AdoptRubric extends On {
  readonly type: 'AdoptRubric';
  readonly rubric: Rubric;
}
export interface PublishModelTemplate extends On {
  readonly type: 'PublishModelTemplate';
  readonly template: ModelTemplate;
}
export interface OpenCycle extends On {
  readonly type: 'OpenCycle';
  readonly year: number;
}
export interface ExtendDeadline extends On {
  readonly type: 'ExtendDeadline';
  readonly year: number;
  readonly window: Exclude<keyof CycleWindows, 'year'>;
  readonly before: string;
}
export interface FreezeCycle extends On {
  readonly type: 'FreezeCycle';
  readonly year: number;
}
export interface ThawCycle extends On {
  readonly type: 'ThawCycle';
  readonly year: number;
}
export interface DeclareMissed extends On {
  readonly type: 'DeclareMissed';
  readonly year: number;
  readonly duty: DutyName;
  readonly units: readonly string[];
}
export interface CloseCycle extends On {
  readonly type: 'CloseCycle';
  readonly year: number;
}
export interface AmendCampaign extends On {
  readonly type: 'AmendCampaign';
  readonly charter: Partial<Pick<CampaignCharter, 'fields' | 'targets' | 'basis'>>;
}
export interface SuspendCampaign extends On {
  readonly type: 'SuspendCampaign';
}
export interface ResumeCampaign extends On {
  readonly type: 'ResumeCampaign';
}
export interface BeginClosing extends On {
  readonly type: 'BeginClosing';
}
export interface StopClosing extends On {
  readonly type: 'StopClosing';
}
export interface CloseCampaign extends On {
  readonly type: 'CloseCampaign';
}
export interface ArchiveCampaign extends On {
  readonly type: 'ArchiveCampaign';
}

export type CampaignCommand =
  | DraftCampaign
  | IssueCampaign
  | IdentifyCampaignDocument
  | AdoptPolicy
  | AdoptRubric
  | PublishModelTemplate
  | OpenCycle
  | ExtendDeadline
  | FreezeCycle
  | ThawCycle
  | DeclareMissed
  | CloseCycle
  | AmendCampaign
  | SuspendCampaign
  | ResumeCampaign
  | BeginClosing
  | StopClosing
  | CloseCampaign
  | ArchiveCampaign;
