import {
  CommandInput,
  DateField,
  EnumField,
  EnumsField,
  FlagField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  PersonField,
  UuidField,
  Where,
  type CommandInputs,
  type PersonInput,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { UnitCommand } from './commands.js';
import { CertaintyEnum, StandingEnum, UnitKindEnum, UnitStatus } from './enums.js';
import type { RosterBasis, UnitKind } from './events.js';

@InputType('RegisterUnitInput', { description: 'Đăng ký đơn vị. (Register a unit.)' })
class RegisterUnitInput extends CommandInput {
  @LineField('Khóa nội bộ, không đổi. (Our key, for ever.)', { max: 40 })
  readonly key!: string;
  @LineField('Tên chính thức. (Official name.)')
  readonly name!: string;
  @EnumField(UnitKindEnum, 'Loại. (Kind.)')
  readonly kind!: UnitKind;
  @LineField('Mã hành chính. (Official code.)', { max: 20, optional: true })
  readonly code?: string;
  @LinesField('Tên gọi khác. (Aliases.)')
  readonly aliases!: readonly string[];
  @LinesField('Tiền thân. (Predecessors.)')
  readonly predecessors!: readonly string[];
}

@InputType({ isAbstract: true })
abstract class OnUnit extends CommandInput {
  @IdField('Unit', 'Đơn vị. (The unit.)')
  readonly id!: string;
}

@InputType('RenameUnitInput', { description: 'Đổi tên. (Rename.)' })
class RenameUnitInput extends OnUnit {
  @LineField('Tên mới. (New name.)')
  readonly name!: string;
}
@InputType('AssignUnitCodeInput', { description: 'Cấp mã. (Assign a code.)' })
class AssignUnitCodeInput extends OnUnit {
  @LineField('Mã. (Code.)', { max: 20 })
  readonly code!: string;
}
@InputType('EnrolUnitInput', { description: 'Đưa vào danh sách. (Enrol.)' })
class EnrolUnitInput extends OnUnit {
  @FlagField('Có nghĩa vụ. (Obligated.)')
  readonly obligated!: boolean;
  @LineField('Cơ sở. (Basis.)', { max: 500 })
  readonly basis!: string;
  @EnumField(CertaintyEnum, 'Độ chắc chắn. (Certainty.)')
  readonly certainty!: RosterBasis['certainty'];
}
@InputType('ExemptUnitInput', { description: 'Miễn nghĩa vụ. (Exempt.)' })
class ExemptUnitInput extends OnUnit {
  @DateField('Đến trước ngày. (Until, exclusive.)', { optional: true })
  readonly to?: string;
}
@InputType('RemoveUnitFromRosterInput', { description: 'Đưa ra khỏi danh sách. (Remove from the roster.)' })
class RemoveUnitFromRosterInput extends OnUnit {}
@InputType('AppointHeadInput', { description: 'Ghi nhận bổ nhiệm thủ trưởng. (Appoint a head.)' })
class AppointHeadInput extends OnUnit {
  @PersonField('Thủ trưởng. (The head.)')
  readonly name!: PersonInput;
  @FlagField('Quyền thủ trưởng. (Acting.)')
  readonly acting!: boolean;
}
@InputType('EndHeadInput', { description: 'Ghi nhận thôi chức. (End of office.)' })
class EndHeadInput extends OnUnit {
  @UuidField('Mã bổ nhiệm. (Appointment.)')
  readonly appointment!: string;
}
@InputType('MergeUnitInput', { description: 'Sáp nhập. (Merge.)' })
class MergeUnitInput extends OnUnit {
  @IdField('Unit', 'Đơn vị kế thừa. (Successor.)')
  readonly into!: string;
}
@InputType('SplitUnitInput', { description: 'Chia tách. (Split.)' })
class SplitUnitInput extends OnUnit {
  @IdsField('Unit', 'Các đơn vị kế thừa. (Successors.)', { least: 2, most: 20 })
  readonly into!: readonly string[];
}
@InputType('DissolveUnitInput', { description: 'Giải thể. (Dissolve.)' })
class DissolveUnitInput extends OnUnit {}

export const unitInputs: CommandInputs<UnitCommand> = {
  RegisterUnit: RegisterUnitInput,
  RenameUnit: RenameUnitInput,
  AssignUnitCode: AssignUnitCodeInput,
  EnrolUnit: EnrolUnitInput,
  ExemptUnit: ExemptUnitInput,
  RemoveUnitFromRoster: RemoveUnitFromRosterInput,
  AppointHead: AppointHeadInput,
  EndHead: EndHeadInput,
  MergeUnit: MergeUnitInput,
  SplitUnit: SplitUnitInput,
  DissolveUnit: DissolveUnitInput,
};

@InputType('UnitWhere', { description: 'Lọc đơn vị. (Filter units.)' })
export class UnitWhere extends Where {
  @EnumsField(UnitKindEnum, 'Loại. (Kinds.)', { optional: true })
  readonly kind?: readonly UnitKind[];
  @EnumsField(StandingEnum, 'Tư cách trong danh sách. (Standing.)', { optional: true })
  readonly standing?: readonly string[];
  @EnumsField(UnitStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @LineField('Khóa nội bộ. (Key.)', { max: 40, optional: true })
  readonly key?: string;
  @LineField('Mã hành chính. (Code.)', { max: 20, optional: true })
  readonly code?: string;
}
