import { text, type EventInfo, type Personal } from '#kernel';

/** Why nobody is commended for the time being (NĐ 152/2025/NĐ-CP). */
export type HoldGround = 'DISCIPLINE' | 'INVESTIGATION' | 'INSPECTION' | 'DENUNCIATION' | 'PRESS_ALLEGATION';

/** Who is held, with the name that a collective had then. */
export interface HeldParty {
  readonly collective?: { readonly unit: string; readonly registered?: string; readonly name: string };
  readonly person?: Personal;
}

/** These names are the stored format. Reason and document stand in the envelope. */
export type RecipientEvent =
  | {
      readonly type: 'RecipientHoldPlaced';
      readonly data: { readonly hold: string; readonly recipient: HeldParty; readonly ground: HoldGround };
    }
  | { readonly type: 'RecipientHoldReleased'; readonly data: { readonly hold: string } };

export const recipientEvents: { readonly [K in RecipientEvent['type']]: EventInfo } = {
  RecipientHoldPlaced: {
    label: text('Tạm dừng xét khen thưởng', 'Hold placed'),
    kind: 'step',
    classification: 'RESTRICTED',
  },
  RecipientHoldReleased: {
    label: text('Tiếp tục xét khen thưởng', 'Hold released'),
    kind: 'step',
    classification: 'RESTRICTED',
  },
};
