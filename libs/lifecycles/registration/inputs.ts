import {
  CommandInput,
  EnumField,
  EnumsField,
  FlagField,
  IdField,
  IdsField,
  IntField,
  LineField,
  LinesField,
  PersonField,
  type PersonInput,
  Where,
  type CommandInputs,
} from '#graphql';
import type { ModelKind } from '#lifecycles/model';
import { InputType } from '@nestjs/graphql';
import { ModelKindEnum } from '../model/enums.js';
import type { DuplicateOutcome, RegistrationCommand } from './commands.js';
import { DuplicateGroundEnum, DuplicateOutcomeEnum, RegistrationStatus } from './enums.js';
import type { DuplicateGround } from './events.js';

@InputType({ isAbstract: true })
abstract class NewRegistrationInput extends CommandInput {
  @IdField('Campaign', 'Phong trào của mô hình. (The model’s campaign.)')
  readonly campaign!: string;
  @IdField('Model', 'Mô hình. (The model.)')
  readonly model!: string;
  @IdField('Unit', 'Đơn vị chủ trì. (The owner.)')
  readonly unit!: string;
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
  @LineField('Tên đăng ký; để trống thì lấy tên mô hình. (Title; the model’s name unless given.)', { optional: true })
  readonly title?: string;
  @PersonField('Người phụ trách. (Responsible person.)')
  readonly responsible!: PersonInput;
}

@InputType('RegisterModelInput', {
  description: 'Lập đăng ký mô hình cho một năm. (Draft the registration of a model for a cycle.)',
})
class RegisterModelInput extends NewRegistrationInput {}
@InputType('ContinueModelInput', {
  description: 'Lập đăng ký tiếp tục mô hình của năm trước. (Continue a model of an earlier cycle.)',
})
class ContinueModelInput extends NewRegistrationInput {
  @IntField('Tiếp tục từ năm. (Cycle continued from.)', 2000, 2100)
  readonly fromYear!: number;
}

@InputType({ isAbstract: true })
abstract class OnRegistration extends CommandInput {
  @IdField('Registration', 'Đăng ký. (The registration.)')
  readonly id!: string;
}

@InputType('SubmitRegistrationInput', { description: 'Gửi đăng ký. (Submit the registration.)' })
class SubmitRegistrationInput extends OnRegistration {}
@InputType('ReceiveRegistrationInput', { description: 'Tiếp nhận đăng ký. (Receive the registration.)' })
class ReceiveRegistrationInput extends OnRegistration {}
@InputType('ReturnRegistrationInput', {
  description: 'Trả lại đăng ký, có lý do. (Return the registration with a reason.)',
})
class ReturnRegistrationInput extends OnRegistration {}
@InputType('AcceptRegistrationInput', { description: 'Chấp nhận đăng ký. (Accept the registration.)' })
class AcceptRegistrationInput extends OnRegistration {}
@InputType('RejectRegistrationInput', {
  description: 'Không chấp nhận đăng ký, có lý do. (Reject the registration with a reason.)',
})
class RejectRegistrationInput extends OnRegistration {}
@InputType('WithdrawRegistrationInput', {
  description: 'Rút đăng ký về để sửa, có lý do. (Withdraw the registration with a reason.)',
})
class WithdrawRegistrationInput extends OnRegistration {}
@InputType('FlagDuplicateInput', { description: 'Nêu nghi vấn trùng. (Flag a duplicate.)' })
class FlagDuplicateInput extends OnRegistration {
  @IdField('Registration', 'Đăng ký kia. (The other registration.)')
  readonly other!: string;
  @EnumField(DuplicateGroundEnum, 'Căn cứ. (Ground.)')
  readonly ground!: DuplicateGround;
}
@InputType('ResolveDuplicateInput', {
  description: 'Kết luận về nghi vấn trùng, có lý do. (Resolve the duplicate with a reason.)',
})
class ResolveDuplicateInput extends OnRegistration {
  @EnumField(DuplicateOutcomeEnum, 'Kết luận. (Outcome.)')
  readonly outcome!: DuplicateOutcome;
}
@InputType('TransferRegistrationInput', {
  description:
    'Chuyển đăng ký sang đơn vị chủ trì mới của mô hình, bằng văn bản. (Transfer to the model’s new owner by a document.)',
})
class TransferRegistrationInput extends OnRegistration {}
@InputType('CancelRegistrationInput', {
  description: 'Hủy đăng ký trước khi triển khai, có lý do. (Cancel before the start with a reason.)',
})
class CancelRegistrationInput extends OnRegistration {}
@InputType('AbandonRegistrationInput', {
  description:
    'Ghi nhận ngừng thực hiện giữa chừng sau khi triển khai, có lý do. (Abandon after the start with a reason.)',
})
class AbandonRegistrationInput extends OnRegistration {}

/** The input of each command on registrations. */
export const registrationInputs: CommandInputs<RegistrationCommand> = {
  RegisterModel: RegisterModelInput,
  ContinueModel: ContinueModelInput,
  SubmitRegistration: SubmitRegistrationInput,
  ReceiveRegistration: ReceiveRegistrationInput,
  ReturnRegistration: ReturnRegistrationInput,
  AcceptRegistration: AcceptRegistrationInput,
  RejectRegistration: RejectRegistrationInput,
  WithdrawRegistration: WithdrawRegistrationInput,
  FlagDuplicate: FlagDuplicateInput,
  ResolveDuplicate: ResolveDuplicateInput,
  TransferRegistration: TransferRegistrationInput,
  CancelRegistration: CancelRegistrationInput,
  AbandonRegistration: AbandonRegistrationInput,
};

/** Conditions on lists of registrations, named like the view's columns. */
@InputType('RegistrationWhere', { description: 'Lọc đăng ký. (Filter registrations.)' })
export class RegistrationWhere extends Where {
  @IdField('Model', 'Của mô hình. (Of this model.)', { optional: true })
  readonly model?: string;
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100, { optional: true })
  readonly year?: number;
  @EnumsField(RegistrationStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @EnumField(ModelKindEnum, 'Loại mô hình. (Kind.)', { optional: true })
  readonly kind?: ModelKind;
  @LinesField('Mã các lĩnh vực. (Field keys.)', { max: 60, most: 20, optional: true })
  readonly field?: readonly string[];
  @LinesField('Mã các mô hình mẫu. (Template codes.)', { max: 20, most: 20, optional: true })
  readonly template?: readonly string[];
  @FlagField('Gửi trễ hạn. (Late.)', { optional: true })
  readonly late?: boolean;
  @FlagField('Đang bị nghi trùng. (Suspected duplicate.)', { optional: true })
  readonly suspected?: boolean;
}
