import { text, type EventInfo, type Personal, type SignatureCapacity } from '#kernel';
import type { Role } from '#identity';

/**
 * What happens to a subject's powers. These names are the stored format. From when a power holds or ends is in the envelope;
 * `to` is the exclusive instant at which it ends by itself.
 */
export type AccessEvent =
  | { readonly type: 'SubjectRegistered'; readonly data: { readonly name: Personal } }
  | {
      readonly type: 'RoleGranted';
      readonly data: { readonly grant: string; readonly role: Role; readonly unit: string; readonly to?: string };
    }
  | { readonly type: 'RoleEnded'; readonly data: { readonly grant: string } }
  | { readonly type: 'DelegationGranted'; readonly data: DelegationData }
  | { readonly type: 'DelegationRevoked'; readonly data: { readonly delegation: string } };

/** A delegated power: whose, what, until when, in which capacity the delegate signs. */
export interface DelegationData {
  readonly delegation: string;
  readonly delegator: string;
  readonly role: Role;
  readonly unit: string;
  readonly to: string;
  readonly capacity: SignatureCapacity;
  readonly commands?: readonly string[];
}

export const accessEvents: { readonly [K in AccessEvent['type']]: EventInfo } = {
  SubjectRegistered: { label: text('Đăng ký người dùng', 'Subject registered'), kind: 'step' },
  RoleGranted: { label: text('Giao vai trò', 'Role granted'), kind: 'datedFact' },
  RoleEnded: { label: text('Kết thúc vai trò', 'Role ended'), kind: 'datedFact' },
  DelegationGranted: { label: text('Ủy quyền', 'Delegation granted'), kind: 'datedFact' },
  DelegationRevoked: { label: text('Chấm dứt ủy quyền', 'Delegation revoked'), kind: 'datedFact' },
};
