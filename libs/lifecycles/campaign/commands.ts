import type { DocumentRef } from '#kernel';
import type { CampaignCharter, CycleWindows, ModelTemplate } from './events.js';
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
  | CloseCycle
  | AmendCampaign
  | SuspendCampaign
  | ResumeCampaign
  | BeginClosing
  | CloseCampaign
  | ArchiveCampaign;
