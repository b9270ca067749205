import { text, type EventInfo } from '#kernel';
import type { Recipient } from '#lifecycles/commendation';

/** Who is held up as an example, and for which model of which cycle. */
export interface ExemplarTitle {
  readonly campaign: string;
  /** The unit that the exemplar belongs to. */
  readonly unit: string;
  readonly year: number;
  readonly model: string;
  readonly recipient: Recipient;
  /** The model is kept from publication. */
  readonly restricted: boolean;
}

/** These names are the stored format. */
export type ExemplarEvent =
  | { readonly type: 'ExemplarRecognised'; readonly data: ExemplarTitle }
  | { readonly type: 'ExemplarStatusWithdrawn'; readonly data: Record<string, never> }
  | { readonly type: 'ExemplarRestored'; readonly data: Record<string, never> };

export const exemplarEvents: { readonly [K in ExemplarEvent['type']]: EventInfo } = {
  ExemplarRecognised: {
    label: text('Công nhận điển hình', 'Exemplar recognised'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  ExemplarStatusWithdrawn: {
    label: text('Rút danh hiệu điển hình', 'Exemplar status withdrawn'),
    kind: 'step',
    classification: 'PUBLIC',
  },
  ExemplarRestored: {
    label: text('Khôi phục danh hiệu điển hình', 'Exemplar restored'),
    kind: 'step',
    classification: 'PUBLIC',
  },
};
