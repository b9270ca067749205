import type { RecipientDraft } from '#lifecycles/commendation';

export interface RecogniseExemplar {
  readonly type: 'RecogniseExemplar';
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly model: string;
  readonly recipient: RecipientDraft;
}
export interface WithdrawExemplarStatus {
  readonly type: 'WithdrawExemplarStatus';
  readonly id: string;
}
export interface RestoreExemplar {
  readonly type: 'RestoreExemplar';
  readonly id: string;
}

export type ExemplarCommand = RecogniseExemplar | WithdrawExemplarStatus | RestoreExemplar;
