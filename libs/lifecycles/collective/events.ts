import { text, type EventInfo } from '#kernel';

/** These names are the stored format. From which day a name holds is in its envelope. */
export type CollectiveEvent =
  | { readonly type: 'CollectiveRegistered'; readonly data: { readonly unit: string } }
  | { readonly type: 'CollectiveNamed'; readonly data: { readonly name: string } };

export const collectiveEvents: { readonly [K in CollectiveEvent['type']]: EventInfo } = {
  CollectiveRegistered: { label: text('Đăng ký tập thể', 'Collective registered'), kind: 'step' },
  CollectiveNamed: { label: text('Tên tập thể', 'Collective named'), kind: 'datedFact' },
};
