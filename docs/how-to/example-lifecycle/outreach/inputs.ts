import {
  CommandInput,
  DateField,
  EnumsField,
  IdField,
  IdsField,
  IntField,
  LineField,
  statusEnum,
  Where,
  type CommandInputs,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { OutreachCommand } from './commands.js';
import { outreachLifecycle } from './lifecycle.js';

export const OutreachStatus = statusEnum('OutreachStatus', outreachLifecycle);

@InputType('PlanOutreachInput', { description: 'Lập kế hoạch buổi tuyên truyền. (Plan an outreach activity.)' })
class PlanOutreachInput extends CommandInput {
  @IdField('Campaign', 'Phong trào. (Campaign.)')
  readonly campaign!: string;
  @IdField('Unit', 'Đơn vị. (Unit.)')
  readonly unit!: string;
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
  @LineField('Chủ đề. (Topic.)')
  readonly topic!: string;
  @DateField('Ngày dự kiến. (Planned day.)')
  readonly day!: string;
  @LineField('Địa điểm. (Place.)')
  readonly place!: string;
}

@InputType({ isAbstract: true })
abstract class OnOutreach extends CommandInput {
  @IdField('Outreach', 'Buổi tuyên truyền. (The activity.)')
  readonly id!: string;
}

@InputType('RecordOutreachHeldInput', { description: 'Ghi nhận đã tổ chức. (Record that it was held.)' })
class RecordOutreachHeldInput extends OnOutreach {
  @IntField('Số người dự. (Attendance.)', 1, 1_000_000)
  readonly attendance!: number;
}
@InputType('ConfirmOutreachInput', { description: 'Xác nhận. (Confirm.)' })
class ConfirmOutreachInput extends OnOutreach {}
@InputType('CancelOutreachInput', { description: 'Hủy, có lý do. (Cancel with a reason.)' })
class CancelOutreachInput extends OnOutreach {}

export const outreachInputs: CommandInputs<OutreachCommand> = {
  PlanOutreach: PlanOutreachInput,
  RecordOutreachHeld: RecordOutreachHeldInput,
  ConfirmOutreach: ConfirmOutreachInput,
  CancelOutreach: CancelOutreachInput,
};

@InputType('OutreachWhere', { description: 'Lọc buổi tuyên truyền. (Filter outreach activities.)' })
export class OutreachWhere extends Where {
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @EnumsField(OutreachStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
}
