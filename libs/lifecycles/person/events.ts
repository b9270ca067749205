import { text, type EventInfo, type Personal } from '#kernel';

/** These names are the stored format. */
export type PersonEvent =
  | { readonly type: 'PersonsJoined'; readonly data: { readonly double: Personal; readonly person: Personal } }
  | { readonly type: 'PersonsSeparated'; readonly data: Record<string, never> };

/** How each event is dated and shown. Both hold from their record on: what was recorded before stays as it was. */
export const personEvents: { readonly [K in PersonEvent['type']]: EventInfo } = {
  PersonsJoined: { kind: 'step', label: text('Gộp hai mã của một cá nhân', 'Two identities joined') },
  PersonsSeparated: { kind: 'step', label: text('Tách hai cá nhân đã gộp nhầm', 'Two persons separated again') },
};
