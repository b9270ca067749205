import {
  CommandInput,
  EnumField,
  EnumsField,
  IdField,
  IdsField,
  IntField,
  PartField,
  Where,
  type CommandInputs,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import { RecipientKindEnum } from '../commendation/enums.js';
import { RecipientInput } from '../commendation/input-parts.js';
import type { ExemplarCommand } from './commands.js';
import { ExemplarStatus } from './enums.js';

@InputType('RecogniseExemplarInput', { description: 'Công nhận điển hình. (Recognise an exemplar.)' })
class RecogniseExemplarInput extends CommandInput {
  @IdField('Campaign', 'Phong trào. (Campaign.)')
  readonly campaign!: string;
  @IdField('Unit', 'Đơn vị của điển hình. (Unit.)')
  readonly unit!: string;
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
  @IdField('Model', 'Mô hình gắn với điển hình. (Model.)')
  readonly model!: string;
  @PartField(() => RecipientInput, 'Tập thể, cá nhân hoặc hộ gia đình. (Who is recognised.)')
  readonly recipient!: RecipientInput;
}

@InputType({ isAbstract: true })
abstract class OnExemplar extends CommandInput {
  @IdField('Exemplar', 'Điển hình. (The exemplar.)')
  readonly id!: string;
}

@InputType('WithdrawExemplarStatusInput', {
  description: 'Rút danh hiệu điển hình, có lý do. (Withdraw the exemplar status.)',
})
class WithdrawExemplarStatusInput extends OnExemplar {}
@InputType('RestoreExemplarInput', { description: 'Khôi phục danh hiệu điển hình. (Restore the exemplar.)' })
class RestoreExemplarInput extends OnExemplar {}

export const exemplarInputs: CommandInputs<ExemplarCommand> = {
  RecogniseExemplar: RecogniseExemplarInput,
  WithdrawExemplarStatus: WithdrawExemplarStatusInput,
  RestoreExemplar: RestoreExemplarInput,
};

@InputType('ExemplarWhere', { description: 'Lọc điển hình. (Filter exemplars.)' })
export class ExemplarWhere extends Where {
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100, { optional: true })
  readonly year?: number;
  @EnumsField(ExemplarStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @EnumField(RecipientKindEnum, 'Loại. (Kind.)', { optional: true })
  readonly recipientKind?: string;
}
