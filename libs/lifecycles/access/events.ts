import { text, type EventInfo, type Personal, type SignatureCapacity } from '#kernel';
import type { Role } from '#identity';

/** What happens to a subject's powers. These names are the stored format. */
export type AccessEvent =
  | { readonly type: 'SubjectRegistered'; readonly data: { readonly subject: string; readonly name: Personal } }
  | {
      readonly type: 'RoleGranted';
      readonly data: {
        readonly grant: string;
        readonly role: Role;
        readonly unit: string;
        readonly from: string;
        readonly to?: string;
      };
    }
  | { readonly type: 'RoleEnded'; readonly data: { readonly grant: string; readonly at: string } }
  | { readonly type: 'DelegationGranted'; readonly data: DelegationData }
  | { readonly type: 'DelegationRevoked'; readonly data: { readonly delegation: string; readonly at: string } };

/** A delegated power: whose, what, over which time, in which capacity the delegate signs. */
export interface DelegationData {
  readonly delegation: string;
  readonly delegator: string;
  readonly role: Role;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly capacity: SignatureCapacity;
  readonly commands?: readonly string[];
}

export const accessEvents: { readonly [K in AccessEvent['type']]: EventInfo } = {
  SubjectRegistered: { label: text('Đăng ký người dùng', 'Subject registered') },
  RoleGranted: { label: text('Giao vai trò', 'Role granted') },
  RoleEnded: { label: text('Kết thúc vai trò', 'Role ended') },
  DelegationGranted: { label: text('Ủy quyền', 'Delegation granted') },
  DelegationRevoked: { label: text('Chấm dứt ủy quyền', 'Delegation revoked') },
};
