import {
  CommandInput,
  DateField,
  EnumField,
  EnumsField,
  FlagField,
  IdField,
  IdsField,
  IntField,
  LineField,
  PartsField,
  ProseField,
  Where,
  type CommandInputs,
} from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { ReplicationCommand } from './commands.js';
import { ReplicationStatus, ScopeEnum } from './enums.js';
import type { Scope } from './events.js';

const MOST_FIGURE = 2_000_000_000;

@InputType('ProposeReplicationInput', { description: 'Đề xuất nhân rộng một mô hình. (Propose a replication.)' })
class ProposeReplicationInput extends CommandInput {
  @IdField('Campaign', 'Phong trào. (Campaign.)')
  readonly campaign!: string;
  @IdField('Model', 'Mô hình. (Model.)')
  readonly model!: string;
  @IdField('Unit', 'Đơn vị chủ trì mô hình. (The model’s unit.)')
  readonly unit!: string;
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100)
  readonly year!: number;
}

@InputType({ isAbstract: true })
abstract class OnReplication extends CommandInput {
  @IdField('Replication', 'Việc nhân rộng. (The replication.)')
  readonly id!: string;
}

@InputType({ isAbstract: true })
abstract class OnAdoption extends OnReplication {
  @IdField('Unit', 'Đơn vị tiếp nhận. (Adopting unit.)')
  readonly unit!: string;
}

@InputType('WithdrawReplicationInput', { description: 'Rút đề xuất, có lý do. (Withdraw the proposal.)' })
class WithdrawReplicationInput extends OnReplication {}
@InputType('DecideReplicationInput', { description: 'Quyết định nhân rộng. (Decide the replication.)' })
class DecideReplicationInput extends OnReplication {
  @EnumField(ScopeEnum, 'Phạm vi. (Scope.)')
  readonly scope!: Scope;
  @FlagField('Bắt buộc. (Mandatory.)')
  readonly mandatory!: boolean;
  @IdsField('Unit', 'Các đơn vị được chọn; để trống khi nhân rộng toàn thành phố. (Selected units.)', { most: 200 })
  readonly units!: readonly string[];
}
@InputType('RefuseReplicationInput', { description: 'Không đồng ý nhân rộng, có lý do. (Refuse the replication.)' })
class RefuseReplicationInput extends OnReplication {}
@InputType('PublishReplicationGuideInput', { description: 'Ban hành hướng dẫn nhân rộng. (Publish the guide.)' })
class PublishReplicationGuideInput extends OnReplication {
  @ProseField('Nội dung chính của hướng dẫn. (The guide in short.)', { max: 10_000, public: true })
  readonly guide!: string;
}
@InputType('InviteUnitsInput', { description: 'Mời đơn vị tiếp nhận. (Invite units.)' })
class InviteUnitsInput extends OnReplication {
  @IdsField('Unit', 'Các đơn vị. (Units.)', { least: 1, most: 200 })
  readonly units!: readonly string[];
}
@InputType('AcceptAdoptionInput', { description: 'Tiếp nhận triển khai. (Accept the adoption.)' })
class AcceptAdoptionInput extends OnAdoption {}
@InputType('DeclineAdoptionInput', { description: 'Từ chối triển khai, có lý do. (Decline the adoption.)' })
class DeclineAdoptionInput extends OnAdoption {}
@InputType('StartAdoptionInput', { description: 'Bắt đầu triển khai bằng mô hình của đơn vị. (Start the adoption.)' })
class StartAdoptionInput extends OnAdoption {
  @IdField('Model', 'Mô hình của đơn vị tiếp nhận, lập từ mô hình gốc. (The unit’s own derived model.)')
  readonly model!: string;
}

@InputType('AdoptionMeasureInput', { description: 'Một kết quả trước và sau. (A figure before and after.)' })
class AdoptionMeasureInput {
  @LineField('Tên chỉ số. (Name.)', { max: 120 })
  readonly name!: string;
  @IntField('Trước khi triển khai. (Before.)', -MOST_FIGURE, MOST_FIGURE, { optional: true })
  readonly before?: number;
  @IntField('Sau khi triển khai. (After.)', -MOST_FIGURE, MOST_FIGURE)
  readonly after!: number;
  @LineField('Đơn vị tính. (Unit of measure.)', { max: 40, optional: true })
  readonly unit?: string;
}
@InputType('MeasureAdoptionInput', { description: 'Ghi nhận kết quả triển khai. (Measure the adoption.)' })
class MeasureAdoptionInput extends OnAdoption {
  @PartsField(() => AdoptionMeasureInput, 'Các kết quả. (Figures.)', { least: 1, most: 30 })
  readonly measures!: readonly AdoptionMeasureInput[];
  @DateField('Ngày ghi nhận. (Day.)')
  readonly on!: string;
}
@InputType('ConfirmAdoptionInput', { description: 'Xác nhận nhân rộng thành công. (Confirm the adoption.)' })
class ConfirmAdoptionInput extends OnAdoption {}
@InputType('FailAdoptionInput', {
  description: 'Kết luận nhân rộng không thành công, có lý do. (Find the adoption failed.)',
})
class FailAdoptionInput extends OnAdoption {}
@InputType('HaltReplicationInput', { description: 'Dừng nhân rộng, có lý do. (Halt the replication.)' })
class HaltReplicationInput extends OnReplication {}
@InputType('CloseReplicationInput', { description: 'Kết thúc nhân rộng. (Close the replication.)' })
class CloseReplicationInput extends OnReplication {}

export const replicationInputs: CommandInputs<ReplicationCommand> = {
  ProposeReplication: ProposeReplicationInput,
  WithdrawReplication: WithdrawReplicationInput,
  DecideReplication: DecideReplicationInput,
  RefuseReplication: RefuseReplicationInput,
  PublishReplicationGuide: PublishReplicationGuideInput,
  InviteUnits: InviteUnitsInput,
  AcceptAdoption: AcceptAdoptionInput,
  DeclineAdoption: DeclineAdoptionInput,
  StartAdoption: StartAdoptionInput,
  MeasureAdoption: MeasureAdoptionInput,
  ConfirmAdoption: ConfirmAdoptionInput,
  FailAdoption: FailAdoptionInput,
  HaltReplication: HaltReplicationInput,
  CloseReplication: CloseReplicationInput,
};

@InputType('ReplicationWhere', { description: 'Lọc việc nhân rộng. (Filter replications.)' })
export class ReplicationWhere extends Where {
  @IdsField('Unit', 'Mô hình của các đơn vị. (Models of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @IdsField('Model', 'Các mô hình. (Models.)', { optional: true })
  readonly model?: readonly string[];
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100, { optional: true })
  readonly year?: number;
  @EnumsField(ReplicationStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @EnumField(ScopeEnum, 'Phạm vi. (Scope.)', { optional: true })
  readonly scope?: Scope;
  @FlagField('Đã có quyết định nhân rộng. (Decided.)', { optional: true })
  readonly decided?: boolean;
}
