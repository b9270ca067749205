import { ROLES, type Role } from '#identity';
import {
  CommandInput,
  EnumField,
  IdField,
  InstantField,
  LinesField,
  PersonField,
  UuidField,
  Where,
  codeEnum,
  SignatureCapacityEnum,
  type CommandInputs,
  type PersonInput,
} from '#graphql';
import type { SignatureCapacity } from '#kernel';
import { InputType } from '@nestjs/graphql';
import type { AccessCommand } from './commands.js';

const labels = Object.fromEntries(
  Object.entries(ROLES).map(([role, label]) => [role, `${label.vi}. (${label.en}.)`]),
) as Record<Role, string>;
export const RoleEnum = codeEnum<Role>('Role', 'Vai trò. (Role.)', labels);

@InputType({ isAbstract: true })
abstract class OnSubject extends CommandInput {
  @IdField('Subject', 'Người dùng. (The subject.)')
  readonly id!: string;
}

@InputType('RegisterSubjectInput', { description: 'Đăng ký người dùng. (Register a subject.)' })
class RegisterSubjectInput extends OnSubject {
  @PersonField('Người dùng: họ tên và chức vụ, không nhận mã cá nhân. (The subject: a name and a position, no id.)')
  readonly name!: PersonInput;
}
@InputType('GrantRoleInput', { description: 'Giao vai trò. (Grant a role.)' })
class GrantRoleInput extends OnSubject {
  @EnumField(RoleEnum, 'Vai trò. (Role.)')
  readonly role!: Role;
  @IdField('Unit', 'Đơn vị. (Unit.)')
  readonly unit!: string;
  @InstantField('Đến trước lúc. (Until.)', { optional: true })
  readonly to?: string;
}
@InputType('EndRoleInput', { description: 'Kết thúc vai trò. (End a role.)' })
class EndRoleInput extends OnSubject {
  @UuidField('Mã giao vai trò. (The grant.)')
  readonly grant!: string;
}
@InputType('GrantDelegationInput', { description: 'Ủy quyền. (Delegate a power.)' })
class GrantDelegationInput extends OnSubject {
  @IdField('Subject', 'Người ủy quyền. (Delegator.)')
  readonly delegator!: string;
  @EnumField(RoleEnum, 'Vai trò. (Role.)')
  readonly role!: Role;
  @IdField('Unit', 'Đơn vị. (Unit.)')
  readonly unit!: string;
  @InstantField('Đến trước lúc. (Until.)')
  readonly to!: string;
  @EnumField(SignatureCapacityEnum, 'Quyền hạn ký. (Signature capacity.)')
  readonly capacity!: SignatureCapacity;
  @LinesField('Chỉ các lệnh này, dạng lifecycle.Command. (Only these commands.)', { max: 80, most: 50, optional: true })
  readonly commands?: readonly string[];
}
@InputType('RevokeDelegationInput', { description: 'Chấm dứt ủy quyền. (Revoke a delegation.)' })
class RevokeDelegationInput extends OnSubject {
  @UuidField('Mã ủy quyền; đây là ủy quyền bị chấm dứt. (The delegation to revoke.)')
  readonly revoked!: string;
}

export const accessInputs: CommandInputs<AccessCommand> = {
  RegisterSubject: RegisterSubjectInput,
  GrantRole: GrantRoleInput,
  EndRole: EndRoleInput,
  GrantDelegation: GrantDelegationInput,
  RevokeDelegation: RevokeDelegationInput,
};

@InputType('SubjectWhere', { description: 'Lọc người dùng. (Filter subjects.)' })
export class SubjectWhere extends Where {}
